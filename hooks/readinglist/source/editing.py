"""Edits of a catalogue as text put in at the marks of the loader: every other byte stays as it is."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path as File
from typing import Any

from readinglist.problems import CannotOpen, Path
from readinglist.source.document import Document
from readinglist.source.scalars import scalar

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, order=True)
class Edit:
    """Text in place of what stands from one offset to another."""

    start: int
    end: int
    text: str


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made; edits at one place keep their order."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            raise ValueError(f"two edits overlap at offset {edit.start}")
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


def replace(file: File, document: Document, text: str) -> None:
    """Writes the text over the file that the document was read from, byte order mark and mode kept.

    A kill at any moment leaves the old file or the new one. Raises `CannotOpen` where it cannot be
    written, and where somebody changed the file in the meantime.
    """
    try:
        old = file.read_bytes()
        if old.removeprefix(_BOM) != document.text.encode():
            raise CannotOpen(f"{document.file} was changed in the meantime: left as it is. Run this again.")
        write(file, (_BOM if old.startswith(_BOM) else b"") + text.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotOpen(f"{document.file} could not be written: {reason}. It is as before.") from error


def write(file: File, content: bytes) -> None:
    """Writes a file at one stroke: beside it first, then in its place; raises `OSError`."""
    file = file.resolve()
    mode = stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
            new.flush()
            os.fchmod(new.fileno(), mode)
            os.fsync(new.fileno())
        os.replace(name, file)  # noqa: PTH105 - a test puts a kill in its place
    except BaseException:
        File(name).unlink(missing_ok=True)
        raise


def insertion(document: Document, entry: str, after: int | None = None) -> Edit:
    """The edit that puts an entry behind the paper of that index, or behind the last one."""
    papers: list[Any] = document.data["papers"]
    start = document.spans[("papers",)].start.index
    if not papers:
        colon = document.text.rindex(":", 0, start)
        end = document.spans[("papers",)].end.index
        return Edit(colon + 1, end, _lines(document, colon, entry, 2))
    if document.text[start] == "[":
        fix = "Write it as a list with one dash an entry"
        raise CannotOpen(str(document.problem(("papers",), "papers is a list in brackets", fix)))
    path = ("papers", len(papers) - 1 if after is None else after)
    column = _dash(document, path) - _line_start(document, _dash(document, path))
    at = _end_of_entry(document, path, column)
    return Edit(at, at, _lines(document, at, f"\n{entry}", column))


def _lines(document: Document, at: int, text: str, column: int) -> str:
    """Lines to put in at an offset, each begun by a line end of the kind that is used there."""
    line_end = _line_end(document, at)
    return "".join(f"{line_end}{' ' * column if line else ''}{line}" for line in text.split("\n"))


def exchanged(document: Document, path: Path, value: str) -> Edit:
    """A scalar in place of another, in the style that the other is written in."""
    start, end = document.spans[path].start.index, _end(document, path)
    return Edit(start, end, _like(document.text[start:end], value))


def _like(old: str, value: str) -> str:
    """A value in the style of the scalar that it takes the place of."""
    if old[0] in "|>":
        header, _, body = old.partition("\n")
        return f"{header}\n{' ' * (len(body) - len(body.lstrip(' ')))}{value}"
    if old[0] == "'":
        return "'" + value.replace("'", "''") + "'"
    return (
        value if old.isdigit() else json.dumps(value, ensure_ascii=False) if old[0] == '"' else scalar(value)
    )


Render = Callable[[str], str]


def sequence(
    document: Document, path: Path, ours: Sequence[str], wanted: Sequence[str], render: Render
) -> Iterator[Edit]:
    """The edits that make one list of another, item by item, so that the lines between stay."""
    steps = [*pairs(ours, wanted)]
    start = document.spans[path].start.index
    if document.text[start] == "[" and any(None in (i, j) for i, j, _ in steps):
        yield _brackets(document, path, ours, wanted, render)
        return
    for i, j, place in steps:
        if i is not None and j is not None:
            yield _item(document, (*path, i), render(wanted[j]))
        elif i is not None:
            first, last = _dash(document, (*path, i)), _end(document, (*path, i))
            yield Edit(_line_start(document, first), _next_line(document, last), "")
        elif j is not None:
            yield _inserted(document, path, place, render(wanted[j]))


def _item(document: Document, path: Path, new: str) -> Edit:
    start, end = document.spans[path].start.index, _end(document, path)
    quote = document.text[start]
    return Edit(
        start, end, _like(document.text[start:end], new) if quote in "\"'" and new[0] not in '"{' else new
    )


def line_after(document: Document, path: Path, key: str, value: str) -> Edit:
    """The edit that puts a key and its value behind the value of `path`, in the style of its mapping."""
    line = f"{key}: {scalar(value)}"
    end = _end(document, path)
    if document.text[document.spans[path[:-1]].start.index] == "{":
        return Edit(end, end, f", {line}")
    mark = document.spans[path].key
    at = _end_of_line(document, end)
    return Edit(at, at, _lines(document, at, line, mark.column if mark else 0))


def _inserted(document: Document, path: Path, place: int, new: str) -> Edit:
    neighbour = (*path, max(place - 1, 0))
    dash = _dash(document, neighbour)
    line = _line_start(document, dash)
    if place == 0:
        return Edit(line, line, f"{document.text[line:dash]}- {new}{_line_end(document, dash)}")
    at = _end_of_line(document, _end(document, neighbour))
    return Edit(at, at, _lines(document, at, f"- {new}", dash - line))


def _brackets(
    document: Document, path: Path, ours: Sequence[str], wanted: Sequence[str], render: Render
) -> Edit:
    """A list in brackets with items put in or left out, the others as they were written."""
    start, end = document.spans[path].start.index, _end(document, path)
    if "\n" in (text := document.text)[start:end]:
        fix = "Write it with one dash an item, a line each"
        raise CannotOpen(str(document.problem(path, "a list in brackets goes over several lines", fix)))
    spans = [document.spans[(*path, index)] for index in range(len(ours))]
    known = {name: text[span.start.index : span.end.index] for name, span in zip(ours, spans, strict=True)}
    return Edit(start, end, f"[{', '.join(known.get(name) or render(name) for name in wanted)}]")


def _end(document: Document, path: Path) -> int:
    """The offset behind the last character of a value; the mark of a block stands behind what follows it."""
    value, span = document.value(path), document.spans[path]
    if value and isinstance(value, dict | list) and document.text[span.start.index] not in "[{":
        steps = value if isinstance(value, dict) else range(len(value))
        return max(_end(document, (*path, step)) for step in steps)
    end: int = span.end.index
    while document.text[end - 1].isspace():
        end -= 1
    return end


def _dash(document: Document, path: Path) -> int:
    return document.text.rindex("-", 0, document.spans[path].start.index)


def _line_start(document: Document, at: int) -> int:
    return document.text.rfind("\n", 0, at) + 1


def _next_line(document: Document, at: int) -> int:
    return document.text.find("\n", at) + 1 or len(document.text)


def _end_of_line(document: Document, at: int) -> int:
    """The offset before the line end, or of the end of the text."""
    end = document.text.find("\n", at)
    return len(document.text) if end < 0 else end - (document.text[end - 1] == "\r")


def _line_end(document: Document, at: int) -> str:
    end = document.text.find("\n", at)
    end = document.text.rfind("\n", 0, at) if end < 0 else end
    return "\r\n" if document.text[max(end - 1, 0)] == "\r" else "\n"


def _end_of_entry(document: Document, path: Path, column: int) -> int:
    """The end of an entry's last line; comments indented deeper than its dash are its own."""
    at = end = _end_of_line(document, _end(document, path))
    while (at := _next_line(document, at)) < len(document.text):
        line = document.text[at : _end_of_line(document, at)]
        if line.strip() and not line.lstrip().startswith("#"):
            break
        if line.strip() and len(line) - len(line.lstrip()) > column:
            end = _end_of_line(document, at)
    return end


def pairs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int | None, int | None, int]]:
    """What makes one list of the other: items to exchange, to delete (no second), to insert (no first).

    The third number is the place in `ours`; an item is inserted before it.
    """
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            for i, j in zip_longest(range(i1, i2), range(j1, j2)):
                yield i, j, i2 if i is None else i
