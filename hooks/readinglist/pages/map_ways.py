"""The ways that the arrows of the map take.

An arrow runs down a gap between lanes, so that it passes through no paper; of all gaps, down the one where it
crosses the fewest others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

ROW, RADIUS = 40, 10
LEFT = 48
"""Room for the years."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """Where columns and rows lie, and where arrows may run in a gap, from its middle."""

    top: float
    lane: float
    beside: tuple[float, ...]

    def x(self, column: float) -> float:
        """How far to the right a column lies."""
        return LEFT + self.lane * column

    def y(self, row: float) -> float:
        """How far down a row lies."""
        return self.top + ROW * row

    def at(self, column: float, row: float) -> Point:
        """Where a column and a row meet."""
        return self.x(column), self.y(row)


@dataclass(frozen=True)
class Arrow:
    """From a prerequisite to what it unlocks, along straight stretches."""

    source: str
    target: str
    points: tuple[Point, ...]

    @property
    def path(self) -> str:
        """The stretches with rounded corners, as SVG path data."""
        first, *inner, last = self.points
        drawn = [f"M{_at(first)}"]
        for before, corner, after in zip(self.points, inner, self.points[2:], strict=False):
            drawn.append(f"L{_at(_towards(corner, before))}Q{_at(corner)} {_at(_towards(corner, after))}")
        return "".join([*drawn, f"L{_at(last)}"])

    @property
    def tip(self) -> str:
        """The head of the arrow, upright, as SVG path data."""
        (x, y), down = self.points[-1], 1 if self.points[-1][1] > self.points[0][1] else -1
        return f"M{x - 3.5:g} {y - 5 * down:g}L{x + 3.5:g} {y - 5 * down:g}L{x:g} {y + 2 * down:g}Z"


def arrows(
    sheet: Sheet, edges: Sequence[tuple[str, str]], place: Mapping[str, tuple[int, int]], columns: int
) -> tuple[Arrow, ...]:
    """Each edge on the way that crosses the fewest others; short ones choose first, then all again."""
    taken = set(place.values())
    ways = {edge: tuple(_ways(sheet, place[edge[0]], place[edge[1]], taken, columns)) for edge in edges}
    chosen: dict[tuple[str, str], tuple[Point, ...]] = {}
    by_length = sorted(edges, key=lambda edge: abs(place[edge[0]][1] - place[edge[1]][1]))
    for edge in by_length * 3:
        others = [points for other, points in chosen.items() if other != edge]
        chosen[edge] = min(ways[edge], key=lambda way: (crossings(way, others), _length(way)))
    return tuple(Arrow(*edge, chosen[edge]) for edge in edges)


def _ways(
    sheet: Sheet, start: tuple[int, int], end: tuple[int, int], taken: set[tuple[int, int]], columns: int
) -> Iterator[tuple[Point, ...]]:
    """The ways of an arrow: straight down its lane where that is free, or down one of the gaps."""
    (column, row), (target, last) = start, end
    down = 1 if last > row else -1
    top, bottom = sheet.y(row) + down * RADIUS, sheet.y(last) - down * (RADIUS + 3)
    if column == target and not any((column, between) in taken for between in range(row + down, last, down)):
        yield (sheet.x(column), top), (sheet.x(column), bottom)
    for gap, aside in product(range(columns + 1), sheet.beside):
        x = sheet.x(gap - 0.5) + aside
        yield (
            (sheet.x(column), top),
            (x, sheet.y(row + down * 0.5)),
            (x, sheet.y(last - down * 0.5)),
            (sheet.x(target), bottom),
        )


def crossings(way: Sequence[Point], others: Iterable[Sequence[Point]]) -> int:
    """How often a way meets others, where those that share an end may touch there."""
    return sum(
        cross(*one, *two) or _overlap(*one, *two)
        for other in others
        if _meet(way, other) and way[0] != other[0] and way[-1] != other[-1]
        for one in pairwise(way)
        for two in pairwise(other)
        if _meet(one, two)
    )


def _meet(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two ways share a height; most do not, and need no closer look."""
    (top, bottom), (start, end) = sorted((one[0][1], one[-1][1])), sorted((other[0][1], other[-1][1]))
    return start < bottom and top < end


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two segments cross at a point inside both."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _overlap(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two upright segments run along each other."""
    upright = a[0] == b[0] == c[0] == d[0]
    return upright and min(a[1], b[1]) < max(c[1], d[1]) and min(c[1], d[1]) < max(a[1], b[1])


def _length(way: Sequence[Point]) -> float:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(way))


def _at(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"


def _towards(corner: Point, end: Point, reach: float = 8) -> Point:
    """A point on the way from a corner, at most half of it away."""
    length = ((end[0] - corner[0]) ** 2 + (end[1] - corner[1]) ** 2) ** 0.5
    part = min(reach / length, 0.5) if length else 0
    return (
        round(corner[0] + (end[0] - corner[0]) * part, 2),
        round(corner[1] + (end[1] - corner[1]) * part, 2),
    )
