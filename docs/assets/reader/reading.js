// @ts-check
/** Under "Your reading": what is kept, what was read when, the notes, taking it along, bringing it back, and beginning anew. */

import { button, counted, make } from "./dom.js";
import { parse, Refused } from "./file.js";
import { history, named } from "./history.js";
import { merge, takenBack } from "./merge.js";
import { hours, progress } from "./plan.js";
import { empty } from "./state.js";
import { download, save, warning } from "./warning.js";

/** @typedef {(what: string, act: Change) => void} Changing */

/** @type {Start} */
export function start(place, site) {
  const { catalogue, store, follow } = site;
  const sum = make("p", {});
  const damage = make("div", { class: "rl-unkept" });
  const read = make("div", { class: "rl-history" });
  const notes = make("div", { class: "rl-notes" });
  follow(() => {
    const { read: many, total, minutesLeft } = progress(catalogue, store.state);
    const left = minutesLeft ? `about ${hours(minutesLeft)} left` : "nothing left";
    const noted = counted(count(store.state, "note"), "note");
    sum.textContent = `${many} of ${counted(total, "paper")} read, ${noted}, ${left}.`;
    read.replaceChildren(...history(site));
    notes.replaceChildren(...written(site));
    damage.hidden = store.damaged === null;
    damage.replaceChildren(...damaged(store));
  });
  place.replaceChildren(sum, warning(site), damage, ...settings(store), read, notes);
}

/** How many papers of a state are read, or have a note. @param {State} state @param {"read" | "note"} what */
const count = (state, what) => Object.values(state.papers).filter((entry) => entry[what]).length;

/** The notes, in the order of the list; those on papers that left it come last. @param {Site} site */
function written({ root, catalogue, store }) {
  const known = new Map(catalogue.papers.map((paper) => [paper.id, paper]));
  const place = (/** @type {string} */ id) => known.get(id)?.number ?? Infinity;
  const entries = Object.entries(store.state.papers).filter(([, { note }]) => note);
  entries.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  const made = entries.flatMap(([id, { note }]) => {
    const paper = known.get(id);
    return [make("h3", {}, named(id, paper, root)), make("p", { class: "rl-note-text" }, note)];
  });
  return made.length ? [make("h2", {}, "Your notes"), ...made] : [];
}

/** What can be done with what could not be read; nothing where all could. @param {Store} store */
function damaged(store) {
  const text = store.damaged;
  if (text === null) return [];
  return [
    make("p", {}, "What this browser had kept could not be read, and was set aside; the list began anew."),
    button("Save it to a file", () => download(text, "reading-list-damaged.txt")),
    button("Delete it", () => store.forgetDamaged()),
  ];
}

/** The row of buttons, and the line that says what they did. @param {Store} store */
function settings(store) {
  const said = make("div", { class: "rl-said", role: "status", tabindex: "-1" });
  const say = (/** @type {string} */ text, /** @type {Node[]} */ ...more) =>
    said.replaceChildren(make("p", {}, text, " ", ...more));

  const attempt = (/** @type {() => void} */ act) => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.replaceChildren(make("p", { class: "rl-refused" }, `Nothing was changed. ${error.message}`));
    }
  };
  /** Makes a change, says what was done, and offers to take it back. @type {Changing} */
  const change = (what, act) => {
    const before = store.state;
    store.update(act);
    const after = store.state;
    const undo = () => {
      store.update((now) => takenBack(now, after, before));
      say("Taken back.");
      said.focus(); // the button that had the focus is gone
    };
    say(
      what,
      button("Undo", () => attempt(undo)),
    );
  };
  const exports = button("Export to a file", () => {
    save(store);
    say("Saved as reading-list.json, where your browser keeps downloads.");
  });
  const reset = button("Reset", () =>
    change("All ticks and notes are gone.", ({ pace, keys }) => ({ ...empty(), pace, keys })),
  );
  const read = importing((text) => attempt(() => bringIn(text, change)));
  return [make("div", { class: "rl-settings" }, exports, read, reset), said];
}

/** Far more bytes than a whole list with notes takes: what is larger is no such file, and is not read. */
const LARGEST = 20_000_000;

/** The button that asks for a file, and what to do with its text. @param {(text: string | null) => void} act */
function importing(act) {
  const file = make("input", { type: "file", accept: ".json,application/json" });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    act(chosen.size <= LARGEST ? await chosen.text() : null);
    file.value = "";
  });
  return make("label", { class: "rl-button" }, "Import from a file", file);
}

/** @param {string | null} text @param {Changing} change */
function bringIn(text, change) {
  if (text === null) throw new Refused("The file has more than 20 MB. Choose one that was exported here.");
  const theirs = parse(text);
  const [read, noted] = [counted(count(theirs, "read"), "paper"), counted(count(theirs, "note"), "note")];
  const what = `Brought in ${read} read and ${noted}; what you had here stays too.`;
  change(what, (mine) => merge(mine, theirs));
}
