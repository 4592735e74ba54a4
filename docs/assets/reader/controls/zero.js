// @ts-check
/** ZeRO: the memory that each stage leaves on a device, for other models, clusters and optimizers. */

import { numbers, set, tenth } from "./plot.js";

/** @typedef {{ billions: number, devices: number, K: number }} Values */
/** @typedef {{ memory: number[][], totals: number[] }} Data GB of weights, gradients and optimizer states; one row a stage. */

export const knobs = [
  {
    name: "billions",
    label: "Parameters",
    choices: [
      [1.5, "1.5 billion"],
      [7.5, "7.5 billion"],
      [14, "14 billion"],
      [128, "128 billion"],
      [1000, "1 trillion"],
    ],
    value: 1.5,
  },
  {
    name: "devices",
    label: "Devices",
    choices: [4, 16, 64, 256, 1024].map((count) => [count, count.toLocaleString("en")]),
    value: 4,
  },
  {
    name: "K",
    label: "Optimizer",
    choices: [
      [12, "Adam, 12 bytes a parameter"],
      [8, "one average only, 8 bytes"],
      [4, "no averages, 4 bytes"],
    ],
    value: 12,
  },
];

/** @param {Values} values @returns {Data} */
export function compute({ billions, devices, K }) {
  const memory = [0, 1, 2, 3].map((stage) =>
    [2, 2, K].map((bytes, lane) => (bytes * billions) / (divided(stage, lane) ? devices : 1)),
  );
  return { memory, totals: memory.map((parts) => parts[0] + parts[1] + parts[2]) };
}

/** @param {number} stage @param {number} lane */
const divided = (stage, lane) => stage >= 3 - lane;

/** @param {SVGElement} svg @param {Values} values @param {Data} data */
export function show(svg, { devices, K }, { memory, totals }) {
  const [left, width, pitch] = numbers(svg, "place");
  memory.forEach((parts, stage) => {
    set(svg, `total${stage}`, {}, `${size(totals[stage])} GB`);
    set(svg, `box${stage}`, { height: (4 + K) * 3 });
    let x = 484;
    for (const lane of [0, 1, 2]) {
      const length = Math.min(parts[lane] * 2.5, 604 - x);
      set(svg, `bar${stage}${lane}`, { x: tenth(x), width: tenth(length) });
      x += length;
      for (const device of [0, 1, 2, 3]) {
        const share = divided(stage, lane) ? width / devices : width;
        const start = left + device * pitch + (divided(stage, lane) ? device * share : 0);
        const height = [2, 2, K][lane] * 3;
        set(svg, `kept${stage}${lane}${device}`, { x: tenth(start), width: tenth(share), height });
      }
    }
  });
}

/** @param {number} gb */
const size = (gb) => (gb >= 100 ? Math.round(gb).toLocaleString("en") : String(+gb.toFixed(gb < 10 ? 2 : 1)));

/** @param {Values} values @param {Data} data */
export function say({ devices }, { totals }) {
  const first = totals.findIndex((total) => total <= 32);
  const fits = [
    "fits in plain data parallelism",
    "fits from stage 1 on",
    "fits from stage 2 on",
    "fits in stage 3 alone",
  ];
  const [plain, ...stages] = totals.map(size);
  return (
    `Each of ${devices.toLocaleString("en")} devices needs ${plain} GB for the model states; ${stages[0]}, ${stages[1]} ` +
    `and ${stages[2]} GB after the three stages. On GPUs of 32 GB the model ${fits[first] ?? "fits in no stage"}.`
  );
}
