"""The page of the glossary: its terms, each with its other names and the papers whose notes use it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from readinglist import addresses
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.pages.rendering import render
from readinglist.text.markdown import Page
from readinglist.text.terms import entries

URI = "glossary.md"


@dataclass(frozen=True)
class Shown:
    """A term as its page shows it; `heading` and `text` are Markdown for the engine."""

    name: str
    anchor: str
    heading: str
    names: tuple[str, ...]
    text: str
    used: tuple[Paper, ...]


def page(edition: Edition, prose: str) -> str:
    """The terms, behind a line that leads to the first of each letter."""
    written = Page(edition.prose.get(URI, ""), edition.catalogue.language)
    terms = tuple(_terms(written, edition))
    opening = written.rendered(0, next(entries(written)).heading.start).strip() if terms else prose
    letters = {term.name[0].upper(): term.anchor for term in reversed(terms)}
    return render(
        URI,
        edition.catalogue,
        opening=opening,
        terms=terms,
        letters=dict(sorted(letters.items())),
        noted=any(map(addresses.of_papers, edition.prose)),
    )


def _terms(written: Page, edition: Edition) -> Iterator[Shown]:
    users = used_in(edition)
    for entry in entries(written):
        heading = entry.heading
        start = entry.blocks[0].start if entry.blocks else entry.end
        yield Shown(
            heading.words,
            heading.anchor,
            written.rendered(heading.start, heading.end),
            tuple(name for _, name in entry.names),
            written.rendered(start, entry.end).strip(),
            users.get(heading.anchor, ()),
        )


def used_in(edition: Edition) -> Mapping[str, tuple[Paper, ...]]:
    """The papers whose notes link to a term, in the order of reading, by the anchor of the term."""
    found: dict[str, tuple[Paper, ...]] = {}
    for paper in edition.catalogue.papers:
        for anchor in _linked(paper.uri, edition.prose.get(paper.uri, "")):
            found[anchor] = (*found.get(anchor, ()), paper)
    return found


def _linked(uri: str, notes: str) -> list[str]:
    """The terms that a page links to, each once."""
    folder = posixpath.dirname(uri)
    links = Page(notes).links if URI in notes else ()
    split = (link.address.partition("#") for link in links)
    return list(
        dict.fromkeys(
            unquote(anchor)
            for path, _, anchor in split
            if posixpath.normpath(posixpath.join(folder, path)) == URI
        )
    )
