// @ts-check
/** BERT: which words are chosen for guessing, what is read in their stead, and the loss that comes of it. */

import { draws, set } from "./plot.js";

export const knobs = [
  {
    name: "share",
    label: "Share of words to guess",
    min: 10,
    max: 50,
    step: 5,
    value: 35,
    format: (/** @type {number} */ value) => `${value}%`,
  },
  { name: "seed", label: "Draw again", draw: true, value: 12227 },
];

const TOKENS = "[CLS] the cat drank its milk [SEP] then it fell asleep [SEP]".split(" ");
const VOCABULARY = ["seven", "river", "green", "asks"];
/** What the model of the example makes of each word where it is asked. */
const PROBABILITIES = [0, 0.8, 0.5, 0.2, 0.7, 0.4, 0, 0.6, 0.8, 0.3, 0.9, 0];
/** @type {Record<string, string>} */
const HUES = { hidden: "topic-5", random: "topic-2", kept: "topic-4" };
const LENGTH = 512;

/** The nearest whole number, of a half the lower one. @param {number} value */
const round = (value) => Math.ceil(value - 0.5 - 1e-9);

/**
 * What becomes of each place ("" where nothing is asked), what is read there, the probability and loss of what
 * must be said, their mean, and how many tokens of a long text are chosen, hidden, replaced and kept.
 * @param {{ share: number, seed: number }} values
 */
export function compute({ share, seed }) {
  const random = draws(seed);
  const words = TOKENS.filter((token) => !token.startsWith("["));
  let [wanted, left] = [round((share / 100) * words.length), words.length];
  const fates = TOKENS.map((token) => {
    if (token.startsWith("[")) return "";
    const chosen = random() * left < wanted;
    left -= 1;
    if (!chosen) return "";
    wanted -= 1;
    const die = random();
    return die < 0.8 ? "hidden" : die < 0.9 ? "random" : "kept";
  });
  const read = TOKENS.map((token, i) => {
    if (fates[i] === "hidden") return "[MASK]";
    return fates[i] === "random" ? VOCABULARY[Math.floor(random() * VOCABULARY.length)] : token;
  });
  const p = fates.map((fate, i) => (fate ? PROBABILITIES[i] : null));
  const losses = p.map((probability) => (probability === null ? null : -Math.log(probability)));
  const asked = losses.filter((loss) => loss !== null);
  const mean = asked.reduce((sum, loss) => sum + loss, 0) / asked.length;
  const chosen = (share / 100) * LENGTH;
  const long = [chosen, 0.8 * chosen, 0.1 * chosen, 0.1 * chosen].map(round);
  return { fates, read, p, losses, mean, long };
}

/**
 * @param {SVGElement} svg
 * @param {{ share: number, seed: number }} _values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, _values, { fates, read, p, losses, mean }) {
  const arrow = svg.querySelector('[data-part="out0"]')?.textContent ?? "";
  TOKENS.forEach((token, i) => {
    const [fate, loss] = [fates[i], losses[i]];
    const hue = HUES[fate] ?? "rule";
    set(svg, `box${i}`, { class: `rl-fill-${hue} rl-stroke-${hue}` });
    set(svg, `read${i}`, {}, read[i]);
    set(svg, `fate${i}`, { class: `rl-fill-${HUES[fate] ?? "faded"}` }, fate);
    if (i) {
      set(svg, `out${i}`, {}, fate && arrow);
      set(svg, `say${i}`, {}, fate && token);
      set(svg, `p${i}`, {}, fate && `${p[i]}`);
      set(svg, `loss${i}`, {}, loss === null ? "" : loss.toFixed(2));
    }
  });
  set(
    svg,
    "mean",
    {},
    fates.some(Boolean) ? `mean loss of ${fates.filter(Boolean).length}: ${mean.toFixed(2)}` : "no loss",
  );
}

/**
 * @param {{ share: number, seed: number }} _values
 * @param {ReturnType<typeof compute>} data
 */
export function say(_values, { fates, mean, long }) {
  const asked = fates.filter(Boolean).length;
  const [chosen, hidden, random, kept] = long;
  const loss = asked ? `the mean loss is ${mean.toFixed(2)}` : "there is no loss";
  const here = `${asked} of 9 words must be guessed from the rest; ${loss}.`;
  return `${here} In ${LENGTH} tokens, ${chosen} would be chosen: ${hidden} hidden, ${random} replaced, ${kept} kept.`;
}
