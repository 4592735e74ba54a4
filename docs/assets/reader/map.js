// @ts-check
/** On the map: one's own ticks, and for the paper under the pointer or the focus what it needs and unlocks. */

import { make } from "./dom.js";

/**
 * @param {HTMLElement} svg
 * @param {import("./main.js").Site} site
 */
export function start(svg, { catalogue, store, leave }) {
  const named = new Map(catalogue.papers.map((paper) => [paper.id, paper]));
  const nodes = /** @type {SVGAElement[]} */ ([...svg.querySelectorAll("a.node")]);
  const arrows = /** @type {SVGElement[]} */ ([...svg.querySelectorAll("[data-from]")]);
  const said = make("div", { class: "map-said", "aria-live": "polite" });
  document.querySelector(".map-said")?.remove();
  document.querySelector(".map-list")?.prepend(said);

  /** @param {string} title @param {[string, string][]} lines */
  const block = (title, lines) =>
    lines.length
      ? [
          make("p", { class: "meta" }, title),
          make("ul", {}, ...lines.map(([name, reason]) => make("li", {}, make("b", {}, name), ` ${reason}`))),
        ]
      : [];

  /** @param {string} id */
  const tell = (id) => {
    const paper = named.get(id);
    if (!paper) return;
    const unlocked = catalogue.papers.flatMap((other) =>
      other.prerequisites
        .filter((edge) => edge.paper === id)
        .map(({ reason }) => /** @type {const} */ ([other, reason])),
    );
    const near = new Set([
      id,
      ...paper.prerequisites.map((edge) => edge.paper),
      ...unlocked.map(([other]) => other.id),
    ]);
    for (const node of nodes) node.classList.toggle("near", near.has(node.dataset.paper ?? ""));
    for (const arrow of arrows)
      arrow.classList.toggle("near", arrow.dataset.from === id || arrow.dataset.to === id);
    svg.classList.add("told");
    const needs = paper.prerequisites.map(
      (edge) => /** @type {[string, string]} */ ([`${named.get(edge.paper)?.nickname}.`, edge.reason]),
    );
    const unlocks = unlocked.map(
      ([other, reason]) => /** @type {[string, string]} */ ([`${other.nickname}.`, reason]),
    );
    const told = make(
      "div",
      {},
      make("p", { class: "ref" }, `${paper.number}. ${paper.title} (${paper.year})`),
      ...block("Needs", needs),
      ...block("Unlocks", unlocks),
    );
    if (!needs.length && !unlocks.length)
      told.append(make("p", {}, "It needs nothing on this list, and nothing here builds on it."));
    said.replaceChildren(told);
  };
  const clear = () => {
    said.replaceChildren();
    svg.classList.remove("told");
    for (const one of [...nodes, ...arrows]) one.classList.remove("near");
  };
  /** Back to the paper that has the focus, or to none. */
  const rest = () => {
    const focused = /** @type {SVGAElement | null} */ (svg.querySelector("a.node:focus-visible"));
    if (focused) tell(focused.dataset.paper ?? "");
    else clear();
  };

  const show = () => {
    for (const node of nodes) {
      const read = !!store.state.papers[node.dataset.paper ?? ""]?.read;
      node.classList.toggle("is-read", read);
      const label = (node.getAttribute("aria-label") ?? "").replace(/, read$/, "");
      node.setAttribute("aria-label", read ? `${label}, read` : label);
    }
  };
  show();
  leave(store.subscribe(show));
  for (const node of nodes) {
    const id = node.dataset.paper ?? "";
    node.addEventListener("focus", () => node.matches(":focus-visible") && tell(id));
    // A finger opens the page at once: there is nothing to tell before.
    node.addEventListener("pointerenter", ({ pointerType }) => pointerType === "touch" || tell(id));
  }
  svg.addEventListener("pointerleave", rest);
  svg.addEventListener(
    "focusout",
    ({ relatedTarget }) => svg.contains(/** @type {Node | null} */ (relatedTarget)) || rest(),
  );
  const escape = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && clear();
  addEventListener("keydown", escape);
  leave(() => removeEventListener("keydown", escape));
}
