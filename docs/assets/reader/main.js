// @ts-check
/** Starts what a page has a place for, after each page change, with one store and one catalogue for all. */

import { start as code } from "./code.js";
import { start as contents } from "./contents.js";
import { start as controls } from "./controls.js";
import { start as glossary } from "./glossary.js";
import { start as guide } from "./guide.js";
import { start as keys } from "./keys.js";
import { start as marks } from "./marks.js";
import { start as paper } from "./paper.js";
import { start as scrolling } from "./scrolling.js";
import { Store } from "./store.js";
import { start as track } from "./track.js";

const root = new URL("../../", import.meta.url);

/** @returns {Storage | null} */
function storage() {
  try {
    // What is no real one came from storage.js, and forgets with the page.
    return localStorage instanceof Storage ? localStorage : null;
  } catch {
    return null; // the browser refuses even to be asked
  }
}

/** What starts, by what of a page it is for; what few pages have is loaded when it is wanted. */
const PARTS = /** @type {[string, () => Start | Promise<Start>][]} */ ([
  ["[data-reader=home]", async () => (await import("./home.js")).start],
  ["[data-reader=paper]", () => paper],
  ["[data-reader=settings]", async () => (await import("./reading.js")).start],
  ["[data-reader=offline]", async () => (await import("./offline/panel.js")).start],
  [".rl-guide [data-line]", () => guide],
  [".rl-map", async () => (await import("./map.js")).start],
  [".rl-figure [data-control]", () => controls],
  ["pre", () => code],
  ['.md-content a[href*="glossary/#"]', () => glossary],
  [".rl-formula, .rl-scroll, .md-typeset table", () => scrolling],
  [".rl-contents", () => contents],
  ["html[data-track], a.rl-follow, [data-reader=home]", () => track],
  ["a.rl-paper", () => marks],
  ["body", () => keys],
]);

/** @returns {Promise<Catalogue>} */
async function fetched() {
  const answer = await fetch(new URL("assets/reader/list.json", root));
  if (!answer.ok) throw new Error(`list.json: ${answer.status}`);
  return answer.json();
}

/** Shows what storage.js kept out of sight. */
const show = () => delete document.documentElement.dataset.waiting;

const catalogue = await fetched().catch((error) => {
  show();
  const place = document.querySelector("[data-reader=home], [data-reader=paper], [data-reader=settings]");
  if (place)
    place.textContent =
      "Your ticks and notes cannot be shown now, as a file did not load. Nothing is lost: load the page again.";
  throw error;
});
const aliases = new Map(catalogue.papers.flatMap(({ id, aliases }) => aliases.map((old) => [old, id])));
const store = new Store(storage(), aliases);

/** What to undo when the page goes. @type {(() => void)[]} */
const left = [];

/** @type {Site["leave"]} */
const leave = (act) => void left.push(act);

/** @type {Site["leave"]} */
const follow = (act) => {
  act();
  leave(store.subscribe(act));
};

/** How many pages there were: one that was left while it loaded is not started. */
let pages = 0;

async function start() {
  const page = ++pages;
  const wanted = PARTS.flatMap(([selector, part]) => {
    const place = /** @type {HTMLElement | null} */ (document.querySelector(selector));
    return place ? [Promise.all([part(), place])] : [];
  });
  const loaded = await Promise.all(wanted);
  if (page !== pages) return;
  // At one go: no key falls between the old page's listeners and the new one's.
  for (const act of left.splice(0)) act();
  for (const [begin, place] of loaded) begin(place, { root, catalogue, store, leave, follow });
  show();
  document.documentElement.dataset.reader = "ready";
}

// Material announces each page when it changes pages without loading them anew.
const changes = /** @type {any} */ (globalThis).document$;
if (changes) changes.subscribe(start);
else await start();
