// @ts-check
/** In the contents of a page, as a fold and in the drawer: which part is the current one. */

import { all } from "./dom.js";

/** How far from the top of the window a heading is, in pixels, once a link has led to it, and a little more. */
const TOP = 120;

/** @type {Start} */
export function start(_place, { leave }) {
  const [fold] = /** @type {HTMLDetailsElement[]} */ (all("details.rl-contents"));
  const [drawer] = /** @type {HTMLInputElement[]} */ (all("#__drawer"));
  const links = /** @type {HTMLAnchorElement[]} */ (all(":is(.rl-contents, .rl-of-page) a"));
  const parts = all("h2[id]").filter(({ id }) => links.some((link) => leadsTo(link, id)));
  const mark = () => {
    const { scrollTop, scrollHeight } = document.documentElement;
    // The last part may be too short to get to the top.
    const ended = scrollTop > 0 && scrollTop + innerHeight >= scrollHeight - 1;
    const current = ended
      ? parts.at(-1)
      : parts.filter((part) => part.getBoundingClientRect().top < TOP).at(-1);
    for (const link of links) {
      if (current && leadsTo(link, current.id)) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  mark();
  addEventListener("scroll", mark, { passive: true });
  leave(() => removeEventListener("scroll", mark));
  for (const link of links)
    link.addEventListener("click", () => {
      // Before the browser goes there, so that what is closed moves nothing afterwards.
      fold.open = false;
      if (drawer.checked) drawer.click();
    });
}

/** @param {HTMLAnchorElement} link @param {string} id */
const leadsTo = ({ hash }, id) => decodeURIComponent(hash.slice(1)) === id;
