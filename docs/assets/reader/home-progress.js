// @ts-check
/** How far the reader is on the list or a track, what is next and why, and when it will be done. */

import { beyond, choice, counted, make } from "./dom.js";
import { finish, hours, next, progress } from "./plan.js";
import { setPace } from "./state.js";

const PACES = [0.5, 1, 2, 3, 5, 7];
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/**
 * @param {Site} site
 * @param {Arrangement} made
 */
export function lead(site, { track, way }) {
  const { catalogue, store } = site;
  const { read, total, minutesLeft } = progress({ papers: way ?? catalogue.papers }, store.state);
  const upcoming = next(catalogue, store.state, way);
  const bar = make("progress", { max: `${total}`, value: `${read}`, "aria-label": "Papers read" });
  const how = `${track ? `${track.name}: ` : ""}${read} of ${counted(total, "paper")} read`;
  if (!upcoming) {
    const whole = `. You have read the whole ${track ? "track" : "list"}: well done. What came next: `;
    return [bar, make("p", { class: "rl-sum" }, how, whole, beyond(site.root), ".")];
  }
  const { paper, why } = upcoming;
  const link = make("a", { href: new URL(paper.url, site.root).href }, paper.title);
  const begin = make("span", { class: "rl-meta" }, read ? "Read next" : "Begin with");
  return [
    bar,
    make("p", { class: "rl-sum" }, how, `, about ${hours(minutesLeft)} left.`),
    make("p", { class: "rl-next" }, begin, " ", link),
    make("p", { class: "rl-why" }, `Number ${paper.number}, ${hours(paper.minutes)}. ${why}`),
    plan(site, total - read),
  ];
}

/** The pace, to choose, and when that leads to the end. @param {Site} site @param {number} left papers */
function plan({ store }, left) {
  const { pace } = store.state;
  const nearest = PACES.reduce((best, one) => (Math.abs(one - pace) < Math.abs(best - pace) ? one : best));
  const options = PACES.map((pace) => /** @type {[string, string]} */ ([`${pace}`, weekly(pace)]));
  const { label } = choice("Pace", options, `${nearest}`, (value) =>
    store.update((state) => setPace(state, Number(value))),
  );
  const end = finish(left, pace, new Date());
  return make("p", { class: "rl-plan" }, label, make("span", {}, end ? `Done on ${day.format(end)}.` : ""));
}

/** @param {number} pace */
const weekly = (pace) => (pace < 1 ? `1 paper in ${1 / pace} weeks` : `${counted(pace, "paper")} a week`);
