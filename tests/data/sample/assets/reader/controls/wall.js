// @ts-check
/** The hand on the wall: how many crossings there are, and whether the way back counts. */

import { set, way } from "./plot.js";

/** @typedef {{ crossings: number, back: boolean }} Values */

export const knobs = [
  { name: "crossings", label: "crossings", min: 1, max: 8, step: 1, value: 4 },
  { name: "back", label: "count the way back", checkbox: true, value: true },
];

/** @param {Values} values */
export const compute = ({ crossings, back }) => ({ turns: crossings * (back ? 2 : 1) });

/**
 * @param {SVGElement} svg
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export function show(svg, { crossings }, { turns }) {
  set(svg, "line", {
    d: way([
      [40, 100],
      [40 + 30 * crossings, 100 - 5 * turns],
    ]),
  });
}

/**
 * @param {Values} values
 * @param {ReturnType<typeof compute>} data
 */
export const say = ({ crossings, back }, { turns }) =>
  `With ${crossings} crossings, the way back ${back ? "counted" : "not counted"}, there are ${turns} turns.`;
