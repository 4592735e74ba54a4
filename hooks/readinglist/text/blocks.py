"""A hand-written page by its lines: front matter, blocks of code, headings, definitions of links, paragraphs.

A page is read here and in `inline`, once, for the checks and for the engine alike. What is written for the
engine leaves it no choice: a block of code is closed, a paragraph holds no sign that it could read otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FRONT = re.compile(r"\A---[ ]*\n(?P<yaml>(?:(?!---|\.\.\.)[^\n]*\n)*)---[ ]*(?:\n|\Z)")

_FENCE = re.compile(r"([ ]*)(`{3,}|~{3,})(?![`~])([^\n]*)")
_HEADING = re.compile(r"(#{1,6})([^\n]*)")
_DEFINITION = re.compile(
    r"[ ]*\[(?P<label>[^\[\]\n^][^\[\]\n]*)\]:[ ]+<?(?P<address>[^\s<>]+)>?"
    r"(?:[ ]+\"(?P<title>[^\"\n]*)\")?[ ]*"
)
TABLE = re.compile(r"[ :>-]*(?:-[ :>-]*\|[ |:>-]*|\|[ |:>]*-[ |:>-]*)")
"""The line between the head of a table and its rows."""
_MARKERS = re.compile(r"(?:[ ]*(?:>|(?:[-*+:]|[0-9]{1,9}\.)(?=[ ]|$)))*[ ]*")


@dataclass(frozen=True)
class Code:
    """A block of code between fences; `text` is what stands in it, without the indent of the fence."""

    start: int
    end: int
    indent: int
    language: str
    text: str
    closed: bool
    even: bool
    """Whether every line of it is indented like its fence."""


@dataclass(frozen=True)
class Heading:
    """A heading that begins with number signs; its words are from `start_of_words` to `end_of_words`."""

    start: int
    end: int
    level: int
    start_of_words: int
    end_of_words: int


@dataclass(frozen=True)
class Definition:
    """Where a link that is named by a label leads."""

    start: int
    end: int
    label: str
    address: str
    title: str
    at: int
    """Where the address stands."""


@dataclass(frozen=True)
class Words:
    """Lines of text without a blank line between them: a paragraph, items of a list, rows of a table."""

    start: int
    end: int
    breaks: tuple[int, ...]
    """Ends of lines after which another item, row or quotation begins, which no link and no code spans."""


Block = Code | Heading | Definition | Words


@dataclass(frozen=True)
class Line:
    """A line: the signs of lists and quotations before its text are from `start` to `text`."""

    start: int
    text: int
    end: int


def line_at(text: str, start: int) -> Line:
    """The line that begins at an offset."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    markers = _MARKERS.match(text, start, end)
    return Line(start, markers.end() if markers else start, end)


def lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of a stretch that begins and ends with a line."""
    while start < end:
        line = line_at(text, start)
        yield line
        start = line.end + 1


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page in order, front matter and blank lines left out."""
    front = FRONT.match(text)
    at, words = front.end() if front else 0, None
    while at < len(text):
        line = line_at(text, at)
        block = _code(text, line) or _heading(text, line) or _definition(text, line)
        blank = not text[line.start : line.end].strip()
        if words is not None and (block or blank):
            yield _words(text, words, at - 1)
            words = None
        if block:
            yield block
        elif words is None and not blank:
            words = at
        at = (block.end if block else line.end) + 1
    if words is not None:
        yield _words(text, words, at - 1)


def _code(text: str, line: Line) -> Code | None:
    fence = _FENCE.match(text, line.start, line.end)
    if not fence:
        return None
    indent, marks, info = fence.groups()
    at, even = line.end + 1, True
    body: list[str] = []
    while at < len(text):
        inner = text[at : line_at(text, at).end]
        if inner.startswith(indent + marks) and not inner[len(indent + marks) :].strip(" "):
            return Code(
                line.start, at + len(inner), len(indent), info.strip(" "), "\n".join(body), True, even
            )
        even = even and (inner.startswith(indent) or not inner.strip())
        body.append(inner[len(indent) :])
        at += len(inner) + 1
    return Code(line.start, len(text), len(indent), info.strip(" "), "\n".join(body), False, even)


def _heading(text: str, line: Line) -> Heading | None:
    found = _HEADING.match(text, line.start, line.end)
    if not found:
        return None
    words = found[2].rstrip(" ").rstrip("#").rstrip(" ")
    start = found.start(2) + len(words) - len(words.lstrip(" "))
    return Heading(line.start, line.end, len(found[1]), start, max(start, found.start(2) + len(words)))


def _definition(text: str, line: Line) -> Definition | None:
    found = _DEFINITION.fullmatch(text, line.start, line.end)
    if not found:
        return None
    label = " ".join(found["label"].casefold().split())
    return Definition(
        line.start, line.end, label, found["address"], found["title"] or "", found.start("address")
    )


def _words(text: str, start: int, end: int) -> Words:
    breaks = []
    # Each line of a table is a row, and each above a definition a term.
    rows = any(
        TABLE.fullmatch(text, line.start, line.end) or ":" in text[line.start : line.text]
        for line in lines(text, start, end)
    )
    for line in lines(text, start, end):
        box = text.startswith(("!!!", "???"), line.text)
        if line.start > start and (rows or box or text[line.start : line.text].strip()):
            breaks.append(line.start - 1)
    return Words(start, end, tuple(breaks))
