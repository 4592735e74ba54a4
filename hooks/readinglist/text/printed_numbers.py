"""Tables in files: what a paper's module computes, beside what the paper prints."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Reproduced(NamedTuple):
    """A quantity as the module computes it and as the paper prints it, where, and why they differ."""

    quantity: str
    computed: str
    printed: str
    where: str
    why: str

    @property
    def same(self) -> bool:
        """Whether the paper prints just what the module computes."""
        return self.computed == self.printed


def rows(text: str) -> list[list[str]]:
    """The rows of comma-separated values, the head first."""
    return list(csv.reader(text.splitlines()))


def reproduced(text: str) -> list[Reproduced]:
    """The rows of a table that has a column for each part."""
    return [Reproduced(*row) for row in rows(text)[1:]]


def faults(text: str) -> Iterator[tuple[int, str, str]]:
    """What is wrong with such a table: the row (from 1), the message, and the fix."""
    head, *body = rows(text) or [[]]
    if head != list(Reproduced._fields):
        yield 1, "a head that is not " + ", ".join(Reproduced._fields), "Run scripts/draw_figures.py"
        return
    for number, row in enumerate(body, 2):
        if len(row) != len(head):
            yield number, f"a row of {len(row)} values instead of {len(head)}", "Run scripts/draw_figures.py"
        elif row[2] and not row[4] and row[1] != row[2]:
            message = f"computed {row[1]} and printed {row[2]}, with no reason for the difference"
            yield number, message, "Say why in reproduced(), and run scripts/draw_figures.py"


def sentence(table: Iterable[Reproduced]) -> str:
    """How many of the printed numbers come out the same, in words."""
    printed = [row for row in table if row.printed]
    same = sum(row.same for row in printed)
    rest = "" if same == len(printed) else ", the rest with their reason"
    return f"{same} of {len(printed)} printed numbers reproduced{rest}"
