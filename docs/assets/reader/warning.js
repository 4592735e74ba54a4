// @ts-check
/** Says where the browser does not keep what is ticked and written, and saves it to a file. */

import { button, make } from "./dom.js";
import { serialize } from "./file.js";

const SAID = {
  kept: "",
  refused:
    "Your browser does not let this site keep anything: what you tick is gone when you leave this page.",
  full: "Your browser has no room left for this site: what you tick is gone when you leave this page.",
};

/**
 * Hands a text to the browser as a download.
 * @param {string} text
 * @param {string} name
 */
export function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Exports what is read and noted. @param {Store} store */
export const save = (store) => download(serialize(store.state), "reading-list.json");

/**
 * A line that appears when something is not kept, with the way to save it from this very page.
 * @param {Site} site
 */
export function warning({ store, follow }) {
  const line = make("p", { class: "rl-unkept", role: "status" });
  let said = "";
  follow(() => {
    if (said === SAID[store.kept]) return;
    said = SAID[store.kept];
    line.replaceChildren(...(said ? [said, " ", button("Export to a file", () => save(store))] : []));
  });
  return line;
}
