// @ts-check
/** On the home page: where one is, what is next, how much is left; ticks, filters and orders of the list. */

import { button, choice, counted, make, tick } from "./dom.js";
import { finish, hours, next, progress } from "./plan.js";
import { warning } from "./status.js";
import { setPace, setRead } from "./store.js";

const PACES = /** @type {[string, string][]} */ (
  [0.5, 1, 2, 3, 5, 7].map((pace) => [
    `${pace}`,
    pace === 0.5 ? "1 paper in 2 weeks" : `${counted(pace, "paper")} a week`,
  ])
);
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** What is shown when nothing is chosen; an address names only what differs. */
const DEFAULTS = { topic: "", track: "", show: "all", sort: "order" };
const SHOWN = /** @type {[string, string][]} */ ([
  ["all", "all"],
  ["unread", "unread"],
  ["read", "read"],
]);

// So that an address with a choice opens at the list, not above it.
const LIST = "#read-these-in-order";

/**
 * @param {HTMLElement} place
 * @param {import("./main.js").Site} site
 */
export function start(place, { root, catalogue, store, leave }) {
  const lists = [...document.querySelectorAll("ol.papers")];
  const entries = new Map(
    [...document.querySelectorAll("li.entry")].map((li) => [
      /** @type {HTMLElement} */ (li).dataset.paper,
      li,
    ]),
  );
  const where = make("div", { class: "where-am-i" });
  const bar = make("div", { class: "filters", role: "group", "aria-label": "The list below" });
  const fold = make("details", { class: "choose" }, make("summary", {}, "Filter and sort"), bar);
  fold.open = !!location.search || matchMedia("(min-width: 60em)").matches;
  const count = make("p", { class: "meta", role: "status" });
  const all = button("Show all", () => {
    history.pushState(history.state, "", location.pathname);
    arrange();
    selects.topic.focus({ preventScroll: true }); // this button is gone now
  });
  place.replaceChildren(where, warning(store, leave));
  document
    .querySelector("[data-reader=filters]")
    ?.replaceChildren(fold, make("div", { class: "shown" }, count, all));

  const now = () => new Date().toISOString();
  /** @type {Map<string, HTMLInputElement>} */
  const boxes = new Map();
  for (const paper of catalogue.papers) {
    const label = tick(
      "Read",
      false,
      (on) => store.update((state) => setRead(state, paper.id, on ? now() : null, now())),
      `Read: ${paper.nickname}`,
    );
    boxes.set(paper.id, /** @type {HTMLInputElement} */ (label.firstChild));
    const line = entries.get(paper.id)?.querySelector(".actions p");
    for (const old of line?.querySelectorAll(".tick, .has-note") ?? []) old.remove();
    line?.prepend(label);
  }
  /** A sign at an entry that has a note, which leads to it. @param {import("./main.js").Paper} paper */
  const noted = (paper) => {
    const line = entries.get(paper.id)?.querySelector(".actions p");
    line?.querySelector(".has-note")?.remove();
    if (!store.state.papers[paper.id]?.note) return;
    const link = make("a", { class: "has-note", href: new URL("reading/#notes", root).href }, "your note");
    line?.querySelector(".tick")?.after(link);
  };

  const lead = () => {
    const track = catalogue.tracks.find(({ id }) => id === chosen().track);
    const way = track?.papers.flatMap((id) => catalogue.papers.find((paper) => paper.id === id) ?? []);
    const { read, total, minutesLeft } = progress({ papers: way ?? catalogue.papers }, store.state);
    const end = finish(total - read, store.state.pace, new Date());
    const upcoming = next(catalogue, store.state, way);
    const bar = make("progress", { max: `${total}`, value: `${read}`, "aria-label": "Papers read" });
    const sum = make(
      "p",
      { class: "sum" },
      `${track ? `${track.name}: ` : ""}${read} of ${counted(total, "paper")} read`,
    );
    if (upcoming) sum.append(`, about ${hours(minutesLeft)} left.`);
    else
      sum.append(
        `. You have read the whole ${track ? "track" : "list"}: well done. What came next stands on each paper's page.`,
      );
    const pace = choice("Pace", PACES, nearest(store.state.pace), (value) =>
      store.update((state) => setPace(state, Number(value))),
    );
    const until = make("span", {}, end ? `Done on ${day.format(end)}.` : "");
    const plan = make("p", { class: "plan" }, pace, until);
    where.replaceChildren(bar, sum);
    if (upcoming) {
      const { paper, why } = upcoming;
      const link = make("a", { href: new URL(paper.url, root).href }, paper.title);
      where.append(
        make(
          "p",
          { class: "next" },
          make("span", { class: "meta" }, read ? "Read next" : "Begin with"),
          " ",
          link,
        ),
        make("p", { class: "why" }, `Number ${paper.number}, ${hours(paper.minutes)}. ${why}`),
        plan,
      );
    }
  };

  const chosen = () => {
    const query = new URLSearchParams(location.search);
    return Object.fromEntries(Object.entries(DEFAULTS).map(([key, value]) => [key, query.get(key) ?? value]));
  };
  /** The list from which was chosen last: going through its values with the arrow keys is one step back. */
  let last = "";
  /** @param {string} key @param {string} value */
  const choose = (key, value) => {
    const url = new URL(location.href);
    url.searchParams.set(key, value);
    if (value === /** @type {Record<string, string>} */ (DEFAULTS)[key]) url.searchParams.delete(key);
    url.hash = LIST;
    if (last === key) history.replaceState(history.state, "", url);
    else history.pushState(history.state, "", url);
    last = key;
    arrange();
  };

  const choices = {
    topic: choice("Topic", [["", "all topics"], ...pairs(catalogue.topics)], "", (value) =>
      choose("topic", value),
    ),
    track: choice("Track", [["", "no track"], ...pairs(catalogue.tracks)], "", (value) =>
      choose("track", value),
    ),
    show: choice("Show", SHOWN, "all", (value) => choose("show", value)),
    sort: choice(
      "Sort by",
      [
        ["order", "order"],
        ["year", "year"],
        ["length", "length"],
      ],
      "order",
      (value) => choose("sort", value),
    ),
  };
  choices.track.hidden = !catalogue.tracks.length;
  bar.append(...Object.values(choices));
  /** @type {Record<string, HTMLSelectElement>} */
  const selects = Object.fromEntries(
    Object.entries(choices).map(([key, label]) => [key, /** @type {HTMLSelectElement} */ (label.lastChild)]),
  );

  bar.addEventListener("focusout", () => (last = ""));

  const arrange = () => {
    const { topic, track, show: wanted, sort } = chosen();
    const show = SHOWN.some(([value]) => value === wanted) ? wanted : "all";
    const way = catalogue.tracks.find(({ id }) => id === track);
    const known = catalogue.topics.some(({ id }) => id === topic);
    const shown = catalogue.papers
      .filter((paper) => !known || paper.topics.includes(topic))
      .filter((paper) => !way || way.papers.includes(paper.id))
      .filter((paper) => show === "all" || !!store.state.papers[paper.id]?.read === (show === "read"));
    const keys = {
      order: (/** @type {import("./main.js").Paper} */ paper) =>
        way ? way.papers.indexOf(paper.id) : paper.number,
      year: (/** @type {import("./main.js").Paper} */ paper) => Date.parse(paper.published),
      length: (/** @type {import("./main.js").Paper} */ paper) => paper.minutes,
    };
    const by = keys[/** @type {keyof typeof keys} */ (sort)] ?? keys.order;
    const order = [...catalogue.papers].sort((a, b) => by(a) - by(b) || a.number - b.number);
    const plain = !known && !way && show === "all" && by === keys.order;
    // Only where the order is another: an entry that is moved loses the focus.
    const arrangement = plain ? "plain" : order.map(({ id }) => id).join(" ");
    if (arrangement !== arranged) {
      arranged = arrangement;
      if (plain) for (const [entry, list] of homes) list?.append(entry);
      else for (const { id } of order) lists[0]?.append(entries.get(id) ?? "");
    }
    for (const paper of catalogue.papers)
      entries.get(paper.id)?.toggleAttribute("hidden", !shown.includes(paper));
    for (const part of document.querySelectorAll("h3.part, nav.parts"))
      part.toggleAttribute("hidden", !plain);
    const minutes = shown.reduce((sum, paper) => sum + paper.minutes, 0);
    count.textContent = shown.length
      ? `${counted(shown.length, "paper")} shown, ${hours(minutes)}.`
      : "No paper is all of this.";
    all.hidden = plain;
    const taken = {
      topic: known ? topic : "",
      track: way ? track : "",
      show,
      sort: keys[/** @type {keyof typeof keys} */ (sort)] ? sort : "order",
    };
    for (const [key, value] of Object.entries(taken)) selects[key].value = value;
    lead();
  };
  /** Where each entry stood, for when nothing is filtered. */
  const homes = [...entries.values()].map((entry) => /** @type {const} */ ([entry, entry.parentElement]));
  let arranged = "plain";

  const show = () => {
    for (const [id, box] of boxes) {
      box.checked = !!store.state.papers[id]?.read;
      entries.get(id)?.classList.toggle("is-read", box.checked);
    }
    catalogue.papers.forEach(noted);
    const focused = document.activeElement;
    const at = visible().indexOf(/** @type {HTMLInputElement} */ (focused));
    arrange();
    if (focused instanceof HTMLSelectElement && !focused.isConnected)
      /** @type {HTMLElement | null} */ (where.querySelector(".plan select"))?.focus();
    // An entry that its own tick took out of the list leaves the focus to the one that follows.
    if (at >= 0 && !visible().includes(/** @type {HTMLInputElement} */ (focused)))
      (visible()[at] ?? visible()[at - 1] ?? selects.show).focus({ preventScroll: true });
  };
  /** The boxes of the entries that are shown, in their order on the page. */
  const visible = () =>
    /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("li.entry:not([hidden]) .tick input")]);
  show();
  leave(store.subscribe(show));
  addEventListener("popstate", arrange);
  leave(() => removeEventListener("popstate", arrange));
}

/** @param {{ id: string, name: string }[]} known @returns {[string, string][]} */
const pairs = (known) => known.map(({ id, name }) => [id, name]);

/** @param {number} pace */
function nearest(pace) {
  const all = PACES.map(([value]) => Number(value));
  return `${all.reduce((best, one) => (Math.abs(one - pace) < Math.abs(best - pace) ? one : best))}`;
}
