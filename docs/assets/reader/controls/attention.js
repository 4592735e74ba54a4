// @ts-check
/** Attention over five words: how wide queries and keys are, whether scores are divided, who sees whom. */

import { set } from "./plot.js";

export const knobs = [
  {
    name: "width",
    label: "dₖ, the width of queries and keys, if scores grow as those of random vectors do",
    min: 4,
    max: 512,
    step: 4,
    value: 4,
  },
  { name: "scaled", label: "Divide the scores by √dₖ", checkbox: true, value: true },
  { name: "masked", label: "Hide later words, as in a decoder", checkbox: true, value: false },
];

/** Queries times keys of "The cat drank its milk", at width 4. */
const DOTS = [
  [0, 2, 0, 0, 2],
  [0, 0, 4, 0, 0],
  [0, 4, 0, 0, 2],
  [0, 6, 0, 0, 2],
  [2, 0, 4, 2, 0],
];
const VALUES = [
  [0, 0],
  [10, 0],
  [0, 0],
  [0, 0],
  [0, 10],
];

/** @param {number[]} row */
function softmax(row) {
  const powers = row.map((score) => Math.exp(score - Math.max(...row)));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

/**
 * Scores, weights and outputs, a row for each word.
 * @param {{ width: number, scaled: boolean, masked: boolean }} values
 */
export function compute({ width, scaled, masked }) {
  const factor = Math.sqrt(width / 4) / (scaled ? Math.sqrt(width) : 1);
  const scores = DOTS.map((row) => row.map((dot) => dot * factor));
  const seen = scores.map((row, i) => row.map((score, j) => (masked && j > i ? -Infinity : score)));
  const weights = seen.map(softmax);
  const output = weights.map((row) =>
    [0, 1].map((k) => row.reduce((sum, w, j) => sum + w * VALUES[j][k], 0)),
  );
  return { scores, weights, output };
}

/**
 * @param {SVGElement} svg
 * @param {{ width: number, scaled: boolean, masked: boolean }} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { width, scaled, masked }, { scores, weights, output }) {
  scores.forEach((row, i) => {
    row.forEach((score, j) => {
      const hidden = masked && j > i;
      set(svg, `s${i}${j}`, {}, hidden ? "−∞" : String(+score.toFixed(score < 10 ? 1 : 0)));
      set(svg, `w${i}${j}`, { "fill-opacity": (weights[i][j] / 2).toFixed(3) });
      set(svg, `t${i}${j}`, {}, hidden ? "0" : weights[i][j].toFixed(2));
    });
    for (const k of [0, 1]) set(svg, `o${i}${k}`, {}, output[i][k].toFixed(1));
  });
  set(svg, "q", {}, `5 × ${width}`);
  set(svg, "k", {}, `${width} × 5`);
  set(svg, "how", {}, scaled ? `divided by √${width}` : "not divided");
}

/**
 * @param {{ width: number, scaled: boolean, masked: boolean }} _values
 * @param {ReturnType<typeof compute>} data
 */
export function say(_values, { weights, output }) {
  const [cat, milk] = [weights[3][1], weights[3][4]].map((weight) => weight.toFixed(2));
  const [first, second] = output[3].map((entry) => entry.toFixed(1));
  return `The word its gives the weight ${cat} to cat and ${milk} to milk; its output is (${first}, ${second}).`;
}
