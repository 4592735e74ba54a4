// @ts-check
/** Adam: how long the second average remembers, and whether the averages are corrected. */

import { numbers, set, tenth, way } from "./plot.js";

/** @typedef {{ nines: number, corrected: boolean }} Values β₂ is 1 less ten to the power of minus `nines`. */

const [BETA1, EPSILON] = [0.9, 1e-8];
/** Of the picture: a third as large in the second half. */
const GRADIENTS = [
  1.55, 2.28, -2.05, 0.36, 1.51, 1.85, 1.15, 2, 0.79, 1.05, 0.68, -0.57, -0.35, 0.88, -0.08, 1.77, 1.79, 2.3,
  0.47, 1.88, -0.41, -0.32, 0.58, 0.78, -1.1, -0.41, 0.29, -0.12, 0.57, 0.3, 0.27, 0.24, 0.47, 0.12, 0.53,
  -0.01, 0.09, -0.06, 0.37, 0.18, -0.12, 0.83, 0.05, 0.13, 0.3, 0.75, 0.12, 0.4, 0.2, -0.32,
];

/** @param {number} nines */
const beta = (nines) => 1 - 10 ** -nines;

export const knobs = [
  {
    name: "nines",
    label: "β₂, the memory of the second average",
    min: 1,
    max: 3,
    step: 0.1,
    value: 3,
    format: (/** @type {number} */ nines) => String(+beta(nines).toFixed(4)),
  },
  { name: "corrected", label: "Correct the averages", checkbox: true, value: true },
];

/**
 * The averages as set, and a step for each gradient: as set, and with the correction the other way.
 * @param {Values} values
 */
export function compute({ nines, corrected }) {
  const beta2 = beta(nines);
  let [m, v] = [0, 0];
  const rows = GRADIENTS.map((g, n) => {
    m = BETA1 * m + (1 - BETA1) * g;
    v = beta2 * v + (1 - beta2) * g ** 2;
    const hats = [m / (1 - BETA1 ** (n + 1)), Math.sqrt(v / (1 - beta2 ** (n + 1)))];
    const bare = [m, Math.sqrt(v)];
    const [[mean, root], other] = corrected ? [hats, bare] : [bare, hats];
    return { g, mean, root, step: mean / (root + EPSILON), other: other[0] / (other[1] + EPSILON) };
  });
  const longest = Math.max(...rows.map(({ step }) => Math.abs(step)));
  const last = rows.slice(-10).reduce((sum, { step }) => sum + Math.abs(step), 0) / 10;
  return { beta2, rows, longest, last };
}

/**
 * @param {SVGElement} svg
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { corrected }, { rows }) {
  for (const [panel, names] of /** @type {const} */ ([
    ["first", ["mean", "root"]],
    ["second", ["step", "other"]],
  ])) {
    const [left, top, right, bottom, low, high] = numbers(svg, panel);
    for (const name of names) {
      const points = rows.map((row, n) => [
        left + ((right - left) * (n + 1)) / rows.length,
        bottom + ((top - bottom) * (row[name] - low)) / (high - low),
      ]);
      set(svg, name, { d: way(points) });
      set(svg, `${name}-name`, panel === "first" ? { y: tenth(points[points.length - 1][1] + 4) } : {});
    }
  }
  set(svg, "step-name", {}, corrected ? "with correction" : "without correction");
  set(svg, "other-name", {}, corrected ? "without correction" : "with correction");
}

/**
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function say({ corrected }, { beta2, longest, last }) {
  const how = corrected ? "corrected" : "not corrected";
  return (
    `With β₂ = ${+beta2.toFixed(4)}, ${how}, the longest of the fifty steps is ${longest.toFixed(2)} α, ` +
    `and the last ten measure ${last.toFixed(2)} α on average.`
  );
}
