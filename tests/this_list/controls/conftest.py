"""The controls of pictures, whose numbers are compared with those of the equation modules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser
from project import ROOT
from serving import served

Compute = Callable[[str, Mapping[str, Any]], Any]
Redrawn = Callable[[str, Mapping[str, Any]], tuple[list[str], str]]


@pytest.fixture(scope="session")
def compute(browser: Browser) -> Iterator[Compute]:
    """What the control of a paper computes for values of its knobs, in a real Chromium."""
    with served(ROOT / "docs") as address:
        page = browser.new_page()
        page.goto(f"{address}assets/favicon.svg")
        load = "async ([id, values]) => (await import(`/assets/reader/controls/${id}.js`)).compute(values)"
        yield lambda id, values: page.evaluate(load, [id, dict(values)])
        page.close()


@pytest.fixture(scope="session")
def redrawn(browser: Browser) -> Iterator[Redrawn]:
    """What a control changes in both drawings of a paper for values of its knobs, and what it says of them."""
    with served(ROOT / "docs") as address:
        page = browser.new_page()
        page.goto(f"{address}assets/favicon.svg")

        def redraw(id: str, values: Mapping[str, Any]) -> tuple[list[str], str]:
            states = [page.evaluate(_REDRAW, [id, f"{id}{size}", dict(values)]) for size in ("", "-narrow")]
            changed = [part for before, after, _ in states for part in _changed(before, after)]
            return changed, states[0][2]

        yield redraw
        page.close()


_REDRAW = """async ([id, file, values]) => {
  const { knobs, compute, show, say } = await import(`/assets/reader/controls/${id}.js`);
  const text = await (await fetch(`/assets/figures/${file}.svg`)).text();
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const state = () => [...svg.querySelectorAll("[data-part]")].map((part) =>
    [part.textContent, ...part.getAttributeNames().sort().filter((name) => part.getAttribute(name))
      .map((name) => `${name}=${part.getAttribute(name)}`)]);
  const all = { ...Object.fromEntries(knobs.map((knob) => [knob.name, knob.value])), ...values };
  const [before, data] = [state(), compute(all)];
  show(svg, all, data);
  return [before, state(), say(all, data)];
}"""


def _changed(before: list[list[str]], after: list[list[str]]) -> list[str]:
    """The parts whose words differ, or whose attributes do by more than rounding to a tenth of a pixel."""
    pairs = zip(before, after, strict=True)
    return [" ".join(new) for old, new in pairs if old[0] != new[0] or not _close(old[1:], new[1:])]


def _close(old: list[str], new: list[str]) -> bool:
    number = re.compile(r"-?\d+(?:\.\d+)?")
    texts = [" ".join(attributes) for attributes in (old, new)]
    if number.sub("#", texts[0]) != number.sub("#", texts[1]):
        return False
    lengths = zip(*map(number.findall, texts), strict=True)
    return all(abs(float(one) - float(other)) < 0.11 for one, other in lengths)
