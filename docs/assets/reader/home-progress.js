// @ts-check
/** How far the reader is on the list or a track, what is next and why, and when it will be done. */

import { beyond, choice, counted, make } from "./dom.js";
import { duration, finish, going, hours, left, next, progress } from "./plan.js";
import { isRead, setPace } from "./state.js";

const PACES = [0.5, 1, 2, 3, 5, 7];
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
/** With more papers than this the cells have no gaps, and look like a bar. */
const APART = 60;

/**
 * Before the first tick what to begin with; from then on how far the reader is, too.
 * @param {Site} site
 * @param {Arrangement} made
 */
export function lead(site, { track, way = site.catalogue.papers }) {
  const { catalogue, store } = site;
  const { read, total, minutesLeft } = progress({ papers: way }, store.state);
  const upcoming = next(catalogue, store.state, track && way);
  document.documentElement.toggleAttribute("data-begun", read > 0);
  const sum = read ? `${read} of ${counted(total, "paper")} read` : counted(total, "paper");
  // One that is followed is named below the header.
  const how = track && track.id !== store.state.track ? `${track.name}: ${sum}` : sum;
  const cells = read ? [row(way, store.state)] : [];
  if (!upcoming) {
    const whole = `. You have read the whole ${track ? "track" : "list"}: well done. What came next: `;
    return [...cells, make("p", {}, how, whole, beyond(site.root), ".")];
  }
  const begun = going(way, store.state);
  const word = begun ? "Go on with" : read ? "Read next" : "Begin with";
  return [
    ...cells,
    make(
      "p",
      { class: "rl-next" },
      make("span", { class: "rl-meta" }, word),
      " ",
      ...goal(site, begun, upcoming.paper),
    ),
    plan(site, `${how}, about ${hours(minutesLeft)}${read || begun ? " left" : ""}`, total - read),
    ...(read && !begun ? [reason(upcoming.why)] : []),
  ];
}

/**
 * The line of a guide to go on with, or the paper to read, and how long that takes.
 * @param {Site} site
 * @param {ReturnType<typeof going>} begun
 * @param {Paper} upcoming
 */
function goal({ root, store }, begun, upcoming) {
  const { number, title, nickname, url } = begun?.paper ?? upcoming;
  const href = new URL(begun ? `${url}#how-to-read-it` : url, root).href;
  const words = begun ? `${number}. ${nickname}: ${begun.line.part}` : `${number}. ${title}`;
  return [
    make("a", { href }, words),
    `, ${duration(begun ? begun.line.minutes : left(upcoming, store.state))}`,
  ];
}

/** The papers as a row of cells, those that are read filled. @param {Paper[]} way @param {State} state */
function row(way, state) {
  const read = way.map(({ id }) => isRead(state, id));
  const name = `${read.filter(Boolean).length} of ${counted(way.length, "paper")} read`;
  const cells = read.map((one) => make("span", one ? { class: "rl-filled" } : {}));
  const apart = way.length > APART ? "" : " rl-apart";
  return make("div", { class: `rl-cells${apart}`, role: "img", "aria-label": name }, ...cells);
}

/** @param {string} why */
const reason = (why) =>
  make(
    "details",
    { class: "rl-fold" },
    make("summary", {}, "Why this one"),
    make("p", { class: "rl-why" }, why),
  );

/**
 * How much there is to read, the pace to choose, and when that leads to the end.
 * @param {Site} site
 * @param {string} sum
 * @param {number} left papers
 */
function plan({ store }, sum, left) {
  const { pace } = store.state;
  const nearest = PACES.reduce((best, one) => (Math.abs(one - pace) < Math.abs(best - pace) ? one : best));
  const options = PACES.map((pace) => /** @type {[string, string]} */ ([`${pace}`, weekly(pace)]));
  const { label } = choice("Pace", options, `${nearest}`, (value) =>
    store.update((state) => setPace(state, Number(value))),
  );
  const end = finish(left, pace, new Date());
  const done = make("span", {}, end ? `done on ${day.format(end)}` : "");
  return make("p", { class: "rl-plan" }, make("span", {}, sum), label, done);
}

/** @param {number} pace */
const weekly = (pace) => (pace < 1 ? `1 in ${1 / pace} weeks` : `${pace} a week`);
