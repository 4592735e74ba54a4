"""The book as one page to print: its chapters behind each other, links within the page, running heads."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from readinglist.exports import contents, cover, sheet
from readinglist.exports.chapters import START, Chapter
from readinglist.exports.epub import document, written
from readinglist.model.catalogue import Catalogue
from readinglist.text.escaping import plain

STYLE = "style.css"


def bound(catalogue: Catalogue, chapters: Sequence[Chapter], pages: Mapping[str, int]) -> bytes:
    """The page, its style sheet beside it; `pages` are the numbers that the contents give, by chapter."""
    book = Element("main")
    book.append(cover.page(catalogue))
    listed = contents.listed(chapters)
    listed.attrib.pop("epub:type")
    for row, chapter in zip(listed[1], chapters, strict=True):
        SubElement(row[0], "span", {"class": "rl-page"}).text = str(pages.get(chapter.uri, ""))
    book.append(_within(listed, "contents.xhtml"))
    for chapter in chapters:
        body = _within(chapter.body, chapter.file)
        body.set("class", "rl-chapter")
        body.set("style", f"page: {_anchor(chapter.file, '')}")
        book.append(body)
    return written(document(catalogue, plain(catalogue.title), book, STYLE))


def _within(part: Element, file: str) -> Element:
    """A part of the book whose ids are its own in the whole, and whose links lead to such ids."""
    copy = deepcopy(part)
    for element in copy.iter():
        if id := element.get("id"):
            element.set("id", _anchor(file, id))
    for link in copy.iter("a"):
        address = urlsplit(link.get("href", ""))
        if "href" in link.attrib and not address.scheme:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(file), address.path))
            link.set("href", "#" + _anchor(target if address.path else file, address.fragment or START))
    return copy


def start(chapter: Chapter) -> str:
    """The id at which a chapter begins."""
    return _anchor(chapter.file, START)


def _anchor(file: str, id: str) -> str:
    return "--".join(filter(None, (*file.removesuffix(".xhtml").split("/"), id)))


def style(chapters: Sequence[Chapter], faces: Sequence[sheet.Face]) -> str:
    """The style sheet of the page."""
    return "".join((sheet.style(faces), sheet.written("bound.css"), *_heads(chapters)))


def _heads(chapters: Sequence[Chapter]) -> Iterator[str]:
    """What stands above the pages of each chapter."""
    for chapter in chapters:
        title = chapter.title.replace("\\", r"\5c ").replace('"', r"\22 ")
        yield f'@page {_anchor(chapter.file, "")} {{ @top-center {{ content: "{title}"; }} }}\n'
