// @ts-check
/** On the home page: where one is, what is next, how much is left; ticks, filters and orders of the list. */

import { arranged, chosen, defaults } from "./arrangement.js";
import { equip } from "./home-entries.js";
import { filters } from "./home-filters.js";
import { lead } from "./home-progress.js";
import { warning } from "./warning.js";

/** @type {Start} */
export function start(where, site) {
  const { catalogue, store, follow } = site;
  document.querySelector(".rl-where-am-i + .rl-unkept")?.remove();
  where.after(warning(site));
  const arrange = () => {
    const choice = chosen(location.search, catalogue, defaults(catalogue, store.state));
    const made = arranged(catalogue, store.state, choice);
    entries.arrange(made);
    bar.show(choice, made);
    where.replaceChildren(...lead(site, made));
  };
  const entries = equip(site);
  const bar = filters(site, arrange);
  follow(() => {
    entries.show();
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    const at = entries.boxes().indexOf(focused);
    arrange();
    // The choice of the pace is made anew.
    if (focused instanceof HTMLSelectElement && !focused.isConnected) where.querySelector("select")?.focus();
    // An entry that its own tick took out of the list leaves the focus to the one that follows.
    const boxes = entries.boxes();
    if (at >= 0 && !boxes.includes(focused))
      (boxes[at] ?? boxes[at - 1] ?? bar.last).focus({ preventScroll: true });
  });
}
