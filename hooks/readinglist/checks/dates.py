"""Rules on the days when an entry joined the list and was revised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readinglist.checks.paths import EACH, texts
from readinglist.problems import Problem
from readinglist.source.document import Document


def revised(document: Document) -> Iterator[Problem]:
    """A paper is not revised before it was added, and not without the day of that."""
    added = texts(document, "papers", EACH, "added")
    for path, written in texts(document, "papers", EACH, "revised").items():
        beside = (*path[:2], "added")
        first, day = _day(added.get(beside, "")), _day(written)
        if beside not in document.spans:
            yield document.problem(path, "revised without added", "Write added: the day it joined the list")
        elif first and day and day < first:
            message = f"revised on {day}, before it was added on {first}"
            yield document.problem(path, message, "Write the later day, or delete revised")


def _day(text: str) -> date | None:
    """The day that a text names; none where it names none, which its type reports."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
