// @ts-check
/** PPO: what one ratio counts for in the clipped objective, and which way the gradient pulls it. */
import { scales, set, tenth, way } from "./plot.js";

const NAMES = ["56", "54", "63"];
const OLD = [0.5, 0.3, 0.2];
const NEW = [0.65, 0.15, 0.2];
const ADVANTAGE = [0.5, -0.5, -0.5];
const DRAWN = 0.2;
const REACH = 0.26;

/** @typedef {{ advantage: number, ratio: number, epsilon: number }} Values */

export const knobs = [
  {
    name: "advantage",
    label: "Advantage",
    choices: [
      [0.5, "+0.5"],
      [-0.5, "−0.5"],
    ],
    value: 0.5,
  },
  { name: "ratio", label: "Ratio of new to old probability", min: 0, max: 2, step: 0.05, value: 1.3 },
  { name: "epsilon", label: "ε, half the width of the range", min: 0.1, max: 0.5, step: 0.05, value: DRAWN },
];

/** @param {number} ratio @param {number} epsilon */
const clip = (ratio, epsilon) => Math.min(Math.max(ratio, 1 - epsilon), 1 + epsilon);

/** @param {number} ratio @param {number} advantage @param {number} epsilon */
const counted = (ratio, advantage, epsilon) => Math.min(ratio * advantage, clip(ratio, epsilon) * advantage);

/** @param {Values} values */
export function compute({ advantage, ratio, epsilon }) {
  const beyond = advantage > 0 ? ratio > 1 + epsilon : ratio < 1 - epsilon;
  const terms = NEW.map((p, i) => counted(p / OLD[i], ADVANTAGE[i], epsilon));
  return {
    plain: ratio * advantage,
    clipped: clip(ratio, epsilon) * advantage,
    term: counted(ratio, advantage, epsilon),
    gradient: beyond ? 0 : advantage,
    terms,
    objective: terms.reduce((sum, term, i) => sum + OLD[i] * term, 0),
  };
}

/**
 * @param {SVGElement} svg
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { ratio, epsilon }, { term, gradient, terms }) {
  const { x, y } = scales(svg);
  /** What matplotlib draws is in a group of its own. @param {string} name @param {Record<string, any>} attributes */
  const inside = (name, attributes) => {
    const shape = svg.querySelector(`[data-part="${name}"] > *`);
    for (const key in attributes) shape?.setAttribute(key, attributes[key]);
  };
  const [low, high] = [1 - epsilon, 1 + epsilon];
  const ends = [y(-1.12), y(1.12)];
  inside("range", {
    d: `${way([
      [x(low), ends[0]],
      [x(high), ends[0]],
      [x(high), ends[1]],
      [x(low), ends[1]],
    ])}Z`,
  });
  for (const [name, sign] of /** @type {[string, number][]} */ ([
    ["gain", 0.5],
    ["loss", -0.5],
  ]))
    inside(name, { d: way([0, low, high, 2].map((r) => [x(r), y(counted(r, sign, epsilon))])) });
  NAMES.forEach((name, i) => {
    const moved = tenth(y(terms[i]) - y(counted(NEW[i] / OLD[i], ADVANTAGE[i], DRAWN)));
    for (const part of ["dot", "name"]) set(svg, part + name, { transform: `translate(0 ${moved})` });
  });
  inside("ring", { cx: tenth(x(ratio)), cy: tenth(y(term)) });
  const [from, at, to] = [x(ratio), y(term), x(ratio + REACH * Math.sign(gradient))];
  const back = 6 * Math.sign(gradient);
  const tip = gradient
    ? way([
        [to - back, at - 4],
        [to, at],
        [to - back, at + 4],
      ])
    : "";
  inside("pull", {
    d:
      way([
        [from, at],
        [to, at],
      ]) + tip,
  });
  const label = svg.querySelector('[data-part="epsilon"] text');
  if (label) label.textContent = `1 ± ${epsilon}`;
}

/** @param {number} value */
const two = (value) => value.toFixed(2).replace("-", "−");

/**
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function say({ advantage }, { plain, clipped, term, gradient, objective }) {
  const pull = advantage > 0 ? ["gained enough", "raises"] : ["lost enough", "lowers"];
  return (
    `Ratio times advantage is ${two(plain)}, with the clipped ratio ${two(clipped)}; the smaller counts, ${two(term)}. ` +
    (gradient
      ? `The gradient ${pull[1]} the probability.`
      : `The answer has ${pull[0]}, and the gradient is 0.`) +
    ` The whole objective for the page’s three answers is ${two(objective)}.`
  );
}
