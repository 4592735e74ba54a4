// @ts-check
/** On the map: one's own ticks, and for the paper under the pointer or the focus what it needs and unlocks. */

import { all, make } from "./dom.js";
import { isRead } from "./state.js";

/** @typedef {[Paper, string][]} Near papers, each with the reason */

/** @type {Start} */
export function start(svg, { catalogue, store, leave, follow }) {
  const nodes = /** @type {SVGAElement[]} */ (all("a.rl-node", svg));
  const arrows = /** @type {SVGElement[]} */ (all("[data-from]", svg));
  const said = make("div", { class: "rl-map-said", "aria-live": "polite" });
  document.querySelector(".rl-map-said")?.remove();
  document.querySelector(".rl-map-list")?.prepend(said);

  const tell = (/** @type {string} */ id = "") => {
    const paper = catalogue.papers.find((one) => one.id === id);
    if (!paper) return;
    const [needs, unlocks] = [needed(catalogue, paper), unlocked(catalogue, paper)];
    const near = new Set([paper, ...[...needs, ...unlocks].map(([other]) => other)].map((one) => one.id));
    for (const node of nodes) node.classList.toggle("rl-near", near.has(node.dataset.paper ?? ""));
    for (const { classList, dataset } of arrows)
      classList.toggle("rl-near", dataset.from === id || dataset.to === id);
    svg.classList.add("rl-told");
    said.replaceChildren(card(paper, needs, unlocks));
  };
  const clear = () => {
    said.replaceChildren();
    svg.classList.remove("rl-told");
    for (const one of [...nodes, ...arrows]) one.classList.remove("rl-near");
  };
  follow(() => {
    for (const node of nodes) mark(node, isRead(store.state, node.dataset.paper));
  });
  listen(svg, nodes, tell, clear);
  const press = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && clear();
  addEventListener("keydown", press);
  leave(() => removeEventListener("keydown", press));
}

/**
 * Tells of the paper under the pointer or the focus, and clears when neither is on one.
 * @param {HTMLElement} svg
 * @param {SVGAElement[]} nodes
 * @param {(id?: string) => void} tell
 * @param {() => void} clear
 */
function listen(svg, nodes, tell, clear) {
  /** Back to the paper that has the focus, or to none. */
  const rest = () => {
    const focused = nodes.find((node) => node.matches(":focus-visible"));
    if (focused) tell(focused.dataset.paper);
    else clear();
  };
  for (const node of nodes) {
    const id = node.dataset.paper;
    node.addEventListener("focus", () => node.matches(":focus-visible") && tell(id));
    // A finger opens the page at once: there is nothing to tell before.
    node.addEventListener("pointerenter", ({ pointerType }) => pointerType === "touch" || tell(id));
  }
  svg.addEventListener("pointerleave", rest);
  svg.addEventListener("focusout", ({ relatedTarget }) => {
    if (!svg.contains(/** @type {Node | null} */ (relatedTarget))) rest();
  });
}

/**
 * @param {SVGAElement} node
 * @param {boolean} read
 */
function mark(node, read) {
  node.classList.toggle("rl-is-read", read);
  const label = (node.getAttribute("aria-label") ?? "").replace(/, read$/, "");
  node.setAttribute("aria-label", read ? `${label}, read` : label);
}

/**
 * @param {Catalogue} catalogue
 * @param {Paper} paper
 */
const needed = ({ papers }, paper) =>
  paper.prerequisites.flatMap((edge) =>
    papers.filter(({ id }) => id === edge.paper).map((other) => pair(other, edge.reason)),
  );

/**
 * @param {Catalogue} catalogue
 * @param {Paper} paper
 */
const unlocked = ({ papers }, { id }) =>
  papers.flatMap((other) =>
    other.prerequisites.filter((edge) => edge.paper === id).map(({ reason }) => pair(other, reason)),
  );

/**
 * @param {Paper} paper
 * @param {string} reason
 * @returns {Near[number]}
 */
const pair = (paper, reason) => [paper, reason];

/**
 * What is told of a paper.
 * @param {Paper} paper
 * @param {Near} needs
 * @param {Near} unlocks
 */
function card({ number, title, year }, needs, unlocks) {
  const told = make("div", {}, make("p", { class: "rl-ref" }, `${number}. ${title} (${year})`));
  told.append(...block("Needs", needs), ...block("Unlocks", unlocks));
  if (!needs.length && !unlocks.length)
    told.append(make("p", {}, "It needs nothing on this list, and nothing here builds on it."));
  return told;
}

/**
 * @param {string} title
 * @param {Near} near
 */
function block(title, near) {
  const lines = near.map(([{ nickname }, reason]) =>
    make("li", {}, make("b", {}, `${nickname}.`), ` ${reason}`),
  );
  return lines.length ? [make("p", { class: "rl-meta" }, title), make("ul", {}, ...lines)] : [];
}
