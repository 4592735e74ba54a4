// @ts-check
/** The box beside a link to the glossary; it goes with pointer and focus, at Escape, and at a press elsewhere. */

import { all, make } from "./dom.js";

/** Milliseconds of a pointer on a link, and on its way to the box. */
const REST = 150;
const ON_ITS_WAY = 300;

const box = make("div", { popover: "auto", class: "rl-term", id: "rl-term", role: "note" });

/** Its link. @type {HTMLAnchorElement | undefined} */
let shown;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {() => void} act @param {number} time */
function later(act, time) {
  clearTimeout(timer);
  timer = setTimeout(act, time);
}

/** Shows it once the pointer has rested on a link. @param {HTMLAnchorElement} link */
export function rest(link) {
  if (!link.matches(":hover") || link === shown) return;
  later(() => open(link).catch(() => {}), REST);
  link.addEventListener("pointerleave", away);
}

/** Shows it at a link; throws where it cannot. @param {HTMLAnchorElement} link */
export async function open(link) {
  clearTimeout(timer);
  if (link === shown) return;
  close();
  shown = link;
  const words = await meaning(link).catch((error) => {
    shown = undefined;
    throw error;
  });
  if (link !== shown || !link.isConnected) return;
  box.replaceChildren(...words);
  link.after(box); // the next stop of the keyboard
  link.setAttribute("aria-describedby", box.id);
  box.showPopover();
  put(link);
  for (const one of [link, box]) {
    for (const kind of ["pointerleave", "focusout"]) one.addEventListener(kind, away);
    one.addEventListener("pointerenter", stay);
  }
}

const stay = () => clearTimeout(timer);

function away() {
  later(() => {
    if (![box, shown].some((one) => one?.matches(":hover, :focus-within"))) close();
  }, ON_ITS_WAY);
}

function close() {
  if (box.isConnected) box.hidePopover();
}

// The browser closes it too.
box.addEventListener("beforetoggle", ({ newState }) => {
  if (newState === "open") return;
  shown?.removeAttribute("aria-describedby");
  shown = undefined;
});

/** Asked for once. @type {Promise<Document> | undefined} */
let glossary;

/**
 * What the glossary says of a term, with a way there.
 * @param {HTMLAnchorElement} link
 */
async function meaning({ href, hash }) {
  glossary ??= fetch(href).then(async (answer) => {
    if (!answer.ok) throw new Error(href);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  const page = await glossary.catch((error) => {
    glossary = undefined; // the next link may have more luck
    throw error;
  });
  const heading = page.getElementById(decodeURIComponent(hash.slice(1)));
  if (!heading) throw new Error(href);
  const name = copied(heading, href);
  name.lastChild?.remove(); // the link to itself
  /** @type {HTMLElement[]} */
  const words = [make("p", {}, make("a", { href }, ...name.childNodes))];
  let next = heading.nextElementSibling;
  for (; next && !/^H[12]$/.test(next.tagName); next = next.nextElementSibling)
    if (!next.matches(".rl-used")) words.push(copied(next, href));
  return words;
}

/**
 * A part of another page; its links lead where they did.
 * @param {Element} part
 * @param {string} address
 */
function copied(part, address) {
  const copy = /** @type {HTMLElement} */ (document.importNode(part, true));
  for (const link of all("a[href]", copy))
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  for (const one of [copy, ...all("[id]", copy)]) one.removeAttribute("id");
  return copy;
}

/**
 * Puts the box under its link, or over it where only there is room.
 * @param {HTMLElement} link
 */
function put(link) {
  const [line] = link.getClientRects();
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const over = line.bottom + height > clientHeight && line.top > height;
  box.style.left = `${Math.max(0, Math.min(line.left, clientWidth - width)) + scrollX}px`;
  box.style.top = `${(over ? line.top - height : line.bottom) + scrollY}px`;
}
