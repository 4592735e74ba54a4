// @ts-check
/** FlashAttention: how many numbers move between HBM and SRAM, for a length and a size of SRAM. */

import { numbers, set, tenth } from "./plot.js";

export const knobs = [
  {
    name: "length",
    label: "N, the length of the sequence",
    choices: [512, 1024, 2048, 4096, 8192].map((n) => [n, n.toLocaleString("en")]),
    value: 1024,
  },
  {
    name: "room",
    label: "SRAM of a processor",
    min: 8,
    max: 192,
    step: 8,
    value: 192,
    format: (/** @type {number} */ value) => `${value} KB`,
  },
];

/** The width of a head. */
const WIDTH = 64;

/**
 * Keys and queries in a block, and the numbers of two bytes that each way moves.
 * @param {{ length: number, room: number }} values
 */
export function compute({ length, room }) {
  const keys = Math.ceil((room * 1024) / 2 / (4 * WIDTH));
  const queries = Math.min(keys, WIDTH);
  const passes = Math.ceil(length / keys);
  const standard = 4 * length * WIDTH + 4 * length ** 2;
  const tiled = 2 * length * WIDTH + passes * (3 * length * WIDTH + 4 * length);
  return { keys, queries, passes, standard, tiled };
}

/**
 * @param {SVGElement} svg
 * @param {{ length: number, room: number }} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { length }, { keys, queries, passes, standard, tiled }) {
  const [x, y, side, base] = numbers(svg, "square");
  const scale = side / length;
  const [wide, high] = [keys, queries].map((size) => tenth(Math.max(3, size * scale)));
  const first = Math.floor(passes / 3) * keys * scale;
  const row = Math.floor(Math.floor(length / queries) / 3) * queries * scale;
  set(svg, "column", { x: tenth(x + first), width: wide });
  set(svg, "tile", { x: tenth(x + first), y: tenth(y + row), width: wide, height: high });
  for (const name of "qkvo") {
    const width = tenth(WIDTH * scale);
    const [top, height] = "kv".includes(name) ? [first, wide] : [row, high];
    set(svg, name, { width });
    set(svg, `${name}-block`, { y: tenth(base + top), width, height });
  }
  set(svg, "keys", {}, `${keys} keys`);
  set(svg, "queries", {}, `× ${queries} queries`);
  const most = Math.max(standard, tiled);
  set(svg, "bar-standard", { width: tenth((286 * standard) / most) });
  set(svg, "bar-tiled", { width: tenth((286 * tiled) / most) });
  set(svg, "standard", {}, `N = ${length.toLocaleString("en")}: ${millions(standard)} million numbers move`);
  set(svg, "tiled", {}, `${millions(tiled)} million: ${compared(standard, tiled)}`);
}

/** @param {number} count */
const millions = (count) => (count / 1e6).toFixed(1);

/**
 * @param {number} standard
 * @param {number} tiled
 */
const compared = (standard, tiled) =>
  tiled > standard
    ? `${(tiled / standard).toFixed(1)} times more`
    : `${(standard / tiled).toFixed(1)} times fewer`;

/**
 * @param {{ length: number, room: number }} values
 * @param {ReturnType<typeof compute>} data
 */
export function say({ room }, { passes, standard, tiled }) {
  const [whole, tiles] = [standard, tiled].map((count) =>
    ((2 * count) / 1e6).toLocaleString("en", { maximumFractionDigits: 1 }),
  );
  const often = passes === 1 ? "once" : `${passes} times`;
  const reads = `With ${room} KB, queries and output pass ${often} through SRAM.`;
  return `${reads} At two bytes a number ${tiles} MB move instead of ${whole} MB: ${compared(standard, tiled)}.`;
}
