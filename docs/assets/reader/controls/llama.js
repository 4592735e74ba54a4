// @ts-check
/** LLaMA: the cost over their lives of two models whose training costs the same. */

import { scales, set, tenth, way } from "./plot.js";

/** @typedef {{ size: string, served: number }} Values Trillions of tokens read and written in use. */

/** Table 2: billions of parameters, trillions of tokens. @type {Record<string, number[]>} */
const SIZES = { "7B": [6.7, 1], "13B": [13, 1], "33B": [32.5, 1.4], "65B": [65.2, 1.4] };

export const knobs = [
  { name: "served", label: "Tokens in use, trillions", min: 1, max: 5, step: 0.25, value: 3 },
  {
    name: "size",
    label: "Size of LLaMA",
    choices: Object.keys(SIZES).map((name) => [name, name]),
    value: "7B",
  },
];

/** @param {Values} values */
export function compute({ size, served }) {
  const [billions, trillions] = SIZES[size];
  const [N, D] = [billions * 1e9, trillions * 1e12];
  const training = 6 * N * D;
  const even = Math.sqrt(training / 120);
  return [
    [N, D],
    [even, 20 * even],
  ].map(([N, D]) => {
    const cost = (/** @type {number} */ T) => (6 * N * D + 2 * N * T * 1e12) / training;
    return { N, D, cost: cost(served), end: cost(6) };
  });
}

/** @param {SVGElement} svg @param {Values} values @param {ReturnType<typeof compute>} data */
export function show(svg, { size, served }, data) {
  const { x, y } = scales(svg);
  for (const name of Object.keys(SIZES)) set(svg, `bar-${name}`, { opacity: name === size ? 0.5 : 0.12 });
  set(svg, "served", {
    d: way([
      [x(served), y(0.6)],
      [x(served), y(6.7)],
    ]),
  });
  data.forEach(({ N, cost, end }, n) => {
    const [part, dx, dy] = /** @type {[string, number, number]} */ (
      n === 0 ? ["small", 15, 17] : ["large", -15, -8]
    );
    set(svg, part, {
      d: way([
        [x(0), y(1)],
        [x(6), y(end)],
      ]),
    });
    set(svg, `${part}-dot`, { cx: tenth(x(served)), cy: tenth(y(cost)) });
    set(svg, `${part}-cost`, { x: tenth(x(served) + dx), y: tenth(y(cost) + dy) }, cost.toFixed(1));
    set(
      svg,
      `${part}-name`,
      { y: tenth(n === 0 ? y(end) + 4 : Math.min(y(end) + 4, y(data[0].end) - 10)) },
      `${+(N / 1e9).toPrecision(2)} billion`,
    );
  });
}

/** @param {Values} values @param {ReturnType<typeof compute>} data */
export function say({ served }, [small, large]) {
  const model = (/** @type {typeof small} */ { N, D }) =>
    `${+(N / 1e9).toPrecision(3)} billion parameters on ${+(D / 1e12).toPrecision(2)} trillion tokens`;
  return (
    `After ${served} trillion tokens in use, ${model(small)} have cost ${small.cost.toFixed(1)} times their training in ` +
    `total; ${model(large)}, for the same training, ${large.cost.toFixed(1)} times.`
  );
}
