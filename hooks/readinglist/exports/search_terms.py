"""The terms of the glossary as search knows them: with their abbreviations, and the paper each leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from readinglist import addresses
from readinglist.text import markdown

_ALSO = re.compile(r"\*Also: ([^*\n]+)\*")
"""What else a term is called, in a line of its own below its heading."""


@dataclass(frozen=True)
class Term:
    """A term: its names, that of its heading first, what it says without and with formulas, and its paper."""

    anchor: str
    names: Sequence[str]
    text: str
    shown: str
    paper: str


def terms(glossary: markdown.Page) -> Sequence[Term]:
    """Every term, in order."""
    headings = [heading for heading in glossary.headings if heading.level == 2]
    ends = [*(heading.start for heading in headings[1:]), len(glossary.text)]
    return [_term(glossary, heading, end) for heading, end in zip(headings, ends, strict=False)]


def _term(page: markdown.Page, heading: markdown.Heading, end: int) -> Term:
    written = page.text[heading.end : end]
    also = _ALSO.match(written.lstrip())
    start = heading.end + (written.index(also[0]) + len(also[0]) if also else 0)
    short = re.split(r"\s*,\s*", also[1].strip()) if also else []
    links = (link.address for link in page.links if heading.end <= link.at < end)
    paper = next(filter(None, map(addresses.paper_at, links)), "")
    said, shown = (page.words(start, end, formulas=formulas) for formulas in (False, True))
    return Term(heading.anchor, [heading.words, *short], said, shown, paper)
