// @ts-check
/** Buttons that copy code and references. */

import { all, button, make } from "./dom.js";

/** @type {Start} */
export function start() {
  if (!navigator.clipboard) return; // unsafe address
  for (const block of all(".rl-code pre, .rl-cite [data-part]")) {
    const said = make("span", { class: "rl-meta", role: "status" });
    const copy = button(`Copy ${block.dataset.part ?? "code"}`, async () => {
      said.textContent = await navigator.clipboard.writeText(block.innerText.trim()).then(
        () => "Copied.",
        () => "Not copied: the browser forbids it.",
      );
    });
    block.before(make("p", { class: "rl-copy" }, copy, said));
  }
}
