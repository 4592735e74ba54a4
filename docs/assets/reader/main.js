// @ts-check
/** Starts what a page has a place for, after each page change, with one store and one catalogue for all. */

import { Store } from "./store.js";

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

/** Each module by what of a page it is for. */
const MODULES = /** @type {[string, () => Promise<{ start: Start }>][]} */ ([
  ["[data-reader=home]", () => import("./home.js")],
  ["[data-reader=paper]", () => import("./paper.js")],
  ["[data-reader=settings]", () => import("./reading.js")],
  [".rl-guide [data-line]", () => import("./guide.js")],
  [".rl-map", () => import("./map.js")],
  [".rl-figure [data-control]", () => import("./controls.js")],
  ["pre", () => import("./code.js")],
  ['.md-content a[href*="glossary/#"]', () => import("./glossary.js")],
  [".rl-formula, .rl-scroll, .md-typeset table", () => import("./scrolling.js")],
  [".rl-contents", () => import("./contents.js")],
  ["html[data-track], a.rl-follow, [data-reader=home]", () => import("./track.js")],
  ["a.rl-paper", () => import("./marks.js")],
  ["body", () => import("./keys.js")],
]);

/** @returns {Promise<Catalogue>} */
async function fetched() {
  const answer = await fetch(new URL("list.json", import.meta.url));
  if (!answer.ok) throw new Error(`list.json: ${answer.status}`);
  return answer.json();
}

/** Shows what storage.js kept out of sight till it stands where it belongs. */
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

/** How many pages there were, so that one that was left while its modules loaded is not started. */
let pages = 0;

async function start() {
  const page = ++pages;
  const wanted = MODULES.flatMap(([selector, load]) => {
    const place = /** @type {HTMLElement | null} */ (document.querySelector(selector));
    return place ? [load().then((module) => /** @type {const} */ ([module, place]))] : [];
  });
  const loaded = await Promise.all(wanted);
  if (page !== pages) return;
  // From here on at one go: no key is to fall between the old page's listeners and the new one's.
  for (const act of left.splice(0)) act();
  for (const [module, place] of loaded) module.start(place, { root, catalogue, store, leave, follow });
  show();
  document.documentElement.dataset.reader = "ready";
}

// Material announces each page by itself when it changes pages without loading them anew.
const changes = /** @type {any} */ (globalThis).document$;
if (changes) changes.subscribe(start);
else await start();
