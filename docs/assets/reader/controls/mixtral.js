// @ts-check
/** Mixtral: experts of a layer and how many work, the ways of a batch, and the parameters that are moved. */

import { boxes, draws, numbers, set, tenth } from "./plot.js";

export const knobs = [
  { name: "experts", label: "Experts in a layer", min: 1, max: 8, step: 1, value: 8 },
  { name: "working", label: "Experts that work on a token", min: 1, max: 8, step: 1, value: 2 },
  { name: "batch", label: "Tokens in the batch", min: 1, max: 64, step: 1, value: 1 },
];

const SCORES = [0.1, 2.0, -1.0, 0.4, 3.0, 0.2, -0.5, 1.1];
/** The experts of the drawn token, two a layer; in the marked layer they are those of the scores. */
const WAY = "5712075734573757260615060223074714235747572745372306232445262715";
const [LAYERS, MARKED] = [32, 16];
const [WIDTH, INNER, KEYS, WORDS] = [4096, 14336, 1024, 32000];

/**
 * The weights that a router gives by its scores, zero but for the largest.
 * @param {number[]} scores
 * @param {number} working
 */
function gate(scores, working) {
  const least = [...scores].sort((a, b) => b - a)[working - 1];
  const powers = scores.map((score) => (score >= least ? Math.exp(score) : 0));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

/**
 * Some of the experts, all equally likely.
 * @param {() => number} random
 * @param {number} experts
 * @param {number} working
 */
function drawn(random, experts, working) {
  const found = [];
  for (let expert = 0; expert < experts; expert += 1)
    if (random() * (experts - expert) < working - found.length) found.push(expert);
  return found;
}

/**
 * Weights in the marked layer; for each layer the experts of the first token and of the whole batch; how many
 * are read on average; parameters held, read for the batch, used by a token.
 * @param {{ experts: number, working: number, batch: number }} values
 */
export function compute({ experts, working: wanted, batch }) {
  const working = Math.min(wanted, experts);
  const weights = gate(SCORES.slice(0, experts), working);
  const random = draws(1);
  const token = Array.from({ length: LAYERS }, (_, layer) => {
    if (layer === MARKED) return [...weights.keys()].filter((expert) => weights[expert]);
    const usual = experts === 8 && working === 2;
    return usual ? [...WAY.slice(2 * layer, 2 * layer + 2)].map(Number) : drawn(random, experts, working);
  });
  const lit = token.map((own) => {
    const all = new Set(own);
    for (let other = 1; other < batch; other += 1)
      for (const expert of drawn(random, experts, working)) all.add(expert);
    return [...all].sort();
  });
  const read = experts * (1 - (1 - working / experts) ** batch);
  const one = 3 * WIDTH * INNER;
  const layer = 2 * WIDTH ** 2 + 2 * WIDTH * KEYS + WIDTH * experts;
  const rest = LAYERS * layer + 2 * WORDS * WIDTH;
  const [held, moved, used] = [experts, read, working].map((count) => LAYERS * count * one + rest);
  return { working, weights, token, lit, read, held, moved, used };
}

const MOST = compute({ experts: 8, working: 2, batch: 1 }).held;

/**
 * @param {SVGElement} svg
 * @param {{ experts: number, working: number, batch: number }} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { experts, batch }, { weights, token, lit, held, moved, used }) {
  const [x, y, ax, ay, bx, by, w, h] = numbers(svg, "grid");
  const cells = (/** @type {number[][]} */ rows) =>
    boxes(rows.flatMap((row, n) => row.map((e) => [x + n * ax + e * bx, y + n * ay + e * by, w, h])));
  set(svg, "empty", { d: cells(token.map(() => [...weights.keys()])) });
  set(svg, "token", { d: cells(token) });
  set(svg, "batch", { d: cells(lit.map((row, n) => row.filter((expert) => !token[n].includes(expert)))) });
  set(svg, "frame", ay ? { width: experts * bx + 4 } : { height: experts * by + 3 });
  const [scale] = numbers(svg, "weight");
  SCORES.forEach((score, n) => {
    const [there, weight] = [n < experts, weights[n] ?? 0];
    const colour = { class: `rl-fill-${weight ? "accent" : "ink"}` };
    set(svg, `h${n}`, {}, there ? `${n}` : "");
    set(svg, `e${n}`, colour, there ? `${n}` : "");
    set(svg, `s${n}`, colour, there ? score.toFixed(1).replace("-", "−") : "");
    set(svg, `w${n}`, {}, weight ? weight.toFixed(2) : "");
    set(svg, `b${n}`, { width: tenth(scale * weight) });
  });
  const tokens = batch === 1 ? "1 token" : `${batch} tokens`;
  const ways = batch === 1 ? "way of one token" : `ways of ${tokens}`;
  set(svg, "way", {}, `the ${ways} through 32 layers`);
  set(svg, "name-read", {}, `read for ${tokens}`);
  const [full] = numbers(svg, "bar");
  for (const [name, count] of Object.entries({ held, read: moved, used })) {
    const width = (full * count) / MOST;
    set(svg, `bar-${name}`, { width: tenth(width) });
    const [bar] = svg.querySelectorAll(`[data-part="bar-${name}"]`);
    set(
      svg,
      `told-${name}`,
      { x: tenth(Number(bar?.getAttribute("x")) + width + 8) },
      `${billions(count)} billion`,
    );
  }
}

/** @param {number} count */
const billions = (count) => (count / 1e9).toFixed(1);

/**
 * @param {{ experts: number, working: number, batch: number }} values
 * @param {ReturnType<typeof compute>} data
 */
export function say({ experts, batch }, { read, held, used, working }) {
  const memory = `${billions(held)} billion parameters are held, ${Math.round((2 * held) / 1e9)} GB at two bytes each`;
  const tokens = batch === 1 ? "A single token reads" : `A batch of ${batch} reads`;
  const average = working === experts || batch === 1 ? "" : " on average, if choices are random";
  const layer =
    experts === 1 ? "the only expert of a layer" : `${+read.toFixed(1)} of ${experts} experts of a layer`;
  return `${memory}; a token uses ${billions(used)} billion. ${tokens} ${layer}${average}.`;
}
