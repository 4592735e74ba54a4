"""The picture that goes with a link to a page where people share it, as SVG: of a paper, and of the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from readinglist.exports.cover import ACCENT, FADED, HUES, INK, PAPER, bars
from readinglist.exports.lettering import clipped, fitted, width
from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper
from readinglist.pages.bylines import by_line
from readinglist.pages.hues import hue
from readinglist.text.escaping import plain
from readinglist.text.tree import XMLNS

WIDTH, HEIGHT = 1200, 630
"""What those who show links ask for, in pixels."""
FACE = "Literata"
_MARGIN, _STRIP = 90, 22
_ROOM = WIDTH - 2 * _MARGIN
_SMALL, _MIDDLE, _LARGE = 28, 34, 68
_TITLES = {72: 2, 62: 2, 54: 3, 46: 3}
"""Sizes of titles, each with the lines that there may be of it."""


def of_paper(catalogue: Catalogue, paper: Paper) -> str:
    """The card of a paper: its number, title, by line, and topics with their colours."""
    topics = [catalogue.topic(id) for id in paper.topics]
    colours = [HUES[hue(catalogue, topic.id) - 1] for topic in topics]
    card = _Card(catalogue, colours)
    card.numbered(catalogue.numbers[paper.id], len(catalogue.papers))
    end = card.title(plain(paper.title), 210)
    size, [by] = fitted(f"{plain(by_line(paper))}, {paper.year}", _ROOM, {_MIDDLE: 1, _SMALL: 1})
    card.line(by, end + 12, size, FADED)
    card.topics([plain(topic.name) for topic in topics], colours)
    return card.drawn()


def of_list(catalogue: Catalogue) -> str:
    """The card of the list: its title, what it is, and a bar for each paper, as on the cover of the book."""
    card = _Card(catalogue, [ACCENT])
    end = card.title(plain(catalogue.title), 150)
    size, lines = fitted(plain(catalogue.description), _ROOM, {_MIDDLE: 3})
    for number, line in enumerate(lines):
        card.line(line, end + 10 + number * size * 1.35, size, FADED)
    top = end + 10 + len(lines) * size * 1.35
    for bar in bars(catalogue, _MARGIN, top, _ROOM, HEIGHT - 60 - top):
        card.svg.append(bar)
    return card.drawn()


class _Card:
    """A card that is being drawn: from the left, or from the right where the list is written so."""

    def __init__(self, catalogue: Catalogue, colours: Sequence[str]) -> None:
        self._list = plain(catalogue.title)
        self._mirrored = catalogue.direction == "rtl"
        size = {"width": str(WIDTH), "height": str(HEIGHT)}
        face = {"font-family": f"{FACE}, serif"}
        self.svg = Element("svg", {"xmlns": XMLNS["svg"], "viewBox": f"0 0 {WIDTH} {HEIGHT}", **face})
        SubElement(self.svg, "rect", {**size, "fill": PAPER})
        for number, colour in enumerate(colours):
            height = HEIGHT / len(colours)
            self._box(0, number * height, _STRIP, height, colour)

    def drawn(self) -> str:
        """The picture as it is written to a file."""
        text: str = tostring(self.svg, "unicode")
        return text

    def _box(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        at = WIDTH - x - wide if self._mirrored else x
        places = {"x": at, "y": y, "width": wide, "height": high}
        SubElement(
            self.svg, "rect", {name: f"{value:g}" for name, value in places.items()} | {"fill": colour}
        )

    def line(
        self, words: str, y: float, size: int, colour: str, x: float = _MARGIN, end: bool = False
    ) -> Element:
        """A line of words, from a place on, or up to it where that is its `end`."""
        at = WIDTH - x if self._mirrored else x
        place = {"x": f"{at:g}", "y": f"{y:g}", "font-size": str(size), "fill": colour}
        text = SubElement(self.svg, "text", place)
        if end != self._mirrored:
            text.set("text-anchor", "end")
        text.text = words
        return text

    def numbered(self, number: int, of: int) -> None:
        """The head of the card: the place of the paper, and the list that it is in."""
        self.line(str(number), 126, _LARGE, ACCENT).set("font-weight", "600")
        after = _MARGIN + width(str(number), _LARGE) + 14
        self.line(f"of {of}", 126, _SMALL, FADED, after)
        name = clipped(self._list, _ROOM / 2, _SMALL)
        self.line(name, 126, _SMALL, FADED, WIDTH - _MARGIN, end=True)

    def title(self, words: str, top: float) -> float:
        """The title as large as it has room; gives the place of a line below."""
        size, lines = fitted(words, _ROOM, _TITLES)
        for line in lines:
            top += size * 1.15 if line is not lines[0] else size * 0.7
            self.line(line, top, size, INK).set("font-weight", "600")
        return top + size * 0.5 + _MIDDLE * 0.7

    def topics(self, names: Sequence[str], colours: Sequence[str]) -> None:
        """The topics at the foot, as many as have room."""
        for x, name, colour in _in_a_row(names, colours):
            self._box(x, HEIGHT - 92, 20, 20, colour)
            self.line(name, HEIGHT - 72, _SMALL, INK, x + 34)


def _in_a_row(names: Sequence[str], colours: Sequence[str]) -> Iterator[tuple[float, str, str]]:
    x: float = _MARGIN
    for name, colour in zip(names, colours, strict=True):
        wide = 34 + width(name, _SMALL)
        if x + wide > WIDTH - _MARGIN / 2:
            return
        yield x, name, colour
        x += wide + 34
