// @ts-check
/** Single-key shortcuts, Material's own among them; they can be switched off as a whole. */

import { all, button, make, tick } from "./dom.js";
import { setKeys } from "./state.js";

/** @typedef {{ root: URL, help: () => void, say: (text: string) => void }} Page */

const search = async (/** @type {Page} */ { root }) => (await import("./search/dialog.js")).open(root);

/**
 * Every key: what it does, and which others do the same; those without `act` are Material's.
 * @type {{ key: string, does: string, also?: string[], act?: (page: Page) => void }[]}
 */
const KEYS = [
  { key: "n", does: "Next paper", also: ["."] },
  { key: "p", does: "Previous paper", also: [","] },
  { key: "t", does: "Tick or untick the paper of this page", act: mark },
  { key: "/", does: "Search", also: ["f", "s"], act: search },
  { key: "m", does: "Map", act: ({ root }) => location.assign(new URL("map/", root)) },
  { key: "h", does: "Home, the reading order", act: ({ root }) => location.assign(root) },
  { key: "?", does: "This help", act: ({ help }) => help() },
];

/** The box may be out of sight, so what the key did is said. @param {Page} page */
function mark({ say }) {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-tick]"));
  box?.click();
  if (box) say(box.checked ? "Ticked as read." : "No longer ticked.");
}

/** @type {Start} */
export function start(_place, site) {
  const { root, store, leave } = site;
  const close = button("Close", () => dialog.close());
  const dialog = make("dialog", { class: "rl-keys-help", "aria-labelledby": "keys-title" });
  dialog.append(
    make("h2", { id: "keys-title" }, "Keyboard"),
    list(),
    make("div", { class: "rl-settings" }, toggle(site), close),
  );
  const help = () => {
    dialog.showModal();
    // Not on the switch, where a stray space would turn the keys off.
    close.focus({ preventScroll: true });
    dialog.scrollTop = 0;
  };
  const page = { root, help, say: speaker(site) };
  const press = (/** @type {KeyboardEvent} */ event) => {
    const known = KEYS.find(({ key, also = [] }) => [key, ...also].includes(event.key));
    if (!known || isTyped(event)) return;
    if (!store.state.keys || document.querySelector("dialog[open]")) return event.stopImmediatePropagation();
    if (!known.act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    known.act(page);
  };
  // In the capture phase: before Material, which listens on the window too.
  addEventListener("keydown", press, { capture: true });
  leave(() => removeEventListener("keydown", press, { capture: true }));
  for (const find of all(".rl-search")) find.onclick = () => search(page);
  document.body.append(dialog);
  leave(() => dialog.remove());
  for (const place of all("[data-reader=keys]")) place.replaceChildren(toggle(site));
}

function list() {
  const lines = KEYS.flatMap(({ key, does, also }) => [
    make("dt", {}, make("kbd", {}, key)),
    make("dd", {}, also ? `${does} (also ${also.join(" and ")})` : does),
  ]);
  return make("dl", {}, ...lines);
}

/** The switch for all keys. @param {Site} site */
function toggle({ store, follow }) {
  const { label, box } = tick("Single-key shortcuts on", (on) => store.update((state) => setKeys(state, on)));
  follow(() => {
    box.checked = store.state.keys;
  });
  return label;
}

/** A line at the foot of the window that says something for a while. @param {Site} site */
function speaker({ leave }) {
  const line = make("p", { class: "rl-key-said", role: "status" });
  document.body.append(line);
  leave(() => line.remove());
  let timer = 0;
  return (/** @type {string} */ text) => {
    line.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => line.replaceChildren(), 4000);
  };
}

/** Whether a key is part of a text or of somebody's shortcut. @param {KeyboardEvent} event */
function isTyped({ ctrlKey, metaKey, altKey, isComposing, target }) {
  const field = "input:not([type=checkbox]), textarea, select, [contenteditable]";
  return ctrlKey || metaKey || altKey || isComposing || (target instanceof Element && target.closest(field));
}
