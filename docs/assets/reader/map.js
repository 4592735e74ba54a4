// @ts-check
/** On the map: one's own ticks and track, and for the paper under the pointer or the focus what it needs and unlocks. */

import { all, make } from "./dom.js";
import { isRead } from "./state.js";

/** @type {Start} */
export function start(map, { catalogue, store, follow, leave }) {
  // Of both drawings.
  const nodes = /** @type {SVGAElement[]} */ (all("a.rl-node", map));
  const arrows = /** @type {SVGElement[]} */ (all("[data-from]", map));
  const [card] = all(".rl-map-card");

  let shown = "";
  const show = (/** @type {SVGAElement} */ { dataset: { paper: id = "" } }) => {
    const paper = catalogue.papers.find((one) => one.id === id);
    if (!paper || id === shown) return;
    shown = id;
    const near = edges(catalogue).filter(({ from, to }) => from === paper || to === paper);
    const ids = new Set([id, ...near.flatMap(({ from, to }) => [from.id, to.id])]);
    for (const { classList, dataset } of nodes) classList.toggle("rl-near", ids.has(dataset.paper ?? ""));
    for (const { classList, dataset } of arrows)
      classList.toggle("rl-near", dataset.from === id || dataset.to === id);
    map.classList.add("rl-pointed");
    card.replaceChildren(content(paper, near));
  };
  const clear = () => {
    shown = "";
    card.replaceChildren();
    map.classList.remove("rl-pointed");
    for (const one of [...nodes, ...arrows]) one.classList.remove("rl-near");
  };
  follow(() => mark(nodes, store.state));
  listen(map, nodes, show, clear);
  const press = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && clear();
  addEventListener("keydown", press);
  leave(() => removeEventListener("keydown", press));
}

/**
 * Shows the paper under the pointer or the focus, and clears when neither is on one.
 * @param {HTMLElement} map
 * @param {SVGAElement[]} nodes
 * @param {(node: SVGAElement) => void} show
 * @param {() => void} clear
 */
function listen(map, nodes, show, clear) {
  /** Back to the paper that has the focus, or to none. */
  const rest = () => {
    const focused = nodes.find((node) => node.matches(":focus-visible"));
    if (focused) show(focused);
    else clear();
  };
  for (const node of nodes) {
    node.addEventListener("focus", () => node.matches(":focus-visible") && show(node));
    // Not when it enters, as one at rest does when the page scrolls. A finger opens the page at once.
    node.addEventListener("pointermove", ({ pointerType }) => pointerType === "touch" || show(node));
  }
  map.addEventListener("pointerleave", rest);
  map.addEventListener("focusout", ({ relatedTarget }) => {
    if (!map.contains(/** @type {Node | null} */ (relatedTarget))) rest();
  });
}

/** @param {SVGAElement[]} nodes @param {State} state */
function mark(nodes, state) {
  const track = `rl-track-${state.track}`;
  for (const { classList } of all("[class*=rl-track-]"))
    classList.toggle("rl-on-way", classList.contains(track));
  for (const node of nodes) {
    const read = isRead(state, node.dataset.paper);
    node.classList.toggle("rl-is-read", read);
    const added = (node.matches(".rl-on-way") ? ", on your track" : "") + (read ? ", read" : "");
    const label = node.getAttribute("aria-label") ?? "";
    node.setAttribute("aria-label", label.replace(/(, on your track)?(, read)?$/, added));
  }
}

/** @param {Catalogue} catalogue */
const edges = ({ papers }) =>
  papers.flatMap((to) =>
    to.prerequisites.flatMap(({ paper, reason }) =>
      papers.filter(({ id }) => id === paper).map((from) => ({ from, to, reason })),
    ),
  );

/**
 * What is shown of a paper and of what is near it.
 * @param {Paper} paper
 * @param {ReturnType<typeof edges>} near
 */
function content(paper, near) {
  const made = make(
    "div",
    {},
    make("p", { class: "rl-ref" }, `${paper.number}. ${paper.title} (${paper.year})`),
  );
  for (const [title, here, there] of /** @type {const} */ ([
    ["Needs", "to", "from"],
    ["Unlocks", "from", "to"],
  ])) {
    const lines = near
      .filter((edge) => edge[here] === paper)
      .map((edge) => make("li", {}, make("b", {}, `${edge[there].nickname}.`), ` ${edge.reason}`));
    if (lines.length) made.append(make("p", { class: "rl-meta" }, title), make("ul", {}, ...lines));
  }
  if (!near.length)
    made.append(make("p", {}, "It needs nothing on this list, and nothing here builds on it."));
  return made;
}
