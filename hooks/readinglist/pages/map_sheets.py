"""The sheets that the map is drawn on: a narrow one with its labels in a column of their own, and a wide one.

On the wide one each label stands right beside its disc, and may run on over the next lanes, as each row holds
one paper. Lengths are in the units of the picture; the narrow one is drawn for a screen of 360.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

RADIUS = 10
LEFT, MARGIN, LETTER, MARK = 48, 64, 6.4, 2
"""Room for the years, narrow and wide, for a letter of a label, and how many letters the tick takes."""
BUSY = 30
"""Of more arrows than that narrow lanes stand wider, and a gap takes three side by side."""
BROAD, ROOMY = 860, 160
"""How broad the wide sheet is, and its lanes at most."""
CLEAR, APART, YEARS = 16, 9, 34
"""What an arrow keeps from the middle of a disc, from the next in its gap, and from the edge, for years."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """Where columns, rows and labels lie, and where arrows may run in a gap, from its middle.

    On a wide one, arrows run level or upright only, and a label begins `CLEAR` from the middle of its disc.
    """

    wide: bool
    width: float
    top: float
    row: float
    left: float
    lane: float
    beside: tuple[float, ...]
    labels: float
    headings: tuple[tuple[str, ...], ...]
    leaning: bool

    def x(self, column: float) -> float:
        """How far to the right a column lies."""
        return round(self.left + self.lane * column, 2)

    def y(self, row: float) -> float:
        """How far down a row lies."""
        return self.top + self.row * row

    def label(self, column: float) -> float:
        """Where the label of a disc in a column begins."""
        return self.x(column) + CLEAR if self.wide else self.labels


def narrow(headings: Sequence[str], labels: Iterable[tuple[int, str]], arrows: int) -> Sheet:
    """A sheet for phones, under headings that lean; a label comes with the column of its disc."""
    busy = arrows > BUSY
    lane = 30 if busy else 24
    edge = LEFT + lane * (len(headings) - 1) + 20
    return Sheet(
        wide=False,
        width=round(edge + (max(len(label) for _, label in labels) + MARK) * LETTER + 4),
        top=_leaning(headings),
        row=40,
        left=LEFT,
        lane=lane,
        beside=(0, -4, 4) if busy else (0,),
        labels=edge,
        headings=tuple((heading,) for heading in headings),
        leaning=True,
    )


def wide(headings: Sequence[str], labels: Iterable[tuple[int, str]]) -> Sheet:
    """A sheet for desks, with lanes as wide as labels let them be; headings lean where they find no room."""
    room = [
        (BROAD - MARGIN - CLEAR - (len(label) + MARK) * LETTER) / column for column, label in labels if column
    ]
    lane = round(min([ROOMY, *room]), 2)
    lines = [textwrap.wrap(heading, int(lane / LETTER), break_long_words=False) for heading in headings]
    level = all(len(line) * LETTER <= lane for heading in lines for line in heading)
    reach = max(lane / 2 - CLEAR, 0)
    steps = int(reach // APART)
    return Sheet(
        wide=True,
        width=BROAD,
        top=44 + 14 * max(map(len, lines)) if level else _leaning(headings),
        row=44,
        left=MARGIN,
        lane=lane,
        beside=tuple(round(reach * step / max(steps, 1), 2) for step in range(-steps, steps + 1)),
        labels=MARGIN + CLEAR,
        headings=tuple(tuple(heading) for heading in (lines if level else [[one] for one in headings])),
        leaning=not level,
    )


def _leaning(headings: Sequence[str]) -> float:
    """Room above the lanes for headings that lean by sixty degrees."""
    return round(max(map(len, headings)) * LETTER * 0.87 + 44)
