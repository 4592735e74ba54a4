// @ts-check
/**
 * The controls of pictures. A drawing whose root has data-control="ID" is moved by controls/ID.js, which is
 * loaded when the picture comes into view. Such a module imports nothing but ./plot.js, and exports
 *
 *     knobs                      what can be set: a list of Knob (types.d.ts)
 *     compute(values)            pure: the numbers behind the picture, the same as the equation module's
 *     show(svg, values, data)    changes the parts of one drawing, found by data-part; called for each drawing
 *     say(values, data)          one plain sentence with the numbers that matter
 *
 * where `values` are those of the knobs by name, and `data` is what `compute` gave. What is drawn without
 * scripts equals `show` at the knobs' own values. What was set is kept in the address as ?ID.knob=value.
 */

import { all, button, make } from "./dom.js";

/** @type {Start} */
export function start(_place, { leave }) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        void control(/** @type {HTMLElement} */ (target));
      }
    },
    { rootMargin: "300px" },
  );
  for (const figure of all(".rl-figure:has([data-control])")) seen.observe(figure);
  leave(() => seen.disconnect());
}

/** Puts the knobs of a picture under it. @param {HTMLElement} figure */
async function control(figure) {
  const drawings = all("svg[data-control]", figure);
  const id = drawings[0].dataset.control ?? "";
  if (!/^[\w-]+$/.test(id) || figure.querySelector(".rl-knobs")) return;
  /** @type {Control} */
  const { knobs, compute, show, say } = await import(`./controls/${id}.js`);
  const values = read(knobs, id);
  const said = make("output", { class: "rl-knobs-said" });
  const draw = () => {
    const data = compute(values);
    for (const svg of drawings) show(/** @type {any} */ (svg), values, data);
    said.textContent = say(values, data);
  };
  const change = (/** @type {string} */ name, /** @type {Value} */ value) => {
    values[name] = value;
    draw();
  };
  const fields = knobs.map((knob) => field(knob, values[knob.name], change));
  const form = make("fieldset", { class: "rl-knobs", "aria-label": "Change the picture" }, ...fields, said);
  // At the end of a move, not at each step of it: browsers refuse too many changes of the address.
  form.addEventListener("change", () => write(knobs, id, values));
  figure.querySelector("figcaption")?.before(form);
  draw();
}

/**
 * The values that the address has, and the knobs' own for all others.
 * @param {Knob[]} knobs
 * @param {string} id
 */
function read(knobs, id) {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(knobs.map((knob) => [knob.name, kept(knob, query.get(`${id}.${knob.name}`))]));
}

/**
 * What a text in the address means for a knob; its own value where that is nothing it can be set to.
 * @param {Knob} knob
 * @param {string | null} text
 * @returns {Value}
 */
function kept(knob, text) {
  if (!text) return knob.value;
  if (knob.checkbox) return /^(true|false)$/.test(text) ? text === "true" : knob.value;
  if (knob.choices) return knob.choices.find(([value]) => String(value) === text)?.[0] ?? knob.value;
  const number = Number(text);
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = knob;
  return number >= min && number <= max ? number : knob.value;
}

/**
 * @param {Knob[]} knobs
 * @param {string} id
 * @param {Values} values
 */
function write(knobs, id, values) {
  const address = new URL(location.href);
  for (const { name, value } of knobs) {
    if (values[name] === value) address.searchParams.delete(`${id}.${name}`);
    else address.searchParams.set(`${id}.${name}`, String(values[name]));
  }
  history.replaceState(history.state, "", address);
}

/**
 * The input of a knob, with its name and, beside a slider, its value.
 * @param {Knob} knob
 * @param {Value} value
 * @param {(name: string, value: Value) => void} change
 */
function field(knob, value, change) {
  const { name, label, choices } = knob;
  if (knob.draw) return drawn(label, Number(value), (seed) => change(name, seed));
  if (knob.checkbox) {
    const box = make("input", { type: "checkbox" });
    box.checked = value === true;
    box.addEventListener("input", () => change(name, box.checked));
    return make("label", { class: "rl-knob rl-tick" }, box, make("span", {}, label));
  }
  if (choices) {
    const select = make("select", {}, ...choices.map(([, words]) => make("option", {}, words)));
    select.selectedIndex = choices.findIndex(([one]) => one === value);
    select.addEventListener("input", () => change(name, choices[select.selectedIndex][0]));
    return make("label", { class: "rl-knob" }, make("span", {}, label), select);
  }
  return slider(knob, Number(value), (number) => change(name, number));
}

/**
 * @param {Knob} knob
 * @param {number} value
 * @param {(value: number) => void} change
 */
function slider({ label, min = 0, max = 1, step = 1, format = String }, value, change) {
  const input = make("input", { type: "range", min: `${min}`, max: `${max}`, step: `${step}` });
  // No <output>: the label would name it in place of the slider, which says its value by itself.
  const shown = make("span", { class: "rl-value", "aria-hidden": "true" });
  const say = () => {
    shown.textContent = format(input.valueAsNumber).replace(/^-/, "−");
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  input.value = String(value);
  say();
  input.addEventListener("input", () => {
    say();
    change(input.valueAsNumber);
  });
  return make("label", { class: "rl-knob" }, make("span", {}, make("span", {}, label), shown), input);
}

/**
 * A button that draws anew, with the next seed.
 * @param {string} label
 * @param {number} first
 * @param {(seed: number) => void} change
 */
function drawn(label, first, change) {
  let seed = first;
  const made = button(label, () => {
    seed += 1;
    change(seed);
    made.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return made;
}
