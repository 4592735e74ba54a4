// @ts-check
/** What the controls of pictures share: parts are found by name, and placed by the scales of the drawing. */

/**
 * Gives every part of this name attributes and, where they are given, words.
 * @param {SVGElement} svg
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [words]
 */
export function set(svg, name, attributes, words) {
  for (const part of svg.querySelectorAll(`[data-part="${name}"]`)) {
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value));
    if (words !== undefined) part.textContent = words;
  }
}

/**
 * The numbers in a data attribute of the drawing's root, parted by spaces.
 * @param {SVGElement} svg
 * @param {string} name
 */
export const numbers = (svg, name) => (svg.dataset[name] ?? "").split(" ").map(Number);

/**
 * Where values are, in pixels, on the axes of a plot.
 * @param {SVGElement} svg
 */
export function scales(svg) {
  const [left, top, right, bottom] = numbers(svg, "box");
  return { x: scale(svg.dataset.x, left, right), y: scale(svg.dataset.y, bottom, top) };
}

/**
 * @param {string | undefined} span
 * @param {number} start
 * @param {number} end
 * @returns {(value: number) => number}
 */
function scale(span = "", start, end) {
  const [from, to, kind] = span.split(" ");
  const by = kind === "log" ? Math.log10 : Number;
  return (value) => start + ((by(value) - by(+from)) / (by(+to) - by(+from))) * (end - start);
}

/** A length to a tenth of a pixel. @param {number} value */
export const tenth = (value) => Math.round(value * 10) / 10;

/**
 * A line through points, as a path has it.
 * @param {number[][]} points
 */
export const way = (points) => {
  const line = points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join("L");
  return `M${line}`;
};

/**
 * The outline of rectangles, each by its left, top, width and height, as a path has it.
 * @param {number[][]} boxes
 */
export const boxes = (boxes) =>
  boxes.map(([x, y, w, h]) => `M${tenth(x)} ${tenth(y)}h${tenth(w)}v${tenth(h)}h${-tenth(w)}Z`).join("");

/**
 * Random numbers from 0 to 1, the same ones for the same seed (Park and Miller's generator).
 * @param {number} seed a whole number, 0 or more
 */
export function draws(seed) {
  let state = (seed % 2147483646) + 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  for (let skipped = 0; skipped < 3; skipped += 1) next(); // neighbouring seeds begin alike
  return next;
}
