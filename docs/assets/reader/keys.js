// @ts-check
/** Single-key shortcuts, Material's own among them; they can be switched off as a whole. */

import { button, make, tick } from "./dom.js";
import { setKeys } from "./store.js";

/** Each key with what it does, as the help lists them. */
export const KEYS = /** @type {[string, string][]} */ ([
  ["n", "Next paper (also .)"],
  ["p", "Previous paper (also ,)"],
  ["t", "Tick or untick the paper of this page"],
  ["/", "Search (also f and s)"],
  ["m", "Map"],
  ["h", "Home, the reading order"],
  ["?", "This help"],
]);

// Material knows these too, and is to be still when they are off.
const THEIRS = [",", ".", "f", "s"];

/**
 * @param {HTMLElement} _place
 * @param {import("./main.js").Site} site
 */
export function start(_place, { root, store, leave }) {
  const dialog = make("dialog", { class: "keys-help", "aria-labelledby": "keys-title" });
  const said = make("p", { class: "key-said", role: "status" });
  document.body.append(dialog, said);
  const toggle = () => {
    const label = tick("Single-key shortcuts on", store.state.keys, (on) =>
      store.update((state) => setKeys(state, on)),
    );
    /** @type {HTMLElement} */ (label.firstChild).dataset.keys = "";
    return label;
  };
  const close = button("Close", () => dialog.close());
  const help = () => {
    dialog.replaceChildren(
      make("h2", { id: "keys-title" }, "Keyboard"),
      make(
        "dl",
        {},
        ...KEYS.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)]),
      ),
      make("div", { class: "settings" }, toggle(), close),
    );
    dialog.showModal();
    // Not on the switch, where a stray space would turn the keys off.
    close.focus({ preventScroll: true });
    dialog.scrollTop = 0;
  };

  /** The box may be out of sight, so what the key did is said. */
  const mark = () => {
    const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-tick]"));
    box?.click();
    said.textContent = box ? (box.checked ? "Ticked as read." : "No longer ticked.") : "";
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = ""), 4000);
  };
  let timer = 0;

  /** @type {Record<string, () => void>} */
  const acts = {
    t: mark,
    m: () => location.assign(new URL("map/", root)),
    h: () => location.assign(root),
    "?": help,
  };
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const { key, target } = event;
    const typing =
      target instanceof Element &&
      target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing) return;
    const known = KEYS.some(([one]) => one === key) || THEIRS.includes(key);
    if (!known) return;
    if (!store.state.keys || dialog.open) return event.stopImmediatePropagation();
    if (!acts[key]) return; // n, p and / are Material's
    event.preventDefault();
    event.stopImmediatePropagation();
    acts[key]();
  };
  // In the capture phase: before Material, which listens on the window too.
  addEventListener("keydown", press, { capture: true });
  leave(() => removeEventListener("keydown", press, { capture: true }));
  leave(() => [dialog, said].forEach((one) => one.remove()));

  document.querySelector("[data-reader=keys]")?.replaceChildren(toggle());
  leave(
    store.subscribe(() => {
      const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-keys]"));
      for (const box of boxes) box.checked = store.state.keys;
    }),
  );
}
