// @ts-check
/** Under "Your reading": what is kept, the notes, taking it along, bringing it back, and beginning anew. */

import { button, counted, make } from "./dom.js";
import { hours, progress } from "./plan.js";
import { Refused, empty, merge, parse, takenBack } from "./store.js";
import { download, save, warning } from "./status.js";

/**
 * @param {HTMLElement} place
 * @param {import("./main.js").Site} site
 */
export function start(place, { root, catalogue, store, leave }) {
  const sum = make("p", {});
  const damage = make("div", { class: "unkept" });
  const said = make("div", { class: "said", role: "status", tabindex: "-1" });
  const file = make("input", { type: "file", accept: ".json,application/json" });
  const notes = make("div", { class: "notes" });

  /** @param {string} text @param {...Node} more */
  const say = (text, ...more) => said.replaceChildren(make("p", {}, text, " ", ...more));

  /**
   * Makes a change, says what was done, and offers to take it back.
   * @param {(state: import("./store.js").State) => import("./store.js").State} change
   * @param {string} what
   */
  const change = (change, what) => {
    const before = store.state;
    store.update(change);
    const after = store.state;
    const undo = button("Undo", () => attempt(() => {
      store.update((now) => takenBack(now, after, before));
      say("Taken back.");
      said.focus(); // the button that had the focus is gone
    }));
    say(what, undo);
  };

  /** @param {() => void} act */
  const attempt = (act) => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.replaceChildren(make("p", { class: "refused" }, `Nothing was changed. ${error.message}`));
    }
  };

  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    // A whole list with notes has some hundred kilobytes; what is far larger is no such file, and is not read.
    const text = chosen.size <= 20_000_000 ? await chosen.text() : null;
    attempt(() => {
      if (text === null) throw new Refused("The file has more than 20 MB; choose one that was exported here.");
      const theirs = parse(text);
      const [read, noted] = [count(theirs, "read"), count(theirs, "note")];
      change(
        (mine) => merge(mine, theirs),
        `Brought in ${counted(read, "paper")} read and ${counted(noted, "note")}; what you had here stays too.`,
      );
    });
    file.value = "";
  });

  const reset = () =>
    change((state) => ({ ...empty(), pace: state.pace, keys: state.keys }), "All ticks and notes are gone.");

  const known = new Map(catalogue.papers.map((paper) => [paper.id, paper]));
  const show = () => {
    const { read, total, minutesLeft } = progress(catalogue, store.state);
    sum.textContent = `${read} of ${counted(total, "paper")} read, ${counted(count(store.state, "note"), "note")}, ${
      minutesLeft ? `about ${hours(minutesLeft)} left` : "nothing left"
    }.`;
    const written = Object.entries(store.state.papers).filter(([, { note }]) => note);
    const place = (/** @type {string} */ id) => known.get(id)?.number ?? Infinity;
    written.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
    notes.replaceChildren(
      ...(written.length ? [make("h2", {}, "Your notes")] : []),
      ...written.flatMap(([id, { note }]) => {
        const paper = known.get(id);
        const name = paper
          ? make("a", { href: new URL(paper.url, root).href }, `${paper.number}. ${paper.title}`)
          : `${id}, no longer on this list`;
        return [make("h3", {}, name), make("p", { class: "note-text" }, note)];
      }),
    );
    const text = store.damaged;
    damage.hidden = text === null;
    if (text !== null)
      damage.replaceChildren(
        make("p", {}, "What this browser had kept could not be read, and was set aside; the list began anew."),
        button("Save it to a file", () => download(text, "reading-list-damaged.txt")),
        button("Delete it", () => store.forgetDamaged()),
      );
  };
  show();
  leave(store.subscribe(show));
  place.replaceChildren(
    sum,
    warning(store, leave),
    damage,
    make(
      "div",
      { class: "settings" },
      button("Export to a file", () => {
        save(store);
        say("Saved as reading-list.json, where your browser keeps downloads.");
      }),
      make("label", { class: "button" }, "Import from a file", file),
      button("Reset", reset),
    ),
    said,
    notes,
  );
}

/** How many papers of a state are read, or have a note. @param {import("./store.js").State} state @param {"read" | "note"} what */
const count = (state, what) => Object.values(state.papers).filter((entry) => entry[what]).length;
