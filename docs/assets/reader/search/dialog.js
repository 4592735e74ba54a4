// @ts-check
/** The dialog of the search; what searches, and its index, are loaded when it is opened first. */

import { all, button, counted, make } from "../dom.js";

/** @typedef {Awaited<ReturnType<typeof import("./finding.js").opened>>} Engine */

/** Kept from page to page where pages change without being loaded anew. @type {Promise<Engine> | null} */
let engine = null;

/** @param {URL} root */
function load(root) {
  engine ??= import("./finding.js").then(({ opened }) => opened(root));
  engine.catch(() => {
    engine = null; // to be tried again with the next key
  });
  return engine;
}

/** Opens the search; the dialog is made anew for each, and goes when it is closed. @param {URL} root */
export function open(root) {
  if (document.querySelector("dialog[open]")) return;
  const input = make("input", {
    type: "search",
    "aria-label": "Search",
    autocomplete: "off",
    spellcheck: "false",
  });
  const said = make("p", { class: "rl-search-said", role: "status" });
  const list = make("ol", { class: "rl-search-found" });
  const close = button("Close", () => dialog.close());
  const line = make("div", { role: "search" }, input, close);
  const dialog = make("dialog", { class: "rl-search-dialog", "aria-label": "Search" }, line, said, list);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (event) => move(event, input, list));
  dialog.addEventListener("click", ({ target }) => {
    // Outside it, or on a result, which may be on this very page.
    if (target === dialog || (target instanceof Element && target.closest("a"))) dialog.close();
  });
  const look = looking(root, input, said, list);
  input.addEventListener("input", look);
  document.body.append(dialog);
  dialog.showModal();
  look();
}

/**
 * What lists what is typed now; an answer that comes after a later one is dropped.
 * @param {URL} root
 * @param {HTMLInputElement} input
 * @param {HTMLElement} said
 * @param {HTMLElement} list
 */
function looking(root, input, said, list) {
  let turn = 0;
  return async () => {
    const mine = ++turn;
    const { text, items } = await results(input.value, root);
    if (mine !== turn) return;
    said.textContent = text;
    list.replaceChildren(...items);
  };
}

/**
 * What the dialog says and lists for what was typed.
 * @param {string} typed
 * @param {URL} root
 */
async function results(typed, root) {
  const loaded = await load(root).catch(() => null);
  if (!loaded) return { text: "The search did not load. Type again to try again.", items: [] };
  if (!typed.trim()) return { text: "Type a name, a word, a symbol or an arXiv id.", items: [] };
  const { places, more, roots } = loaded.find(typed);
  const mark = marker(loaded.folded, roots);
  const items = places.map(({ url, title, within, teaser }) => {
    const link = make("a", { href: new URL(url, root).href }, make("b", { dir: "auto" }, ...mark(title)));
    if (within) link.append(make("span", { class: "rl-search-within", dir: "auto" }, within));
    if (teaser) link.append(make("span", { class: "rl-search-teaser", dir: "auto" }, ...mark(teaser)));
    return make("li", {}, link);
  });
  const count = `${more ? "The first " : ""}${counted(places.length, "matching document")}`;
  const text = places.length ? count : "No matching documents";
  return { text, items };
}

/**
 * What takes a text apart into words that were found, which are marked, and all between them.
 * @param {Engine["folded"]} folded
 * @param {string[]} roots
 */
function marker(folded, roots) {
  const meant = (/** @type {string} */ word) => roots.some((root) => folded(word).startsWith(root));
  return (/** @type {string} */ text) =>
    text
      .split(/([\p{L}\p{M}\p{N}]+)/u)
      .map((part, at) => (at % 2 && meant(part) ? make("mark", {}, part) : part));
}

/**
 * Arrows go through the results, and Enter follows the first.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} input
 * @param {HTMLElement} list
 */
function move(event, input, list) {
  const stops = [input, ...all("a", list)];
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && at >= 0) {
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length]?.focus();
  } else if (event.key === "Enter" && at === 0 && !event.isComposing) {
    event.preventDefault();
    stops[1]?.click();
  }
}
