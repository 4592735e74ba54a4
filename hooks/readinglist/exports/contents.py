"""The contents of the book, for readers and reading systems alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from readinglist.exports.chapters import START, Chapter, words


def listed(chapters: Sequence[Chapter]) -> Element:
    """Every chapter with its sections, each a link."""
    box, rows = _nav({"epub:type": "toc", "id": START, "class": "rl-book-contents"}, "Contents")
    for chapter in chapters:
        row = _row(rows, chapter.file, chapter.label)
        sections = [*chapter.sections]
        within = SubElement(row, "ol") if sections else row
        for heading in sections:
            _row(within, f"{chapter.file}#{heading.get('id')}", words(heading))
    return box


def landmarks(places: Iterable[tuple[str, str, str]]) -> Element:
    """The places that reading systems ask for: kind, address and name of each."""
    box, rows = _nav({"epub:type": "landmarks", "hidden": "hidden"}, "Landmarks")
    for kind, address, name in places:
        _row(rows, address, name)[0].set("epub:type", kind)
    return box


def _nav(attributes: dict[str, str], heading: str) -> tuple[Element, Element]:
    box = Element("nav", attributes)
    SubElement(box, "h1").text = heading
    return box, SubElement(box, "ol")


def _row(rows: Element, address: str, name: str) -> Element:
    row = SubElement(rows, "li")
    SubElement(row, "a", {"href": address}).text = name
    return row
