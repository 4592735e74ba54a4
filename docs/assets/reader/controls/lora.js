// @ts-check
/** LoRA: what is trained in GPT-3, by the rank and by the matrices that are adapted. */
import { numbers, set, tenth, way } from "./plot.js";

const WIDTH = 12288;
const LAYERS = 96;
const ALL = 175255.8e6;
const KINDS = /** @type {const} */ (["q", "k", "v", "o"]);

/** @typedef {{ rank: number, q: boolean, k: boolean, v: boolean, o: boolean }} Values */

export const knobs = [
  { name: "rank", label: "Rank", choices: [1, 2, 4, 8, 64].map((rank) => [rank, String(rank)]), value: 4 },
  { name: "q", label: "Wq, the queries", checkbox: true, value: true },
  { name: "k", label: "Wk, the keys", checkbox: true, value: false },
  { name: "v", label: "Wv, the values", checkbox: true, value: true },
  { name: "o", label: "Wo, the output", checkbox: true, value: false },
];

/** @param {Values} values */
export function compute(values) {
  const kinds = KINDS.filter((kind) => values[kind]).length;
  const weights = 2 * kinds * LAYERS * WIDTH * values.rank;
  return { kinds, weights, megabytes: (2 * weights) / 1e6, fewer: weights ? ALL / weights : null };
}

/** @param {number} value @param {number} digits */
const fixed = (value, digits) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/**
 * @param {SVGElement} svg
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, values, { weights, megabytes, fewer }) {
  const [side] = numbers(svg, "side");
  const corners = numbers(svg, "corners");
  const area = tenth((Math.sqrt(2 * WIDTH * values.rank) / WIDTH) * side);
  KINDS.forEach((kind, place) => {
    const [x, y] = corners.slice(2 * place);
    const on = values[kind];
    set(svg, `B${kind}`, {
      d: way([
        [x - 6, y],
        [x - 6, on ? y + side : y],
      ]),
    });
    set(svg, `A${kind}`, {
      d: way([
        [x, y - 6],
        [on ? x + side : x, y - 6],
      ]),
    });
    set(svg, `area${kind}`, { width: on ? area : 0, height: area });
    for (const name of ["A", "B"]) set(svg, `name${name}${kind}`, {}, on ? name : "");
    set(svg, `first${kind}`, { x: x + (on ? 22 : 6) }, on ? "A and B" : "frozen");
    set(svg, `second${kind}`, {}, on ? "together" : "");
  });
  set(svg, "head", {}, `One of ${LAYERS} layers of GPT-3, rank ${values.rank}`);
  set(svg, "weights", {}, `${fixed(weights / 1e6, 1)} million weights trained in ${LAYERS} layers,`);
  const share = fewer ? `1 in ${fixed(fewer, 0)} of all weights` : "all weights frozen";
  set(svg, "size", {}, `${fixed(megabytes, 1)} MB a task, ${share}`);
}

/**
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function say({ rank }, { kinds, weights, megabytes, fewer }) {
  if (!fewer) return "Nothing is trained: choose at least one matrix.";
  const matrices = kinds === 1 ? "one matrix" : `${kinds} matrices`;
  return (
    `At rank ${rank} on ${matrices} in each layer, ${fixed(weights / 1e6, 1)} million weights are trained, ` +
    `1 for every ${fixed(fewer, 0)} of GPT-3; at two bytes each they take ${fixed(megabytes, 1)} MB a task.`
  );
}
