// @ts-check
/** A tick at each link to a paper that is read: in the sidebar, on tracks, topics and the map's list. */

import { make } from "./dom.js";

/**
 * @param {HTMLElement} _place
 * @param {import("./main.js").Site} site
 */
export function start(_place, { root, catalogue, store, leave }) {
  const ids = new Map(catalogue.papers.map(({ id, url }) => [new URL(url, root).href, id]));
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.paper"));
  const show = () => {
    for (const link of links) {
      const read = !!store.state.papers[ids.get(link.href) ?? ""]?.read;
      const mark = link.querySelector(".read-mark");
      if (read && !mark)
        link.append(make("span", { class: "read-mark", role: "img", "aria-label": "read" }, "✓"));
      if (!read) mark?.remove();
    }
  };
  show();
  leave(store.subscribe(show));
}
