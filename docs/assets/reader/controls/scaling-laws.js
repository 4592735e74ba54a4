// @ts-check
/** Scaling laws: what a budget buys with models of every size, and which size two papers give for it. */

import { scales, set, tenth, way } from "./plot.js";

/** @typedef {{ budget: number }} Values The budget as a power of ten, in petaFLOP/s-days. */
/** @typedef {{ C: number, sizes: number[], losses: number[], bottom: number[], kaplan: number[], chinchilla: number[] }} Data Of the last two: parameters and tokens. */

const PF_DAY = 8.64e19;

/** @param {number} value */
const days = (value) => `${+value.toPrecision(2)} PF-day${value === 1 ? "" : "s"}`;

export const knobs = [
  {
    name: "budget",
    label: "Budget",
    min: -0.5,
    max: 2,
    step: 0.1,
    value: 0,
    format: (/** @type {number} */ value) => days(10 ** value),
  },
];

/**
 * The loss that C petaFLOP/s-days of C_min buy with N parameters (equations 1.4 and 1.6).
 * @param {number} C
 * @param {number} N
 */
function valley(C, N) {
  let L = 3;
  for (let turn = 0; turn < 100; turn += 1) {
    const steps = (C * PF_DAY) / (6 * N * (2e8 / L ** (1 / 0.21)));
    L = L ** 0.8 * ((6.5e13 / N) ** 0.077 + (2.1e3 / steps) ** 0.76) ** 0.2;
  }
  return L;
}

/** @param {Values} values @returns {Data} */
export function compute({ budget }) {
  const C = 10 ** budget;
  const sizes = Array.from({ length: 601 }, (_, n) => 10 ** (7 + n / 100));
  const losses = sizes.map((N) => valley(C, N));
  const n = losses.indexOf(Math.min(...losses));
  const even = Math.sqrt((C * PF_DAY) / 120);
  return {
    C,
    sizes,
    losses,
    bottom: [sizes[n], losses[n]],
    kaplan: [1.3e9 * C ** 0.73, 2e10 * C ** 0.27],
    chinchilla: [even, 20 * even],
  };
}

/** @param {SVGElement} svg @param {Values} _values @param {Data} data */
export function show(svg, _values, { C, sizes, losses, bottom, kaplan, chinchilla }) {
  const { x, y } = scales(svg);
  const points = sizes
    .map((N, n) => [N, losses[n]])
    .filter(([, L], n) => n % 10 === 0 && L <= 3.8)
    .map(([N, L]) => [x(N), y(L)]);
  const end = points[points.length - 1];
  set(svg, "curve", { d: way(points) });
  set(svg, "bottom", { cx: tenth(x(bottom[0])), cy: tenth(y(bottom[1])) });
  const middle = Math.max(x(1e7) + 126, Math.min(end[0], x(1e13) - 24));
  set(svg, "label", { x: tenth(middle), y: tenth(end[1] - 5) }, days(C));
  for (const other of ["budget-0.1", "budget-10"]) {
    const apart = Math.abs(middle - Number(svg.querySelector(`[data-part="${other}"]`)?.getAttribute("x")));
    set(svg, other, { visibility: apart < days(C).length * 3.5 + 8 ? "hidden" : "visible" });
  }
  for (const [name, N, shift] of /** @type {[string, number, number][]} */ ([
    ["kaplan", kaplan[0], 4],
    ["chinchilla", chinchilla[0], -4],
  ])) {
    set(svg, name, {
      d: way([
        [x(N), y(1.55)],
        [x(N), y(1.85)],
      ]),
    });
    set(svg, `${name}-name`, { x: tenth(x(N) + shift) });
    set(svg, `${name}-size`, { x: tenth(x(N) + shift) }, `${billions(N)} B`);
  }
}

/** @param {number} value */
const billions = (value) => +(value / 1e9).toPrecision(2);

/** @param {Values} _values @param {Data} data */
export function say(_values, { C, bottom, kaplan, chinchilla }) {
  const [ours, theirs] = [kaplan, chinchilla].map(
    ([N, D]) => `${billions(N)} billion parameters on ${billions(D)} billion tokens`,
  );
  return (
    `${days(C)[0].toUpperCase() + days(C).slice(1)}: the bottom of the valley is at ${billions(bottom[0])} billion ` +
    `parameters, with a loss of ${bottom[1].toFixed(2)}. Table 6 of this paper gives ${ours}; Chinchilla's rule, ` +
    `20 tokens for each, ${theirs}.`
  );
}
