"""The lines of tracks on the map: along the arrows between their papers, and by bows where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import hypot

from readinglist.pages.map_sheets import Point
from readinglist.pages.map_ways import Arrow

ENOUGH = 18
"""How far from the middle of a disc a bow runs clear of it."""


def line(papers: Sequence[str], at: Mapping[str, Point], arrows: Iterable[Arrow]) -> str:
    """From each paper to the next, as SVG path data, where `at` has the middles of all discs."""
    paths = {(arrow.source, arrow.target): arrow.path for arrow in arrows}
    return "".join(paths.get(step) or _bow(*step, at) for step in pairwise(papers))


def _bow(start: str, end: str, at: Mapping[str, Point]) -> str:
    """Of some bows the first that keeps clear of other discs, or the one that comes closest to that."""
    (a, b), others = (at[start], at[end]), [disc for id, disc in at.items() if id not in (start, end)]
    bends = [_bend(a, b, strength) for strength in (1, -1, 2, -2)]
    x, y = max(bends, key=lambda bend: min(ENOUGH, _clearance(a, bend, b, others)))
    return f"M{a[0]:g} {a[1]:g}Q{x:g} {y:g} {b[0]:g} {b[1]:g}"


def _bend(a: Point, b: Point, strength: int) -> Point:
    """The point that pulls a bow aside: more, in relation, where it is short."""
    (across, down) = b[0] - a[0], b[1] - a[1]
    aside = strength * (0.08 + 30 / hypot(across, down))
    return round((a[0] + b[0]) / 2 + down * aside, 1), round((a[1] + b[1]) / 2 - across * aside, 1)


def _clearance(a: Point, bend: Point, b: Point, others: Iterable[Point]) -> float:
    """How far a bow keeps from the discs of others."""
    parts = [part / 16 for part in range(1, 16)]
    bow = [
        tuple((1 - t) ** 2 * p + 2 * t * (1 - t) * q + t * t * r for p, q, r in zip(a, bend, b, strict=True))
        for t in parts
    ]
    return min((hypot(x - disc[0], y - disc[1]) for x, y in bow for disc in others), default=ENOUGH)
