// @ts-check
/** Small helpers that build elements; text always goes in as text, never as markup. */

/**
 * An element with attributes and children; a child that is a string becomes text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * The elements of the page that a selector names.
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export const all = (selector, within = document) =>
  /** @type {T[]} */ ([...within.querySelectorAll(selector)]);

/**
 * A button with a label, and what it does.
 * @param {string} label
 * @param {() => void} act
 */
export function button(label, act) {
  const made = make("button", { type: "button", class: "rl-button" }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * A labelled choice and its list; `options` are pairs of value and name.
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} value
 * @param {(value: string) => void} act
 */
export function choice(label, options, value, act) {
  const select = make("select", {}, ...options.map(([key, name]) => make("option", { value: key }, name)));
  select.value = value;
  select.addEventListener("change", () => act(select.value));
  return { label: make("label", { class: "rl-choice" }, make("span", {}, label), select), select };
}

/**
 * A labelled box to tick, and what follows.
 * @param {string} text
 * @param {(on: boolean) => void} act
 * @param {string} [name] the whole name for those who do not see what stands around it
 */
export function tick(text, act, name = text) {
  const box = make("input", { type: "checkbox", "aria-label": name });
  box.addEventListener("change", () => act(box.checked));
  return { label: make("label", { class: "rl-tick" }, box, make("span", {}, text)), box };
}

/**
 * A number with its noun: `1 paper`, `3 papers`.
 * @param {number} count
 * @param {string} noun
 */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Where whoever has read everything goes on. @param {URL} root */
export const beyond = (root) => make("a", { href: new URL("beyond/", root).href }, "beyond this list");
