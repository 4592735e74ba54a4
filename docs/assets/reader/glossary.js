// @ts-check
/** At links to the glossary: asks for the definition on hover, on focus and at a tap; what shows it comes then. */

import { all } from "./dom.js";

/** @type {Start} */
export function start() {
  if (!("popover" in HTMLElement.prototype)) return; // the links lead where they lead
  const definition = () => import("./definition.js");
  const ignored = () => {}; // and so they do where a file did not load
  for (const link of /** @type {HTMLAnchorElement[]} */ (all('.md-content a[href*="glossary/#"]'))) {
    let touched = false;
    link.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType !== "touch") definition().then(({ rest }) => rest(link), ignored);
    });
    link.addEventListener("focus", () => {
      if (link.matches(":focus-visible"))
        definition()
          .then(({ open }) => open(link))
          .catch(ignored);
    });
    link.addEventListener("pointerdown", ({ pointerType }) => {
      touched = pointerType === "touch";
    });
    link.addEventListener("click", (event) => {
      if (!touched) return;
      touched = false;
      event.preventDefault();
      definition()
        .then(({ open }) => open(link))
        .catch(() => location.assign(link.href));
    });
  }
}
