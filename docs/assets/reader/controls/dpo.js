// @ts-check
/** DPO: descent on the loss over all pairs of four answers, step by step. */
import { numbers, set, tenth } from "./plot.js";

const REFERENCE = [0.2, 0.3, 0.4, 0.1];
const REWARD = [1, 0.8, 0, -1];
const CHOSEN = 0;
const REJECTED = 2;

/** @typedef {{ beta: number, steps: number }} Values */

export const knobs = [
  { name: "beta", label: "β, the price of moving away", min: 0.05, max: 2, step: 0.05, value: 1 },
  { name: "steps", label: "Steps of training on the pairs", min: 0, max: 40, step: 1, value: 40 },
];

/** @param {number} z */
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/** @param {number[]} logs */
function normalized(logs) {
  const most = Math.max(...logs);
  const parts = logs.map((one) => Math.exp(one - most));
  const sum = parts.reduce((a, b) => a + b);
  return parts.map((part) => part / sum);
}

/** @param {Values} values */
function trained({ beta, steps }) {
  const start = REFERENCE.map(Math.log);
  let logs = start;
  for (let step = 0; step < steps; step += 1) {
    const change = logs.map((log, i) => log - start[i]);
    /** @param {number} w @param {number} l */
    const pull = (w, l) => sigmoid(REWARD[w] - REWARD[l]) * beta * sigmoid(beta * (change[l] - change[w]));
    const up = change.map((_, i) => change.reduce((sum, _, j) => sum + pull(i, j) - pull(j, i), 0));
    logs = logs.map((log, i) => log + ((8 / beta ** 2) * up[i]) / 16);
  }
  return normalized(logs);
}

/** @param {Values} values */
export function compute(values) {
  const { beta } = values;
  const policy = trained(values);
  const best = normalized(REFERENCE.map((p, i) => Math.log(p) + REWARD[i] / beta));
  const read = policy.map((p, i) => beta * Math.log(p / REFERENCE[i]));
  const margin = read[CHOSEN] - read[REJECTED];
  const weight = beta * sigmoid(-margin);
  return {
    policy,
    best,
    read,
    margin,
    probability: sigmoid(margin),
    loss: Math.log1p(Math.exp(-margin)),
    weight,
  };
}

/**
 * @param {SVGElement} svg
 * @param {Values} _values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, _values, { policy, best, read }) {
  const [left, unit] = numbers(svg, "policy");
  const [zero, scale] = numbers(svg, "read");
  policy.forEach((p, i) => {
    set(svg, `policy${i}`, { width: tenth(p * unit) });
    const end = { x: tenth(left + Math.max(p, best[i]) * unit + 5) };
    set(svg, `policyvalue${i}`, end, p.toFixed(2));
    set(svg, `best${i}`, { x: tenth(left + best[i] * unit - 0.75) });
    const value = read[i];
    set(svg, `read${i}`, {
      x: tenth(zero + Math.min(value, 0) * scale),
      width: tenth(Math.abs(value) * scale),
    });
    const side = value < 0 ? { x: zero + 5, "text-anchor": "start" } : { x: zero - 5, "text-anchor": "end" };
    set(svg, `readvalue${i}`, side, value.toFixed(2).replace("-", "−"));
  });
  const shifts = read.map((value, i) => REWARD[i] - value);
  const even = Math.max(...shifts) - Math.min(...shifts) < 0.01;
  const mean = shifts.reduce((a, b) => a + b) / shifts.length;
  set(svg, "shift", {}, even ? "the rewards, all" : "on the way to");
  set(svg, "by", {}, even ? `lower by ${mean.toFixed(2)}` : "the rewards");
}

/**
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export const say = ({ beta, steps }, { margin, probability, loss, weight }) =>
  `After ${steps} ${steps === 1 ? "step" : "steps"} the short right answer leads the wrong one by a margin of ` +
  `${margin.toFixed(2)}: it wins with probability ${probability.toFixed(2)}, the loss of this pair is ` +
  `${loss.toFixed(2)}, and it pulls with the weight ${weight.toFixed(3)}, of at most ${beta}.`;
