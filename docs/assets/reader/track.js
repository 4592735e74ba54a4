// @ts-check
/** On every page while a track is followed: its name and the way to leave it, and all that leads on along it. */

import { all, beyond, button, make } from "./dom.js";
import { along, next, progress } from "./plan.js";
import { setTrack } from "./state.js";

/** Neighbours on each side in the sidebar, as on a page of the whole list. */
const REACH = 20;

/** @type {Start} */
export function start(_place, site) {
  const { root, catalogue, store, follow, leave } = site;
  const [bar] = all(".rl-following");
  const here = all("[data-reader=paper]")[0]?.dataset.paper ?? "";
  let restore = () => {};
  follow(() => {
    restore();
    const { track, way } = along(catalogue, store.state.track);
    document.documentElement.toggleAttribute("data-track", !!track);
    restore = track && way ? led(site, track, way, here) : () => {};
    bar.replaceChildren(...(track && way ? named(site, track, way) : []));
  });
  leave(() => restore());
  for (const link of /** @type {HTMLAnchorElement[]} */ (all("a.rl-follow"))) {
    const id = new URL(link.href, root).searchParams.get("track") ?? "";
    link.addEventListener("click", () => store.update((state) => setTrack(state, id)));
  }
}

/**
 * What the line below the header says.
 * @param {Site} site
 * @param {Catalogue["tracks"][number]} track
 * @param {Paper[]} way
 */
function named({ root, store }, { id, name }, way) {
  const { read, total } = progress({ papers: way }, store.state);
  const link = make("a", { href: new URL(`tracks/#${id}`, root).href }, name);
  const leaving = button("Leave", () => {
    store.update((state) => setTrack(state, ""));
    // The button is gone: what is read next begins with the title.
    const [title] = all("h1");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  });
  leaving.setAttribute("aria-label", `Leave ${name}`);
  return [make("span", {}, "Following ", link), make("span", {}, `${read} of ${total} read`), leaving];
}

/**
 * Puts the track into the sidebar and into what leads on; gives back what takes that back.
 * @param {Site} site
 * @param {Catalogue["tracks"][number]} track
 * @param {Paper[]} way
 * @param {string} here the paper of this page; empty on another page
 */
function led(site, track, way, here) {
  const at = way.findIndex(({ id }) => id === here);
  const undo = [beside(site, track.name, way, at)];
  const home = { href: site.root.href, title: site.catalogue.title };
  const end = { href: beyond(site.root).href, title: "Beyond this list" };
  if (at >= 0) undo.push(leads("prev", at ? place(site, way[at - 1]) : home));
  const after = here && at < 0 ? next(site.catalogue, site.store.state, way)?.paper : way[at + 1];
  if (here || all("[data-reader=home]").length) undo.push(leads("next", after ? place(site, after) : end));
  return () => {
    for (const act of undo) act();
  };
}

/** @param {Site} site @param {Paper} paper */
const place = ({ root }, { url, title }) => ({ href: new URL(url, root).href, title });

/**
 * The papers of the track in the sidebar, those near the page where they are many.
 * @param {Site} site
 * @param {string} name
 * @param {Paper[]} way
 * @param {number} at
 */
function beside(site, name, way, at) {
  const [heading, list] = all("#__reading-order, .rl-neighbours");
  if (!list) return () => {};
  const near = at < 0 ? way.slice(0, 2 * REACH + 1) : way.slice(Math.max(0, at - REACH), at + REACH + 1);
  const [was, title] = [[...list.children], heading.textContent];
  heading.textContent = `${name}, in order`;
  list.replaceChildren(...near.map((paper) => neighbour(site, paper, paper === way[at])));
  return () => {
    heading.textContent = title;
    list.replaceChildren(...was);
  };
}

/** @param {Site} site @param {Paper} paper @param {boolean} here */
function neighbour({ root }, { url, number, nickname }, here) {
  const link = make(
    "a",
    { href: new URL(url, root).href, class: `md-nav__link rl-paper${here ? " md-nav__link--active" : ""}` },
    make("span", { class: "rl-number" }, `${number}`),
    make("span", {}, nickname),
  );
  if (here) link.setAttribute("aria-current", "page");
  return make("li", { class: "md-nav__item", value: `${number}` }, link);
}

/**
 * Leads elsewhere what leads on or back, at the foot of the page and in its head, which the keys go by.
 * @param {"prev" | "next"} way
 * @param {{ href: string, title: string }} place
 */
function leads(way, { href, title }) {
  const links = /** @type {(HTMLAnchorElement | HTMLLinkElement)[]} */ (
    all(`link[rel=${way}], .md-footer__link--${way}`)
  );
  const undo = links.map((link) => {
    const words = link.querySelector(".md-ellipsis");
    const was = [
      link.getAttribute("href") ?? "",
      link.getAttribute("aria-label") ?? "",
      words?.textContent ?? "",
    ];
    link.href = href;
    if (words) {
      link.setAttribute("aria-label", `${was[1].split(":")[0]}: ${title}`);
      words.textContent = title;
    }
    return () => {
      link.setAttribute("href", was[0]);
      if (words) [words.textContent] = was.slice(2);
      if (words) link.setAttribute("aria-label", was[1]);
    };
  });
  return () => {
    for (const act of undo) act();
  };
}
