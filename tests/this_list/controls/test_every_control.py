"""Every control: its default is what the picture shows already, each value of a knob can be shown, and it is small."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from project import ROOT
from serving import served

CONTROLS = ROOT / "docs/assets/reader/controls"
IDS = sorted(file.stem for file in CONTROLS.glob("*.js") if file.stem != "plot")
DRAWINGS = [(id, name) for id in IDS for name in (id, f"{id}-narrow")]

# What the browser does with a drawing: lay it into the page, set the knobs, and say what has moved.
OPEN = """async ([id, name]) => {
  const answer = await fetch(`/assets/figures/${name}.svg`);
  const parsed = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  window.svg = document.documentElement.appendChild(document.importNode(parsed.documentElement, true));
  window.control = await import(`/assets/reader/controls/${id}.js`);
  window.defaults = Object.fromEntries(control.knobs.map(({ name, value }) => [name, value]));
  window.shown = (values) => {
    const data = control.compute(values);
    control.show(svg, values, data);
    return control.say(values, data);
  };
}"""
MOVED = """() => {
  const state = () => [...svg.querySelectorAll("[data-part], [data-part] *")].map((part) => {
    const words = part.children.length ? "" : part.textContent;
    if (getComputedStyle(part).display === "none" || part.getAttribute("visibility") === "hidden")
      return [part, [], "hidden"];
    const box = part.getBBox();
    const places = [box.x, box.y, box.width, box.height];
    // A path may be empty: no box of a kind is drawn.
    if (part.tagName === "path" && part.getAttribute("d")) {
      const length = part.getTotalLength();
      for (const share of [0, 0.25, 0.5, 0.75, 1]) {
        const { x, y } = part.getPointAtLength(share * length);
        places.push(x, y);
      }
    }
    return [part, places, words];
  });
  const before = state();
  shown(defaults);
  const after = state();
  if (before.length !== after.length) return ["another number of parts"];
  return before.flatMap(([part, places, words], n) =>
    words === after[n][2] && places.every((place, i) => Math.abs(place - after[n][1][i]) < 0.6)
      ? [] : [`${part.dataset.part}: ${words} ${places} became ${after[n][2]} ${after[n][1]}`]);
}"""
EXTREMES = """() => {
  const said = [];
  for (const knob of control.knobs) {
    const ends = knob.checkbox ? [true, false] : knob.choices ? knob.choices.map(([value]) => value)
      : [knob.min, knob.max];
    for (const value of ends) {
      said.push(shown({ ...defaults, [knob.name]: value }));
      for (const part of svg.querySelectorAll("*"))
        for (const { name, value } of part.attributes)
          if (/NaN|Infinity|undefined|null/.test(value)) said.push(`${part.dataset.part}: ${name}=${value}`);
    }
  }
  return said;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of the host from which the controls come."""
    with served(ROOT / "docs") as address:
        page = browser.new_page()
        page.goto(f"{address}assets/favicon.svg")
        yield page
        page.close()


@pytest.fixture(params=DRAWINGS, ids=lambda drawing: drawing[1])
def drawing(request: pytest.FixtureRequest, page: Page) -> Iterator[Page]:
    """The page with one drawing in it, and the drawing's control."""
    page.evaluate(OPEN, request.param)
    yield page
    page.evaluate("svg.remove()")


def test_the_default_is_what_is_drawn(drawing: Page) -> None:
    """Showing the default values moves no part by more than half a pixel, and changes no word."""
    assert drawing.evaluate(MOVED) == []


def test_every_end_of_a_knob_can_be_shown(drawing: Page) -> None:
    """At the ends of each knob nothing is placed at no number, and a sentence says the numbers that matter."""
    said = drawing.evaluate(EXTREMES)
    assert len(said) >= 2
    assert not [one for one in said if not re.fullmatch(r"[A-Z\d].*[.!]", one) or "NaN" in one]


@pytest.mark.parametrize("id", IDS)
def test_a_control_is_small(id: str) -> None:
    """Compressed, as a host sends it, a control is under 2.5 KB; it imports the shared scales at most."""
    script = (CONTROLS / f"{id}.js").read_bytes()
    assert len(gzip.compress(script, 9)) < 2500
    assert set(re.findall(rb'from "([^"]+)"', script)) <= {b"./plot.js"}
    assert script.startswith(b"// @ts-check\n")
    assert b"Math.random" not in script
