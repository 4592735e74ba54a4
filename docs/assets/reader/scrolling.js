// @ts-check
/** What scrolls sideways can be reached by keyboard, and has a name; what does not is no stop on the way. */

import { all } from "./dom.js";

/** Each kind with what it is called. */
const KINDS = [
  [".rl-formula", "Formula"],
  [".rl-scroll, .md-typeset__scrollwrap", "Table"],
  // Only on the smallest screens, where one formula may be wider than the text.
  [".md-typeset :is(p, li, dd):has(> math, > .rl-held, > span > math)", "Text"],
];

/** @type {Start} */
export function start(_place, { leave }) {
  const seen = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(/** @type {HTMLElement} */ (target));
  });
  for (const [selector, kind] of KINDS) {
    all(selector).forEach((one, n) => {
      one.dataset.called = `${kind} ${n + 1}, which scrolls sideways`;
      seen.observe(one);
    });
  }
  // A face that comes late makes a formula wider, and its box not.
  const again = () => KINDS.flatMap(([selector]) => all(selector)).forEach(mark);
  document.fonts.addEventListener("loadingdone", again);
  leave(() => {
    seen.disconnect();
    document.fonts.removeEventListener("loadingdone", again);
  });
}

/** @param {HTMLElement} one */
function mark(one) {
  const { called = "" } = one.dataset;
  if (!called) return; // it came after the page began
  const scrolls = one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX === "auto";
  const marks = { tabindex: "0", "aria-label": called, ...(one.matches("li, dd") ? {} : { role: "region" }) };
  for (const [name, value] of Object.entries(marks)) {
    if (scrolls) one.setAttribute(name, value);
    else one.removeAttribute(name);
  }
}
