// @ts-check
/** The entries of the list: their ticks, the signs of their notes, and their places. */

import { all, make, tick } from "./dom.js";
import { isRead } from "./state.js";

/** @param {Site} site */
export function equip(site) {
  const [list] = all("ol.rl-papers");
  /** Each with where it stood, for when nothing is filtered. */
  const entries = new Map(
    all("li.rl-entry").map((li) => [li.dataset.paper ?? "", { li, home: li.parentElement }]),
  );
  const shows = site.catalogue.papers.flatMap((paper) => {
    const entry = entries.get(paper.id);
    return entry ? [equipped(paper, entry.li, site)] : [];
  });
  let order = "";
  return {
    /** Shows what is read and noted. */
    show: () => {
      for (const show of shows) show();
    },
    /** Puts the entries in order and hides what is not wanted. @param {Arrangement} made */
    arrange: ({ order: papers, shown, plain }) => {
      // Only where the order is another: an entry that is moved loses the focus.
      const wanted = plain ? "" : papers.map(({ id }) => id).join();
      if (wanted !== order) {
        if (plain) for (const { li, home } of entries.values()) home?.append(li);
        else for (const { id } of papers) list.append(entries.get(id)?.li ?? "");
      }
      order = wanted;
      for (const paper of papers) entries.get(paper.id)?.li.toggleAttribute("hidden", !shown.includes(paper));
      for (const part of all("h3.rl-part, nav.rl-parts")) part.toggleAttribute("hidden", !plain);
    },
    /** The boxes of the entries that are shown, in their order on the page. */
    boxes: () => all("li.rl-entry:not([hidden]) .rl-tick input"),
  };
}

/**
 * Gives an entry its box, and a sign where there is a note, which leads to it.
 * @param {Paper} paper
 * @param {HTMLElement} li
 * @param {Site} site
 */
function equipped({ id, nickname }, li, { root, store }) {
  const [place] = all(".rl-tick-place", li);
  for (const old of all(".rl-has-note", li)) old.remove();
  const { label, box } = tick("Read", (on) => store.mark(id, on), `Read: ${nickname}`);
  const note = make("a", { class: "rl-has-note", href: new URL("reading/#notes", root).href }, "your note");
  place.replaceChildren(label);
  return () => {
    box.checked = isRead(store.state, id);
    li.classList.toggle("rl-is-read", box.checked);
    if (store.state.papers[id]?.note) li.append(note);
    else note.remove();
  };
}
