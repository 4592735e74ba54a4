// @ts-check
/** Which papers of the list are shown, and in which order, by what an address chooses. */

import { isRead } from "./state.js";

/** What is shown when nothing is chosen; an address names only what differs. */
export const DEFAULTS = { topic: "", track: "", show: "all", sort: "order" };
export const SHOWN = ["all", "unread", "read"];
export const SORTED = ["order", "year", "length"];

// So that an address with a choice opens at the list, not above it.
const LIST = "#read-these-in-order";

/**
 * What the query of an address chooses; what it says and the list does not know is as if not said.
 * @param {string} search
 * @param {Catalogue} catalogue
 * @returns {Choice}
 */
export function chosen(search, { topics, tracks }) {
  const query = new URLSearchParams(search);
  const [topic, track] = [topics, tracks].map((known) => known.map(({ id }) => id));
  const known = Object.entries({ topic, track, show: SHOWN, sort: SORTED });
  const said = known.filter(([key, values]) => values.includes(query.get(key) ?? ""));
  return { ...DEFAULTS, ...Object.fromEntries(said.map(([key]) => [key, query.get(key)])) };
}

/**
 * The address with another choice.
 * @param {string} address
 * @param {string} key
 * @param {string} value
 */
export function addressed(address, key, value) {
  const url = new URL(address);
  url.searchParams.set(key, value);
  if (Object.entries(DEFAULTS).some((one) => `${one}` === `${[key, value]}`)) url.searchParams.delete(key);
  url.hash = LIST;
  return url;
}

/**
 * All papers in the chosen order, those of them that are shown, and the track with its papers, if one is chosen.
 * @param {Catalogue} catalogue
 * @param {State} state
 * @param {Choice} choice
 */
export function arranged({ papers, tracks }, state, { topic, track: id, show, sort }) {
  const track = tracks.find((one) => one.id === id);
  const way = track?.papers.flatMap((id) => papers.find((paper) => paper.id === id) ?? []);
  const key = (/** @type {Paper} */ paper) => {
    if (sort === "year") return Date.parse(paper.published);
    if (sort === "length") return paper.minutes;
    return way ? way.indexOf(paper) : paper.number;
  };
  const order = [...papers].sort((a, b) => key(a) - key(b) || a.number - b.number);
  const shown = papers
    .filter((paper) => !topic || paper.topics.includes(topic))
    .filter((paper) => !way || way.includes(paper))
    .filter((paper) => show === "all" || isRead(state, paper.id) === (show === "read"));
  return { track, way, order, shown, plain: !topic && !track && show === "all" && sort === "order" };
}
