// @ts-check
/** Starts what a page has a place for, after each page change, with one store and one catalogue for all. */

import { Store } from "./store.js";

/** @typedef {{ id: string, number: number, title: string, nickname: string, year: number, published: string, minutes: number, topics: string[], url: string, aliases: string[], prerequisites: { paper: string, reason: string }[] }} Paper */
/** @typedef {{ title: string, papers: Paper[], topics: { id: string, name: string }[], tracks: { id: string, name: string, papers: string[] }[] }} Catalogue As catalogue.json has it. */
/** @typedef {{ root: URL, catalogue: Catalogue, store: Store, leave: (act: () => void) => void }} Site What each module gets; `leave` takes what to undo when the page goes. */

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
const MODULES =
  /** @type {[string, () => Promise<{ start: (place: HTMLElement, site: Site) => void }>][]} */ ([
    ["[data-reader=home]", () => import("./home.js")],
    ["[data-reader=paper]", () => import("./paper.js")],
    ["[data-reader=settings]", () => import("./settings.js")],
    [".map svg", () => import("./map.js")],
    ["a.paper", () => import("./marks.js")],
    ["body", () => import("./keys.js")],
  ]);

/** @returns {Promise<Catalogue>} */
async function fetched() {
  const answer = await fetch(new URL("catalogue.json", root));
  if (!answer.ok) throw new Error(`catalogue.json: ${answer.status}`);
  return answer.json();
}

const catalogue = await fetched().catch((error) => {
  const place = document.querySelector("[data-reader=home], [data-reader=paper], [data-reader=settings]");
  if (place)
    place.textContent =
      "Your ticks and notes cannot be shown now, as a file did not load. Nothing is lost: load the page again.";
  throw error;
});
const aliases = new Map(catalogue.papers.flatMap(({ id, aliases }) => aliases.map((old) => [old, id])));
const store = new Store(storage(), aliases);

/** @type {(() => void)[]} */
let left = [];

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
  const site = { root, catalogue, store, leave: (/** @type {() => void} */ act) => void left.push(act) };
  for (const [module, place] of loaded) module.start(place, site);
  document.documentElement.dataset.reader = "ready";
}

// Material tells of each page by itself when it changes pages without loading them anew.
const changes = /** @type {any} */ (globalThis).document$;
if (changes) changes.subscribe(start);
else await start();
