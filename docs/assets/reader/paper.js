// @ts-check
/** On a paper's page: whether it is read, and a private note. */

import { make, tick } from "./dom.js";
import { Refused, setNote, setRead } from "./store.js";
import { warning } from "./status.js";

/**
 * @param {HTMLElement} place
 * @param {import("./main.js").Site} site
 */
export function start(place, { catalogue, store, leave }) {
  const paper = catalogue.papers.find(({ id }) => id === place.dataset.paper);
  if (!paper) return;
  const now = () => new Date().toISOString();
  const read = tick("I have read this", false, (on) =>
    store.update((state) => setRead(state, paper.id, on ? now() : null, now())),
  );
  const box = /** @type {HTMLInputElement} */ (read.firstChild);
  box.dataset.tick = "";
  const note = make("textarea", { rows: "5", "aria-label": `Your note on ${paper.nickname}` });
  const said = make("p", { class: "meta", role: "status" });
  note.addEventListener("input", () => {
    try {
      store.update((state) => setNote(state, paper.id, note.value));
      said.textContent = "";
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.textContent = `Not kept: ${error.message}`;
    }
  });
  const fold = make("details", { class: "note" }, make("summary", {}, "Your note"), note, said);

  const show = () => {
    const entry = store.state.papers[paper.id];
    box.checked = !!entry?.read;
    // Whoever is writing is not to be interrupted by another tab.
    if (document.activeElement !== note) note.value = entry?.note ?? "";
    if (entry?.note && !note.dataset.seen) fold.open = true;
    note.dataset.seen = "yes";
  };
  show();
  leave(store.subscribe(show));
  place.replaceChildren(read, fold, warning(store, leave));
}
