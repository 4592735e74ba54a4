// @ts-check
/** On a paper's page: whether it is read, a private note, and at the end what is next. */

import { counted, make, tick } from "./dom.js";
import { next, progress } from "./plan.js";
import { Refused, setNote, setRead } from "./store.js";
import { warning } from "./status.js";

/**
 * @param {HTMLElement} place
 * @param {import("./main.js").Site} site
 */
export function start(place, { root, catalogue, store, leave }) {
  const paper = catalogue.papers.find(({ id }) => id === place.dataset.paper);
  if (!paper) return;
  const mark = (/** @type {boolean} */ on) => {
    const now = new Date().toISOString();
    store.update((state) => setRead(state, paper.id, on ? now : null, now));
  };
  const ticks = [tick("I have read this", false, mark), tick("I have read this paper", false, mark)];
  const boxes = ticks.map((label) => /** @type {HTMLInputElement} */ (label.firstChild));
  boxes[0].dataset.tick = "";
  const note = make("textarea", { rows: "5", "aria-label": `Your note on ${paper.nickname}` });
  const said = make("p", { class: "meta", role: "status" });
  note.addEventListener("input", () => {
    try {
      store.update((state) => setNote(state, paper.id, note.value));
      said.textContent = store.kept === "kept" ? "Kept in this browser." : "";
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.textContent = `Not kept: ${error.message}`;
    }
  });
  const fold = make("details", { class: "note" }, make("summary", {}, "Your note"), note, said);
  const after = make("div", { role: "status" });

  const show = () => {
    const entry = store.state.papers[paper.id];
    for (const box of boxes) box.checked = !!entry?.read;
    // Whoever is writing is not to be interrupted by another tab.
    if (document.activeElement !== note) note.value = entry?.note ?? "";
    if (entry?.note && !note.dataset.seen) fold.open = true;
    note.dataset.seen = "yes";
    after.replaceChildren(...(entry?.read ? ahead() : []));
  };
  const ahead = () => {
    const { read, total } = progress(catalogue, store.state);
    const sum = `${read} of ${counted(total, "paper")} read.`;
    const upcoming = next(catalogue, store.state);
    if (!upcoming) return [make("p", {}, `${sum} You have read the whole list.`)];
    const link = make("a", { href: new URL(upcoming.paper.url, root).href }, upcoming.paper.title);
    return [make("p", {}, `${sum} Read next: `, link), make("p", { class: "why" }, upcoming.why)];
  };
  show();
  leave(store.subscribe(show));
  place.replaceChildren(ticks[0], fold, warning(store, leave));
  document.querySelector("[data-reader=paper-end]")?.replaceChildren(ticks[1], after);
}
