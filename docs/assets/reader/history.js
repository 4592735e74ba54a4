// @ts-check
/** What was read, and when: under "Your reading", the latest day first. */

import { make } from "./dom.js";
import { LONG_AGO } from "./state.js";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** The papers that are read, under a heading; nothing where none is. @param {Site} site */
export function history({ root, catalogue, store }) {
  const known = new Map(catalogue.papers.map((paper) => [paper.id, paper]));
  const days = Object.entries(byDay(store.state.papers)).map(([when, ids]) => {
    const lines = ids.map((id) => make("li", {}, named(id, known.get(id), root)));
    return [make("dt", {}, when), make("dd", {}, make("ul", {}, ...lines))];
  });
  return days.length ? [make("h2", {}, "What you have read"), make("dl", {}, ...days.flat())] : [];
}

/** The ids of what is read by the day, in the reader's time, and the latest first. @param {Papers} papers */
function byDay(papers) {
  const read = Object.entries(papers).map(([id, { read }]) => /** @type {const} */ ([read ?? "", id]));
  /** @type {Record<string, string[]>} */
  const days = {};
  for (const [when, id] of read.filter(([when]) => when).sort(([a], [b]) => (a < b ? 1 : -1))) {
    const name = when === LONG_AGO ? "Before days were kept" : day.format(new Date(when));
    days[name] = [...(days[name] ?? []), id];
  }
  return days;
}

/**
 * A paper of the list as a link, any other by its id.
 * @param {string} id
 * @param {Paper | undefined} paper
 * @param {URL} root
 */
export const named = (id, paper, root) =>
  paper
    ? make("a", { href: new URL(paper.url, root).href }, `${paper.number}. ${paper.title}`)
    : `${id}, no longer on this list`;
