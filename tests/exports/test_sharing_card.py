"""Cards: their words have room, whatever they are, and their colours are those of the topics."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from builders import catalogue, entry
from fontTools.ttLib import TTFont
from project import ROOT
from readinglist.exports import lettering
from readinglist.exports.cover import HUES
from readinglist.exports.sharing_card import WIDTH, of_list, of_paper
from readinglist.model.catalogue import Catalogue

TITLES = {
    "one line": "A Hand on the Wall",
    "two lines": "Mazes without light, and what two walkers can do who cannot speak",
    "too long": "On the Way Out of a Maze without Light and without Walls to Hold on to " * 4,
    "no spaces": "W" * 200,
    "wide": "WWW MMM @@@ %%% " * 12,
    "beyond": "Über Łódź, naïve façades & the «Œuvre» of Ørsted " * 2,
}


def face(weight: str) -> TTFont:
    """What the cards are drawn with."""
    return TTFont(ROOT / f"hooks/faces/literata-{weight}.ttf")


FACES = {"600": face("600"), "400": face("400"), "ext": face("ext-400")}


def real_width(text: ElementTree.Element) -> float:
    """How wide a line is in the face that it is set in, without kerning, which draws letters together."""
    size, weight = float(text.get("font-size", "")), text.get("font-weight", "400")
    wide = 0.0
    for sign in text.text or "":
        font = next(f for f in (FACES[weight], FACES["ext"]) if ord(sign) in f.getBestCmap())
        wide += font["hmtx"][font.getBestCmap()[ord(sign)]][0] / font["head"].unitsPerEm
    return wide * size


def lines(svg: str) -> list[ElementTree.Element]:
    """The words of a card."""
    return ElementTree.fromstring(svg).findall("{*}text")


def of(catalogue: Catalogue) -> str:
    """The card of the last paper."""
    return of_paper(catalogue, catalogue.papers[-1])


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_every_line_has_room(title: str) -> None:
    """No line goes over the edge, and none is on another."""
    long = catalogue(
        entry("first", title=title.strip(), organization="A Society of Some Length " * 6), title=title
    )
    for svg in (of(long), of_list(long)):
        for line in lines(svg):
            x, wide = float(line.get("x", "")), real_width(line)
            left = x - wide if line.get("text-anchor") == "end" else x
            assert left > 0 and left + wide < WIDTH, line.text
        heights = [float(line.get("y", "")) for line in lines(svg)]
        assert max(heights) < 600


def test_a_card_says_number_title_by_line_and_topics() -> None:
    """In that order, with the topics in their colours."""
    svg = of(catalogue(entry("first"), entry("second", 2, topics=["training", "architecture"])))
    words = [line.text for line in lines(svg)]
    title, by = "The Paper on Second", "Lovelace et al. (Analytical Society), 2017"
    assert words == ["2", "of 2", "A Small List", title, by, "Training", "Architecture"]
    colours = re.findall('fill="(#[0-9a-f]{6})"', svg)
    assert colours.count(HUES[1]) == colours.count(HUES[0]) == 2


def test_formulas_and_markup_in_words_are_words() -> None:
    """Signs of XML are escaped, dollar signs of a formula do not show."""
    svg = of(catalogue(entry("first", title="A < B & $x^2$")))
    assert "A < B & x^2" in [line.text for line in lines(svg)]


def test_a_list_from_the_right_is_drawn_so() -> None:
    """In a language that is written from the right, lines end where others begin."""
    left = lines(of(catalogue(entry("first"))))
    right = lines(of(catalogue(entry("first"), language="he")))
    mirrored = [WIDTH - float(line.get("x", "")) for line in right]
    assert mirrored == pytest.approx([float(line.get("x", "")) for line in left])
    assert {line.get("text-anchor") for line in right[3:]} == {"end"}


def test_a_word_is_clipped_and_not_lost() -> None:
    """What has room is whole; of the rest, dots say that there was more."""
    assert lettering.clipped("a few words", 1000, 20) == "a few words"
    assert lettering.clipped("a few words", 90, 20) == "a few…"
