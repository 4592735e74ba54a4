// @ts-check
/** RoPE: words put in front turn both hands and change no score; the distance turns each pair. */

import { numbers, set, way } from "./plot.js";

export const knobs = [
  { name: "shift", label: "Words put in front", min: 0, max: 200, step: 1, value: 100 },
  { name: "distance", label: "Distance from its to cat, in words", min: 0, max: 100, step: 1, value: 2 },
];

/** Degrees a word in the large dials; where cat is; coordinates of a head. */
const [THETA, KEY_AT, WIDTH] = [30, 2, 64];

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;

/** @param {number} degrees */
const cosine = (degrees) => Math.cos(radians(degrees));

/**
 * Positions and score of its and cat at home and later; the angle of each pair in degrees; their mean cosine.
 * @param {{ shift: number, distance: number }} values
 */
export function compute({ shift, distance }) {
  const places = [0, shift].map((more) => [KEY_AT + distance + more, KEY_AT + more]);
  const scores = places.map(([m, n]) => {
    const sines = Math.sin(radians(m * THETA)) * Math.sin(radians(n * THETA));
    return cosine(m * THETA) * cosine(n * THETA) + sines;
  });
  const pairs = Array.from({ length: WIDTH / 2 }, (_, i) => i);
  const angles = pairs.map((i) => ((distance * 10000 ** ((-2 * i) / WIDTH)) / Math.PI) * 180);
  const mean = angles.reduce((sum, angle) => sum + cosine(angle), 0) / angles.length;
  return { places, scores, angles, mean };
}

/**
 * @param {number[]} centre
 * @param {number} radius
 * @param {number} degrees
 */
const point = ([x, y], radius, degrees) => [
  x + radius * cosine(degrees),
  y - radius * Math.sin(radians(degrees)),
];

/**
 * @param {SVGElement} svg
 * @param {{ shift: number, distance: number }} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { shift, distance }, { places, scores, angles, mean }) {
  const [radius] = numbers(svg, "radius");
  places.forEach(([query, key], i) => {
    const name = "ab"[i];
    const centre = numbers(svg, `dial${name}`);
    hand(svg, `its-${name}`, centre, radius, query * THETA, distance % 12 ? "its" : "its, cat");
    hand(svg, `cat-${name}`, centre, radius, key * THETA, distance % 12 ? "cat" : "");
    const step = ((distance * THETA) % 360) / 12;
    const arc = Array.from({ length: 13 }, (_, n) => point(centre, radius / 3, key * THETA + n * step));
    set(svg, `arc-${name}`, { d: way(arc) });
    set(svg, `places-${name}`, {}, `positions ${query} and ${key}`);
    set(svg, `score-${name}`, {}, `cos ${distance * THETA}° = ${plain(scores[i])}`);
  });
  const [small, columns, apart, left, top] = numbers(svg, "small");
  angles.forEach((angle, n) => {
    const centre = [left + (n % columns) * apart, top + Math.floor(n / columns) * apart];
    set(svg, `pair${n}`, { d: way([centre, point(centre, small, angle)]) });
  });
  set(svg, "shift", {}, `${words(shift)} in front`);
  set(svg, "heads", {}, `each turned by the distance, ${distance}`);
  set(svg, "mean", {}, `Mean of the cosines: ${plain(mean)}`);
}

/**
 * @param {SVGElement} svg
 * @param {string} name
 * @param {number[]} centre
 * @param {number} radius
 * @param {number} degrees
 * @param {string} words
 */
function hand(svg, name, centre, radius, degrees, words) {
  const [[x, y], [u, v]] = [point(centre, radius, degrees), point(centre, radius + 16, degrees)];
  set(svg, name, { d: way([centre, [x, y]]) });
  set(svg, `tip-${name}`, { cx: x.toFixed(1), cy: y.toFixed(1) });
  set(svg, `word-${name}`, { x: u.toFixed(1), y: (v + 4).toFixed(1) }, words);
}

/** @param {number} count */
const words = (count) => `${count} ${count === 1 ? "word" : "words"}`;

/** Two decimals with a true minus. @param {number} value */
const plain = (value) => (Math.abs(value) < 0.005 ? "0.00" : value.toFixed(2).replace("-", "−"));

/**
 * @param {{ shift: number, distance: number }} values
 * @param {ReturnType<typeof compute>} data
 */
export function say({ shift }, { places, scores, mean }) {
  const [home, later] = places.map(([m, n]) => `${m} and ${n}`);
  const same = `At positions ${home} the score of one pair is ${plain(scores[0])}`;
  const moved = `and after ${words(shift)}, at ${later}, it is ${plain(scores[1])}`;
  return `${same}, ${moved}. The mean over all 32 pairs is ${plain(mean)} in both places.`;
}
