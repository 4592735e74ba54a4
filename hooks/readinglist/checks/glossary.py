"""The glossary: each heading is a term that can be linked to, and no two terms share a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.problems import Fault, line_and_column, quoted
from readinglist.text.anchors import own_id
from readinglist.text.blocks import Words
from readinglist.text.markdown import Page
from readinglist.text.terms import Entry, entries

_ALSO = re.compile(r"[*_]*Also[*_]*:")


def faults(page: Page) -> Iterator[Fault]:
    """Every heading of the glossary is a term that can be linked to, each once."""
    first: dict[str, int] = {}
    for heading in page.headings:
        if heading.level != 2 or not heading.name:
            continue
        same = first.setdefault(heading.wish, heading.start)
        if not any(map(str.isalnum, heading.words + own_id(heading.pieces))):
            fix = "Write the term, with a letter or a digit in it"
            yield heading.start, f"no term can be linked to by {quoted(heading.name)}", fix
        elif same != heading.start:
            message = f"the term {quoted(heading.words)} is listed twice"
            line, _ = line_and_column(page.text, same)
            fix = "Make them one, or write how they differ"
            yield heading.start, f"{message} (line {line} has it too)", fix
    found = tuple(entries(page))
    yield from _names(page, found)
    yield from _unread(page, found)


def _names(page: Page, found: tuple[Entry, ...]) -> Iterator[Fault]:
    """No other name of a term is that of another one, nor listed twice."""
    first = {entry.heading.words.casefold(): entry.heading.start for entry in found}
    for at, name in (one for entry in found for one in entry.names):
        same = first.setdefault(name.casefold(), at)
        if same != at:
            line, _ = line_and_column(page.text, same)
            message = f"the name {quoted(name)} is listed twice (line {line} has it too)"
            yield at, message, "Keep it where readers would look for it"


def _unread(page: Page, found: tuple[Entry, ...]) -> Iterator[Fault]:
    """Other names are where they are read, and as they are read."""
    read = {at for entry in found for at, _ in entry.names}
    for block in page.blocks:
        also = isinstance(block, Words) and _ALSO.match(page.text, block.start, block.end)
        if also and read.isdisjoint(range(block.start, block.end)):
            fix = "Write *Also: FFT, DFT* in a paragraph of its own right under a term's heading"
            yield block.start, "other names that are not read", fix
