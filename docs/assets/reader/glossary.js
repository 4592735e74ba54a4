// @ts-check
/** At links to the glossary: asks for the definition on hover, on focus and at a tap. */

import { all } from "./dom.js";

/** @type {Start} */
export function start() {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const link of /** @type {HTMLAnchorElement[]} */ (all('.md-content a[href*="glossary/#"]'))) {
    const definition = () => import("./definition.js");
    const open = () => definition().then((shown) => shown.open(link));
    const ignored = () => {};
    let touched = false;
    link.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType !== "touch") definition().then(({ rest }) => rest(link), ignored);
    });
    link.addEventListener("focus", () => {
      if (link.matches(":focus-visible")) open().catch(ignored);
    });
    link.addEventListener("pointerdown", ({ pointerType }) => {
      touched = pointerType === "touch";
    });
    link.addEventListener("click", (event) => {
      if (!touched) return;
      touched = false;
      event.preventDefault();
      open().catch(() => location.assign(link.href));
    });
  }
}
