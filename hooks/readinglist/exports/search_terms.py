"""The terms of the glossary as search knows them: by all their names, and with the paper each leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readinglist import addresses
from readinglist.text.markdown import Page
from readinglist.text.terms import Entry, entries


@dataclass(frozen=True)
class Named:
    """A term: its names, that of its heading first, what it says without and with formulas, and its paper."""

    anchor: str
    names: Sequence[str]
    text: str
    shown: str
    paper: str


def terms(glossary: Page) -> Iterator[Named]:
    """Every term, in order."""
    return (_term(glossary, entry) for entry in entries(glossary))


def _term(page: Page, entry: Entry) -> Named:
    start = entry.blocks[0].start if entry.blocks else entry.end
    links = (link.address for link in page.links if start <= link.at < entry.end)
    paper = next(filter(None, map(addresses.paper_at, links)), "")
    said, shown = (page.words(start, entry.end, formulas=formulas) for formulas in (False, True))
    names = [entry.heading.words, *(name for _, name in entry.names)]
    return Named(entry.heading.anchor, names, said, shown, paper)
