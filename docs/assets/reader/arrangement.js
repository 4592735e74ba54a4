// @ts-check
/** Which papers of the list are shown, and in which order, by what an address chooses. */

import { along } from "./plan.js";
import { isRead } from "./state.js";

/** What is shown when nothing is chosen; an address names only what differs. */
const DEFAULTS = { topic: "", track: "", show: "all", sort: "order" };

/** The same for a reader, who may follow a track. @param {Catalogue} catalogue @param {State} state */
export const defaults = (catalogue, { track }) => ({
  ...DEFAULTS,
  track: along(catalogue, track).track?.id ?? "",
});

export const SHOWN = ["all", "unread", "read"];
export const SORTED = ["order", "year", "length"];

// So that an address with a choice opens at the list, not above it.
const LIST = "#read-these-in-order";

/**
 * What the query of an address chooses; what it says and the list does not know is as if not said.
 * @param {string} search
 * @param {Catalogue} catalogue
 * @param {Choice} otherwise what is as if said
 * @returns {Choice}
 */
export function chosen(search, { topics, tracks }, otherwise) {
  const query = new URLSearchParams(search);
  // An empty one is said by whoever follows a track and wants to see the whole list.
  const [topic, track] = [topics, tracks].map((known) => ["", ...known.map(({ id }) => id)]);
  const known = Object.entries({ topic, track, show: SHOWN, sort: SORTED });
  const said = known.filter(([key, values]) => values.includes(query.get(key) ?? "?"));
  return { ...otherwise, ...Object.fromEntries(said.map(([key]) => [key, query.get(key)])) };
}

/**
 * The address with another choice.
 * @param {string} address
 * @param {string} key
 * @param {string} value
 * @param {Choice} otherwise
 */
export function addressed(address, key, value, otherwise) {
  const url = new URL(address);
  url.searchParams.set(key, value);
  if (Object.entries(otherwise).some((one) => `${one}` === `${[key, value]}`)) url.searchParams.delete(key);
  url.hash = LIST;
  return url;
}

/**
 * All papers in the chosen order, those of them that are shown, and the track with its papers, if one is chosen.
 * @param {Catalogue} catalogue
 * @param {State} state
 * @param {Choice} choice
 */
export function arranged(catalogue, state, { topic, track: id, show, sort }) {
  const { papers } = catalogue;
  const { track, way } = along(catalogue, id);
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
