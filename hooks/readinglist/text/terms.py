"""The terms of the glossary: what each is called, in full and in short, and what it says.

Other names of a term are in a paragraph of their own right under its heading: `*Also: FFT, fast transform*`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from readinglist.text import anchors
from readinglist.text.blocks import Block, Words
from readinglist.text.markdown import Heading, Page

_ALSO = re.compile(r"\*Also: (?P<names>[^*\n]+)\*[ ]*")
_NAME = re.compile(r"[^,\s](?:[^,]*[^,\s])?")


@dataclass(frozen=True)
class Term:
    """A term with its other names, and its text as readers see it, without markup."""

    name: str
    anchor: str
    abbreviations: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Entry:
    """A term as it is written: heading, other names with their offsets, and what it says, to its end."""

    heading: Heading
    names: tuple[tuple[int, str], ...]
    blocks: tuple[Block, ...]
    end: int


def terms(glossary: str) -> tuple[Term, ...]:
    """Every term of a glossary, in order."""
    page = Page(glossary)
    return tuple(_term(page, entry) for entry in entries(page))


def _term(page: Page, entry: Entry) -> Term:
    written = [page.pieces[block.start] for block in entry.blocks if isinstance(block, Words)]
    text = " ".join(" ".join(anchors.shown(page.text, pieces) for pieces in written).split())
    heading = entry.heading
    return Term(heading.words, heading.anchor, tuple(name for _, name in entry.names), text)


def entries(page: Page) -> Iterator[Entry]:
    """The same with the places of everything, for checks and pages."""
    headings = {heading.start: heading for heading in page.headings if heading.level == 2}
    starts = [at for at, block in enumerate(page.blocks) if block.start in headings]
    for at, after in pairwise([*starts, len(page.blocks)]):
        blocks = page.blocks[at + 1 : after]
        names = tuple(_names(page.text, blocks[0])) if blocks else ()
        end = page.blocks[after].start if after < len(page.blocks) else len(page.text)
        yield Entry(headings[page.blocks[at].start], names, blocks[bool(names) :], end)


def _names(text: str, block: Block) -> Iterator[tuple[int, str]]:
    line = _ALSO.fullmatch(text, block.start, block.end) if isinstance(block, Words) else None
    if line:
        for name in _NAME.finditer(text, *line.span("names")):
            yield name.start(), name[0]
