// @ts-check
/** The Pile: the weights of all parts when three of them are read more or less often. */

import { numbers, set, tenth, way } from "./plot.js";

/** @typedef {{ cc: number, books: number, wiki: number }} Values */
/** @typedef {{ weights: number[], shares: number[], total: number }} Data In training, of the raw size; GiB in one pass. */

/** Table 1: raw size in GiB and epochs. */
const PARTS = [
  [227.12, 1],
  [90.27, 2],
  [100.96, 1.5],
  [62.77, 2],
  [56.21, 2],
  [95.16, 1],
  [51.15, 1.5],
  [32.2, 2],
  [22.9, 2],
  [19.26, 2],
  [10.88, 2.5],
  [12.98, 1.5],
  [6.38, 3],
  [7.75, 2],
  [5.52, 2],
  [6.3, 1.5],
  [4.59, 2],
  [3.9, 2],
  [3.73, 2],
  [2.38, 2],
  [1.89, 2],
  [0.88, 2],
];
/** Where the parts are that the knobs move. */
const [CC, BOOKS, WIKI] = [0, 2, 12];

const range = { min: 0.5, max: 5, step: 0.5 };
export const knobs = [
  { name: "cc", label: "Epochs of Pile-CC", ...range, value: 1 },
  { name: "books", label: "Epochs of Books3", ...range, value: 1.5 },
  { name: "wiki", label: "Epochs of Wikipedia", ...range, value: 3 },
];

/** @param {Values} values */
const epochs = ({ cc, books, wiki }) =>
  PARTS.map(([, given], n) => (n === CC ? cc : n === BOOKS ? books : n === WIKI ? wiki : given));

/** @param {number[]} sizes */
const normed = (sizes) => {
  const total = sizes.reduce((sum, size) => sum + size);
  return { total, shares: sizes.map((size) => size / total) };
};

/** @param {Values} values @returns {Data} */
export function compute(values) {
  const read = epochs(values);
  const { total, shares } = normed(PARTS.map(([size], n) => size * read[n]));
  return { weights: shares, shares: normed(PARTS.map(([size]) => size)).shares, total };
}

/** @param {SVGElement} svg @param {Values} values @param {Data} data */
export function show(svg, values, { weights, shares }) {
  const [left, right] = numbers(svg, "axis");
  const across = (/** @type {number} */ share) =>
    left + (Math.log(share / 0.0008) / Math.log(0.4 / 0.0008)) * (right - left);
  const read = epochs(values);
  weights.forEach((weight, n) => {
    const [start, end] = [across(shares[n]), across(weight)];
    const circle = /** @type {SVGElement} */ (svg.querySelector(`[data-part="read${n}"]`));
    const y = Number(circle.getAttribute("cy"));
    set(svg, `way${n}`, {
      d: way([
        [start, y],
        [end, y],
      ]),
    });
    set(svg, `read${n}`, { cx: tenth(end) });
    set(svg, `epochs${n}`, {}, String(read[n]));
    set(svg, `name${n}`, { x: tenth(n < 11 ? Math.min(start, end) - 9 : Math.max(start, end) + 9) });
    const side = weight < shares[n] ? -1 : 1;
    const beside = (/** @type {number} */ x, /** @type {number} */ side) => ({
      x: tenth(x + 9 * side),
      "text-anchor": side < 0 ? "end" : "start",
    });
    set(svg, `share${n}`, beside(end, side), percent(weight));
    set(svg, `raw${n}`, beside(start, -side));
  });
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)}%`;

/** @param {Values} _values @param {Data} data */
export function say(_values, { weights, total }) {
  return (
    `Of ${Math.round(total).toLocaleString("en")} GiB read in one pass, Pile-CC is ${percent(weights[CC])}, Books3 ` +
    `${percent(weights[BOOKS])} and Wikipedia ${percent(weights[WIKI])}.`
  );
}
