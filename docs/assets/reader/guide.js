// @ts-check
/** On a paper's page: a box at each line of its reading guide, for what of it is done. */

import { all, tick } from "./dom.js";

/** @type {Start} */
export function start(_place, { store, follow }) {
  const id = all("[data-reader=paper]")[0]?.dataset.paper ?? "";
  const boxes = all(".rl-guide [data-line]").map((line) => {
    const part = line.dataset.line ?? "";
    const { label, box } = tick("", (on) => store.markPart(id, part, on), `Done: ${part}`);
    const item = line.closest("li");
    for (const old of all(".rl-tick", item ?? line)) old.remove();
    item?.prepend(label);
    return { box, part };
  });
  follow(() => {
    const guide = store.state.papers[id]?.guide;
    for (const { box, part } of boxes) box.checked = !!guide?.[part]?.read;
  });
}
