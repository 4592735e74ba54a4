"""The headings of the glossary: each is a term that can be linked to, and is there once."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.problems import Fault, line_and_column, quoted
from readinglist.text.anchors import own_id
from readinglist.text.markdown import Page


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
