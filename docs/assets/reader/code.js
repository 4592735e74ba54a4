// @ts-check
/** Buttons that copy a block of code, and a reference in any format. */

import { all, button, make } from "./dom.js";

/** @type {Start} */
export function start() {
  if (!navigator.clipboard) return; // not on an address that is neither safe nor this machine's
  for (const block of all(".rl-code pre")) block.before(copying("Copy", () => block.textContent ?? ""));
  for (const block of all(".rl-cite pre, .rl-cited"))
    block.after(copying(`Copy ${block.dataset.part ?? "BibTeX"}`, () => block.textContent ?? ""));
  for (const link of /** @type {HTMLAnchorElement[]} */ (all(".rl-files li + li a")))
    link.after(copying(`Copy ${link.textContent}`, () => fetch(link.href).then((answer) => answer.text())));
}

/**
 * A button that copies a text, and says how that went.
 * @param {string} label
 * @param {() => string | Promise<string>} text
 */
function copying(label, text) {
  const said = make("span", { class: "rl-meta", role: "status" });
  const copy = button(label, async () => {
    said.textContent = await Promise.resolve(text())
      .then((whole) => navigator.clipboard.writeText(whole.trim()))
      .then(
        () => "Copied.",
        () => "Not copied: the browser does not allow it.",
      );
  });
  return make("p", { class: "rl-copy" }, copy, said);
}
