"""Rules on words: that a text is whole, and that formulas in what arXiv says can be set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.checks.lenient import Reading, Value
from readinglist.checks.model_errors import holds_text
from readinglist.problems import Problem, quoted, written
from readinglist.text.formulas import segments, unsettable

_COMMENT = re.compile(r"[ \t]+#[^\n]*")


def whole(reading: Reading) -> Iterator[Problem]:
    """No text without quotes ends at a sign that begins a comment, as the rest of it would be lost."""
    document = reading.document
    for path, span in document.spans.items():
        start, end = span.start.index, span.end.index
        plain = path and isinstance(path[-1], str) and document.text[start : start + 1] not in {*"\"'|>[{"}
        if plain and (comment := _COMMENT.match(document.text, end)) and holds_text(path):
            at = document.place(comment.start() + len(comment[0]) - len(comment[0].lstrip()))
            message = f"a comment cuts the text short: {quoted(comment[0].strip())} is not in it"
            fix = "Put the text in quotes, or the comment on a line of its own"
            yield Problem(document.file, *at, written(path), message, fix)


def settable(reading: Reading) -> Iterator[Problem]:
    """A formula in what arXiv says that cannot be set is shown as it stands, which is worth knowing."""
    for paper in reading.papers:
        for value in (paper["title"], paper["journal_ref"]):
            yield from _unset(value)


def _unset(value: Value) -> Iterator[Problem]:
    for part in segments(value.text):
        if part.math and (reason := unsettable(part.text)):
            yield value.problem(f"{reason.rstrip('.')}; it is shown as it stands", notice=True)
