// @ts-check
/** On a paper's page: whether it is read, a private note, and at the end what is next. */

import { beyond, counted, make, tick } from "./dom.js";
import { Refused } from "./file.js";
import { along, going, hours, left, next, progress } from "./plan.js";
import { isRead, setNote } from "./state.js";
import { warning } from "./warning.js";

/** @type {Start} */
export function start(place, site) {
  const { catalogue, store, follow } = site;
  const paper = catalogue.papers.find(({ id }) => id === place.dataset.paper);
  if (!paper) return;
  const ticks = ["I have read this", "I have read this paper"].map((text) =>
    tick(text, (on) => store.mark(paper.id, on)),
  );
  ticks[0].box.dataset.tick = "";
  const after = make("div", { role: "status" });
  const on = make("p", { class: "rl-going" });
  follow(() => {
    const read = isRead(store.state, paper.id);
    for (const { box } of ticks) box.checked = read;
    after.replaceChildren(...(read ? ahead(site) : []));
    on.replaceChildren(...goingOn(paper, store.state));
  });
  place.replaceChildren(ticks[0].label, on, note(paper, site), warning(site));
  document.querySelector("[data-reader=paper-end]")?.replaceChildren(ticks[1].label, after);
}

/**
 * The reader's note, to unfold; it is open where there is one.
 * @param {Paper} paper
 * @param {Site} site
 */
function note({ id, nickname }, { store, follow }) {
  const text = make("textarea", { rows: "5", "aria-label": `Your note on ${nickname}` });
  const said = make("p", { class: "rl-meta", role: "status" });
  const fold = make("details", { class: "rl-note" }, make("summary", {}, "Your note"), text, said);
  text.addEventListener("input", () => {
    try {
      store.update((state) => setNote(state, id, text.value));
      said.textContent = store.kept === "kept" ? "Kept in this browser." : "";
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.textContent = `Not kept: ${error.message}`;
    }
  });
  fold.open = !!store.state.papers[id]?.note;
  follow(() => {
    // Whoever is writing is not to be interrupted by another tab.
    if (document.activeElement !== text) text.value = store.state.papers[id]?.note ?? "";
  });
  return fold;
}

/** Where to go on in the guide, once it is begun. @param {Paper} paper @param {State} state */
function goingOn(paper, state) {
  const begun = going([paper], state);
  if (!begun) return [];
  const { part, minutes } = begun.line;
  const link = make("a", { href: "#how-to-read-it" }, part);
  return ["Go on with ", link, `, ${hours(minutes)} (${hours(left(paper, state))} left)`];
}

/** How far the reader is, and what is next. @param {Site} site */
function ahead({ root, catalogue, store }) {
  const { track, way } = along(catalogue, store.state.track);
  const { read, total } = progress({ papers: way ?? catalogue.papers }, store.state);
  const sum = `${read} of ${counted(total, "paper")} read.`;
  const upcoming = next(catalogue, store.state, way);
  if (!upcoming)
    return [
      make(
        "p",
        {},
        `${sum} You have read the whole ${track ? "track" : "list"}. What came next: `,
        beyond(root),
        ".",
      ),
    ];
  const link = make("a", { href: new URL(upcoming.paper.url, root).href }, upcoming.paper.title);
  return [make("p", {}, `${sum} Read next: `, link), make("p", { class: "rl-why" }, upcoming.why)];
}
