// @ts-check
/** The choices above the list, which are kept in the address, and how much they show. */

import { addressed, defaults, SHOWN, SORTED } from "./arrangement.js";
import { button, choice, counted, make } from "./dom.js";
import { hours } from "./plan.js";
import { setTrack } from "./state.js";

/**
 * @param {Site} site
 * @param {() => void} arrange what to do when the address has changed
 */
export function filters(site, arrange) {
  const { catalogue, store, leave } = site;
  /** The list from which was chosen last: going through its values with the arrow keys is one step back. */
  let last = "";
  const go = (/** @type {string | URL} */ address, key = "") => {
    if (key && key === last) history.replaceState(history.state, "", address);
    else history.pushState(history.state, "", address);
    last = key;
    arrange();
  };
  const choose = (/** @type {string} */ key) => (/** @type {string} */ value) =>
    go(addressed(location.href, key, value, defaults(catalogue, store.state)), key);
  const lists = {
    topic: choice("Topic", [["", "all topics"], ...named(catalogue.topics)], "", choose("topic")),
    track: choice("Track", [["", "no track"], ...named(catalogue.tracks)], "", choose("track")),
    show: choice("Show", SHOWN.map(twice), "all", choose("show")),
    sort: choice("Sort by", SORTED.map(twice), "order", choose("sort")),
  };
  lists.track.label.hidden = !catalogue.tracks.length;
  const labels = Object.values(lists).map(({ label }) => label);
  const bar = make("div", { class: "rl-filters", role: "group", "aria-label": "The list below" }, ...labels);
  bar.addEventListener("focusout", () => {
    last = "";
  });
  const sum = summed(site, lists, () => go(location.pathname));
  place(bar, sum.line);
  addEventListener("popstate", arrange);
  leave(() => removeEventListener("popstate", arrange));
  return {
    /** Shows what is chosen, and how much that is. @param {Choice} choice @param {Arrangement} made */
    show: (choice, made) => {
      sum.show(choice, made);
      for (const [key, { select }] of Object.entries(lists))
        select.value = choice[/** @type {keyof Choice} */ (key)];
    },
    last: lists.show.select,
  };
}

/**
 * The line that says how much is shown, with the ways to follow what is chosen and to choose nothing.
 * @param {Site} site
 * @param {Record<"topic" | "track", { select: HTMLSelectElement }>} lists
 * @param {() => void} clear
 */
function summed({ catalogue, store }, { topic, track }, clear) {
  const count = make("p", { class: "rl-meta", role: "status" });
  // The focus goes to the lists, as each button is gone once it is pressed.
  const everything = button("Show all", () => {
    clear();
    topic.select.focus({ preventScroll: true });
  });
  const taking = button("Follow this track", () => {
    store.update((state) => setTrack(state, track.select.value));
    track.select.focus({ preventScroll: true });
  });
  const line = make("div", { class: "rl-shown" }, count, taking, everything);
  return {
    line,
    /** @param {Choice} choice @param {Arrangement} made */
    show: (choice, { shown, plain }) => {
      const usual = defaults(catalogue, store.state);
      const minutes = shown.reduce((sum, paper) => sum + paper.minutes, 0);
      count.textContent = shown.length
        ? `${counted(shown.length, "paper")} shown, ${hours(minutes)}.`
        : "No paper is all of this.";
      everything.hidden = `${Object.values(choice)}` === `${Object.values(usual)}`;
      everything.textContent = usual.track ? "Back to the track" : "Show all";
      taking.hidden = !choice.track || choice.track === usual.track;
      line.hidden = plain && everything.hidden;
    },
  };
}

/** Folded, unless something is chosen. @param {HTMLElement} bar @param {HTMLElement} shown */
function place(bar, shown) {
  const fold = make("details", { class: "rl-fold" }, make("summary", {}, "Filter and sort"), bar);
  fold.open = location.search.length > 1;
  document.querySelector("[data-reader=filters]")?.replaceChildren(fold, shown);
}

/** @param {{ id: string, name: string }[]} known @returns {[string, string][]} */
const named = (known) => known.map(({ id, name }) => [id, name]);

/** @param {string} value @returns {[string, string]} */
const twice = (value) => [value, value];
