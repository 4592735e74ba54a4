// @ts-check
/** Sparks of AGI: how sure a percentage is, and whether two of them differ, by the number of tries. */

import { scales, set, tenth, way } from "./plot.js";

/** @typedef {{ n: number, pair: string }} Values Tries behind each percentage; which two are compared. */
/** @typedef {{ intervals: number[][][], errors: number[], z: number }} Data Shares: a row of intervals for each task; of the pair. */

/** Section 8.2: sums at once, sums with steps, one number changed with steps. */
const PERCENTS = [
  [58, 16, 12, 0],
  [100, 90],
  [32, 25, 22, 18],
];

export const knobs = [
  { name: "n", label: "Tries behind each percentage", min: 25, max: 400, step: 25, value: 100 },
  {
    name: "pair",
    label: "Compare",
    choices: [
      ["32 18", "planning: 32% and 18%"],
      ["58 16", "sums, lower ranges: 58% and 16%"],
      ["16 12", "sums, middle ranges: 16% and 12%"],
      ["82 67", "HumanEval, two reports: 82% and 67%"],
    ],
    value: "32 18",
  },
];

/** Wilson's 95% interval. @param {number} p @param {number} n */
function interval(p, n) {
  const z = 1.96;
  const middle = p + z ** 2 / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [middle - spread, middle + spread].map((end) => end / (1 + z ** 2 / n));
}

/** @param {string} pair */
const shares = (pair) => pair.split(" ").map((percent) => Number(percent) / 100);

/** @param {Values} values @returns {Data} */
export function compute({ n, pair }) {
  const [p, q] = shares(pair);
  const errors = [p, q].map((share) => Math.sqrt((share * (1 - share)) / n));
  return {
    intervals: PERCENTS.map((row) => row.map((percent) => interval(percent / 100, n))),
    errors,
    z: (p - q) / Math.hypot(errors[0], errors[1]),
  };
}

/** @param {SVGElement} svg @param {Values} _values @param {Data} data */
export function show(svg, _values, { intervals }) {
  const { y } = scales(svg);
  intervals.forEach((row, task) => {
    row.forEach((ends, i) => {
      const name = `bar${task}${i}`;
      const x = Number.parseFloat(
        svg.querySelector(`[data-part=${name}]`)?.getAttribute("d")?.slice(1) ?? "",
      );
      set(svg, name, { d: way(ends.map((end) => [x, y(100 * end)])) });
    });
  });
}

/** @param {Values} values @param {Data} data */
export function say({ n, pair }, { errors, z }) {
  const [p, q] = pair.split(" ");
  const [s, t] = errors.map((error) => tenth(100 * error));
  const verdict =
    z > 2.5 ? "more than chance" : z > 2 ? "just beyond what chance often does" : "chance can do that";
  return (
    `With ${n} tries each, ${p}% and ${q}% have standard errors of ${s} and ${t} points; the two are ` +
    `${z.toFixed(1)} standard errors apart: ${verdict}.`
  );
}
