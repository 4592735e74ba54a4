// @ts-check
/** GPT-3: how many examples a prompt holds, and what each way of using them does to the weights. */

import { numbers, set, tenth } from "./plot.js";

/** @typedef {{ K: number, tokens: number }} Values */
/** @typedef {{ most: number, used: number, fits: boolean }} Data */

const WINDOW = 2048;
const BESIDES = 20;

export const knobs = [
  { name: "K", label: "Examples", min: 0, max: 100, step: 1, value: 2 },
  { name: "tokens", label: "Tokens in each", min: 5, max: 200, step: 5, value: 10 },
];

/** @param {Values} values @returns {Data} */
export function compute({ K, tokens }) {
  const most = Math.floor((WINDOW - BESIDES) / tokens);
  return { most, used: BESIDES + K * tokens, fits: K <= most };
}

/** @param {SVGElement} svg @param {Values} values @param {Data} data */
export function show(svg, { K }, { most, used, fits }) {
  const [, top] = numbers(svg, "at");
  const shown = (/** @type {boolean} */ yes) => ({ visibility: yes ? "visible" : "hidden" });
  for (const n of [0, 1]) {
    for (const part of [`row${n}`, `row${n}-tip`]) set(svg, part, shown(K > n));
    set(svg, `example${n}`, shown(K > n));
  }
  const more = K > 2 ? `… and ${K - 2} more` : "";
  const lines = 2 + Math.min(K, 3);
  set(svg, "more-steps", {}, more);
  set(svg, "more-examples", {}, more);
  set(svg, "question", { y: top + 50 + 19 * (lines - 1) });
  set(svg, "prompt", { height: 12 + 19 * lines });
  set(svg, "last", {}, `θ${[...String(K)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[+digit]).join("")}`);
  set(svg, "changes", {}, K === 0 ? "none, nothing to learn from" : `all, ${times(K)}`);
  set(svg, "name", {}, name(K));
  set(svg, "filled", {}, `window: ${used.toLocaleString("en")} of 2,048 tokens`);
  set(svg, "room", {}, fits ? `room for ${most}` : "too many");
  set(svg, "used", { width: tenth((284 * Math.min(used, WINDOW)) / WINDOW) });
}

/** @param {number} K */
const name = (K) => ["Zero-shot", "One-shot"][K] ?? "Few-shot";

/** @param {number} K */
const times = (K) => (K === 1 ? "once" : `${K} times`);

/** @param {Values} values @param {Data} data */
export function say({ K, tokens }, { most, used, fits }) {
  const room = `The window has room for ${most} examples of ${tokens} tokens`;
  return fits
    ? `${name(K)}: the prompt takes ${used.toLocaleString("en")} of 2,048 tokens, 20 of them for the task, the question and the answer. ${room}. Weights changed: 0.`
    : `${room}: of the ${K} examples the last ${K - most} must go. Weights changed: 0.`;
}
