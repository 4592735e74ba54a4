// @ts-check
/** Under "Your reading": keeps the whole site in this browser when asked, says how large it is, and takes it away. */

import { button, make } from "../dom.js";
import { begun, keep, kept, missing, published, remove, size } from "./keeping.js";

/** @typedef {import("./keeping.js").Edition} Edition */

const CANNOT =
  "This browser, or the way in which this site is open here (not over https), does not allow to keep it.";
const WHY = /** @type {Record<string, string>} */ ({
  Changed: "A newer edition came out meanwhile. Load this page again to keep that one.",
  QuotaExceededError: "This browser has no room left for it.",
  AbortError: "Stopped.",
});
const STAYS = "What has come is not lost: you can go on.";

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)}\u00a0MB`;

/** @type {Start} */
export function start(place, { root }) {
  if (globalThis.caches && navigator.serviceWorker) void show(place, root);
  else place.replaceChildren(make("p", {}, CANNOT));
}

/** What there is, and what can be done; `said` is what has just been done. @param {HTMLElement} place @param {URL} root */
async function show(place, root, said = "") {
  const [list, here, partly] = await Promise.all([published(root), kept(root), begun(root)]);
  const act = (/** @type {string} */ label) => button(label, () => list && bring(place, root, list, here));
  const drop = button("Remove it", async () => {
    await remove(root);
    await show(place, root, "Removed. Pages come over the network again.");
  });
  const line = make("p", { class: "rl-kept-said", role: "status", tabindex: "-1" }, said);
  const more = act(here ? "Take the newer edition" : partly ? "Go on" : "Keep this site");
  const fresh = list && list.edition !== here?.edition;
  place.replaceChildren(
    make("p", {}, state(list, here)),
    make("div", { class: "rl-settings" }, ...(fresh ? [more] : []), ...(here || partly ? [drop] : [])),
    line,
  );
  if (said) line.focus(); // the button that had the focus is gone
}

/** @param {Edition | null} list what is published @param {Edition | null} here what is kept */
function state(list, here) {
  if (!here)
    return list
      ? `It takes ${megabytes(size(list.files))}. Nothing is kept before you ask.`
      : "How large it is cannot be asked for now: without a network, or in a preview, nothing can be kept.";
  const whole = `The site is kept in this browser, with ${megabytes(size(here.files))}, and opens without a network.`;
  if (!list) return `${whole} Whether there is a newer edition cannot be asked for now.`;
  if (list.edition === here.edition) return `${whole} There is no newer edition.`;
  return `${whole} There is a newer edition: ${megabytes(size(missing(list, here)))} of it are new.`;
}

/** Brings an edition in, and says how far it is. @param {HTMLElement} place @param {URL} root @param {Edition} list @param {Edition | null} here */
async function bring(place, root, list, here) {
  const total = size(list.files);
  const stop = new AbortController();
  const bar = make("progress", {
    max: `${total}`,
    value: "0",
    "aria-label": "How much of the site has come",
  });
  const text = make("span", {});
  const tell = (/** @type {number} */ bytes) => {
    bar.value = bytes;
    text.textContent = ` ${megabytes(bytes)} of ${megabytes(total)} `;
  };
  const halt = button("Stop", () => stop.abort());
  place.replaceChildren(make("p", { class: "rl-coming" }, bar, text), halt);
  halt.focus();
  try {
    await keep(root, list, tell, stop.signal);
    await show(place, root, here ? "The newer edition is kept: each page that you open is of it." : "Kept.");
  } catch (error) {
    stop.abort();
    const why = WHY[/** @type {Error} */ (error).name] ?? "The network failed.";
    await show(place, root, `${why} ${here ? "What was kept before stays as it was." : STAYS}`);
  }
}
