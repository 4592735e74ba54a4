// @ts-check
/** A tick at each link to a paper that is read: in the sidebar, on tracks, topics and the map's list. */

import { all, make } from "./dom.js";
import { isRead } from "./state.js";

/** @type {Start} */
export function start(_place, { root, catalogue, store, follow }) {
  const ids = new Map(catalogue.papers.map(({ id, url }) => [new URL(url, root).href, id]));
  follow(() => {
    // Looked for anew, as a track that is followed puts its own into the sidebar.
    for (const link of /** @type {HTMLAnchorElement[]} */ (all("a.rl-paper"))) {
      const read = isRead(store.state, ids.get(link.href));
      const mark = link.querySelector(".rl-read-mark");
      if (read && !mark)
        link.append(make("span", { class: "rl-read-mark", role: "img", "aria-label": "read" }, "✓"));
      if (!read) mark?.remove();
    }
  });
}
