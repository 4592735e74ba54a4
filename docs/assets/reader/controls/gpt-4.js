// @ts-check
/** GPT-4: small runs whose losses level off at a constant, and what two fits to them promise. */

import { scales, set, tenth, way } from "./plot.js";

/** @typedef {{ c: number, largest: number }} Values The constant; the largest small run as a power of ten. */
/** @typedef {{ compute: number[], losses: number[], power: number[], bent: number[], full: number }} Data `power` and `bent`: a, b and c of the two fits. */

export const knobs = [
  { name: "c", label: "Constant c, the loss that remains", min: 0, max: 1.4, step: 0.05, value: 0.7 },
  {
    name: "largest",
    label: "Largest small run, of the full",
    min: -8,
    max: -2,
    step: 1,
    value: -4,
    format: (/** @type {number} */ value) => `1/${(10 ** -value).toLocaleString("en")}`,
  },
];

/** @param {number} C @param {number[]} fit */
const loss = (C, [a, b, c]) => a * C ** b + c;

/**
 * The a and b of a power law: a straight line through the logarithms, by least squares.
 * @param {number[]} C
 * @param {number[]} y
 */
function fitPower(C, y) {
  const [u, v] = [C.map(Math.log), y.map(Math.log)];
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value) / values.length;
  const [middle, height] = [mean(u), mean(v)];
  const b = mean(u.map((x, n) => (x - middle) * (v[n] - height))) / mean(u.map((x) => (x - middle) ** 2));
  return [Math.exp(height - b * middle), b, 0];
}

/**
 * The a, b and c of section 3.1: of 2,000 values of c, that which leaves the straightest line.
 * @param {number[]} C
 * @param {number[]} losses
 */
function fitLoss(C, losses) {
  let least = Infinity;
  let best = [0, 0, 0];
  for (let n = 0; n < 2000; n += 1) {
    const c = (0.999 * Math.min(...losses) * n) / 1999;
    const rest = losses.map((value) => value - c);
    const fit = fitPower(C, rest);
    const bend = rest.reduce((sum, value, i) => sum + Math.log(value / loss(C[i], fit)) ** 2, 0);
    if (bend < least) [least, best] = [bend, [fit[0], fit[1], c]];
  }
  return best;
}

/** @param {Values} values @returns {Data} */
export function compute({ c, largest }) {
  const C = Array.from({ length: 7 }, (_, n) => 10 ** (-10 + (n * (largest + 10)) / 6));
  const losses = C.map((one) => loss(one, [0.8, -0.06, c]));
  return { compute: C, losses, power: fitPower(C, losses), bent: fitLoss(C, losses), full: 0.8 + c };
}

/** @param {SVGElement} svg @param {Values} _values @param {Data} data */
export function show(svg, _values, { compute, losses, power, bent, full }) {
  const { x, y } = scales(svg);
  const [start, end, top, bottom] = [x(compute[6]), x(1), y(5.5), y(0.7)];
  set(svg, "ahead", {
    d: `${way([
      [start, bottom],
      [end, bottom],
      [end, top],
      [start, top],
    ])}Z`,
  });
  const grid = Array.from({ length: 41 }, (_, n) => 10 ** (-10 + n / 4));
  /** @param {string} name @param {number[]} fit @param {number} below @param {number} dx @param {number} dy */
  const curve = (name, fit, below, dx, dy) => {
    set(svg, name, { d: way(grid.map((C) => [x(C), y(loss(C, fit))])) });
    set(svg, `${name}-end`, { y: tenth(y(loss(1, fit)) + below) }, loss(1, fit).toFixed(2));
    set(svg, `${name}-name`, { x: tenth(x(0.01) + dx), y: tenth(y(loss(0.01, fit)) + dy) });
  };
  curve("straight", power, 12, -2, 22);
  curve("level", bent, -4, 2, -12);
  for (const [n, value] of losses.entries()) {
    set(svg, `run${n}`, { cx: tenth(x(compute[n])), cy: tenth(y(value)) });
  }
  set(svg, "runs", { x: tenth(x(compute[3]) + 4), y: tenth(y(losses[3]) - 10) });
  set(svg, "full", { cy: tenth(y(full)) });
}

/** @param {Values} _values @param {Data} data */
export function say(_values, { losses, power, bent, full }) {
  return (
    `The largest small run has a loss of ${losses[6].toFixed(2)}, and the full run will end at ${full.toFixed(2)}. ` +
    `A pure power law promises ${loss(1, power).toFixed(2)}, a fit with a constant ${loss(1, bent).toFixed(2)}.`
  );
}
