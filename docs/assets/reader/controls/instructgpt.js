// @ts-check
/** InstructGPT: the best policy over five notes for a price of leaving the SFT model. */
import { numbers, set, tenth } from "./plot.js";

const NOTES = ["the clear note", "the vague note", "the rude note", "more requests", "flattery"];
const LOG_SFT = [Math.log(0.3), Math.log(0.4), Math.log(0.1), Math.log(0.2), -250];
const REWARD = [1, 0.5, -0.8, -1, 3];
const LIKING = [1, 0.5, -0.8, -1, -2];

/** @typedef {{ beta: number }} Values */

export const knobs = [
  {
    name: "beta",
    label: "β, the price of leaving the SFT model",
    choices: [0, 0.005, 0.008, 0.02, 0.1, 0.5, 2].map((beta) => [beta, String(beta)]),
    value: 0.02,
  },
];

/** @param {number} beta */
function best(beta) {
  if (beta === 0) return REWARD.map((reward) => (reward === Math.max(...REWARD) ? 1 : 0));
  const logs = LOG_SFT.map((log, i) => log + REWARD[i] / beta);
  const parts = logs.map((log) => Math.exp(log - Math.max(...logs)));
  const sum = parts.reduce((a, b) => a + b);
  return parts.map((part) => part / sum);
}

/** @param {Values} values */
export function compute({ beta }) {
  const policy = best(beta);
  /** @param {number[]} worth */
  const mean = (worth) => policy.reduce((sum, p, i) => sum + p * worth[i], 0);
  const apart = policy.map((p, i) => (p ? Math.log(p) - LOG_SFT[i] : 0));
  return { policy, reward: mean(REWARD), liking: mean(LIKING), distance: mean(apart) };
}

/**
 * @param {SVGElement} svg
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { beta }, { policy }) {
  const [left, unit] = numbers(svg, "policy");
  policy.forEach((p, i) => {
    set(svg, `policy${i}`, { width: tenth(p * unit) });
    set(svg, `value${i}`, { x: tenth(left + p * unit + 5) }, p.toFixed(2));
  });
  set(svg, "beta", {}, `β = ${beta}`);
}

/** @param {number} value */
const two = (value) => value.toFixed(2).replace("-", "−");

/**
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function say({ beta }, { policy, reward, liking, distance }) {
  const first = policy.indexOf(Math.max(...policy));
  return (
    `With β = ${beta} the likeliest is ${NOTES[first]}, at ${two(policy[first])}. The mean learned reward is ` +
    `${two(reward)}, people’s mean liking ${two(liking)}; the policy is ${distance.toFixed(1)} nats from the SFT model.`
  );
}
