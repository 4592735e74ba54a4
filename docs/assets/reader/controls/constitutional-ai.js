// @ts-check
/** Constitutional AI: the loss of the preference model under a hard, a soft and a clamped label. */
import { scales, set, tenth, way } from "./plot.js";

const KINDS = /** @type {const} */ (["clamped", "soft", "hard"]);
const LEADS = Array.from({ length: 29 }, (_, i) => -2 + i / 4);
const RATE = 0.5;
const LINE = 13;

/** @typedef {{ prefers: number, kind: "clamped" | "soft" | "hard" }} Values */

/** @param {number} z */
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

export const knobs = [
  {
    name: "prefers",
    label: "How far (A) leads, ℓA − ℓB",
    min: 0.1,
    max: 4,
    step: 0.1,
    value: 1.5,
    format: (/** @type {number} */ value) => `${value.toFixed(1)}, or p = ${sigmoid(value).toFixed(2)}`,
  },
  { name: "kind", label: "Label", choices: KINDS.map((kind) => [kind, kind]), value: "soft" },
];

/** @param {number} lead @param {number} p */
const loss = (lead, p) => p * Math.log1p(Math.exp(-lead)) + (1 - p) * Math.log1p(Math.exp(lead));

/** @param {number} p @param {number} steps */
function trained(p, steps) {
  let lead = 0;
  for (let step = 0; step < steps; step += 1) lead -= 2 * RATE * (sigmoid(lead) - p);
  return lead;
}

/** @param {Values} values */
export function compute({ prefers, kind }) {
  const soft = sigmoid(prefers);
  const labels = { clamped: Math.min(Math.max(soft, 0.4), 0.6), soft, hard: soft > 0.5 ? 1 : 0 };
  const label = labels[kind];
  const best = kind === "hard" ? null : Math.log(label / (1 - label));
  return {
    labels,
    label,
    best,
    least: best === null ? null : loss(best, label),
    leads: [100, 10000].map((steps) => trained(label, steps)),
    lines: KINDS.map((one) => LEADS.map((lead) => loss(lead, labels[one]))),
  };
}

/**
 * @param {SVGElement} svg
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { kind }, { label, best, least, lines }) {
  const { x, y } = scales(svg);
  const ends = lines.map((losses) => y(losses[losses.length - 1]));
  ends[1] = Math.min(Math.max(ends[1], ends[0] + LINE), ends[2] - LINE);
  KINDS.forEach((one, i) => {
    const d = way(LEADS.map((lead, n) => [x(lead), y(lines[i][n])]));
    set(svg, one, { d });
    if (one === kind) set(svg, "chosen", { d });
    set(svg, `name${one}`, { y: tenth(ends[i] + 4) });
  });
  set(svg, "label", {}, `label ${label.toFixed(2)}`);
  const [at, height] = [x(best ?? 0), y(least ?? 0)];
  set(svg, "least", { cx: tenth(at), cy: tenth(height), r: best === null ? 0 : 4 });
  set(svg, "drop", {
    d: way([
      [at, height],
      [at, y(0)],
    ]),
  });
  set(svg, "best", { x: tenth(at) }, best === null ? "" : best.toFixed(2));
  set(svg, "zero", {}, best !== null && best < 1.3 ? "" : "0");
}

/**
 * @param {Values} _values
 * @param {ReturnType<typeof compute>} data
 */
export function say(_values, { label, best, least, leads }) {
  const [early, late] = leads.map((lead) => lead.toFixed(2));
  const lowest =
    best === null || least === null
      ? "the loss has no lowest point and falls as the lead grows"
      : `the loss is lowest, ${least.toFixed(2)}, at a lead of ${best.toFixed(2)}`;
  return `With the label ${label.toFixed(2)} ${lowest}. Gradient descent is at ${early} after 100 steps and at ${late} after 10,000.`;
}
