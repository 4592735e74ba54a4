"""Every topic has a colour that the style sheet knows, that can be read, and that is no other's."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist

import pytest
from builders import HEAD, catalogue
from project import ROOT
from readinglist.pages.hues import HUES, hue

STYLES = ROOT / "docs/assets/styles"
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme by their names."""
    block = TOKENS.split(f'[data-md-color-scheme="{scheme}"] {{')[1].split("}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def light(colour: str) -> list[float]:
    """Red, green and blue as amounts of light, from 0 to 1."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it."""
    sums = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(light, (one, other))]
    return (max(sums) + 0.05) / (min(sums) + 0.05)


def seen(colour: str) -> list[float]:
    """A colour's place in OKLab, where distances are as people see them."""
    r, g, b = light(colour)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return [
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    ]


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_the_colours_can_be_read_and_told_apart(scheme: str) -> None:
    """On the page and on a sheet each has the contrast of text, and no two are close."""
    known = tokens(scheme)
    hues = [known[f"topic-{number}"] for number in range(1, HUES + 1)]
    assert [name for name in hues if min(contrast(name, known[at]) for at in ("paper", "sheet")) < 4.5] == []
    assert min(dist(seen(one), seen(other)) for one, other in combinations(hues, 2)) > 0.05


def test_every_number_has_a_rule() -> None:
    """The style sheets give each number its colour, in both schemes, and none beyond."""
    rules = re.findall(r"\.rl-topic-(\d+) \{", (STYLES / "controls.css").read_text(encoding="utf-8"))
    assert list(map(int, rules)) == list(range(1, HUES + 1))
    assert sum(name.startswith("topic-") for name in tokens("slate")) == HUES


def test_more_topics_than_colours_begin_again() -> None:
    """A list of many topics gives each one that there is."""
    topics = [{"id": f"t{number}", "name": f"T {number}", "description": "X."} for number in range(30)]
    made = catalogue(topics=[*topics, *HEAD["topics"]])
    assert [hue(made, f"t{number}") for number in (0, 8, 11, 12, 29)] == [1, 9, 12, 1, 6]
