"""The ways that the arrows of the map take.

An arrow runs down a gap between lanes, or down a lane where that is free, so that it passes through no paper;
of all these ways it takes the one that crosses the fewest others and the fewest labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from readinglist.pages.map_sheets import RADIUS, YEARS, Point, Sheet

THROUGH, ALONG = 2, 3
"""For how many crossings a label in the way counts, and, on a wide sheet, a stretch along another arrow."""
LEAVE, REACH = 15, 22
"""How far below a disc an arrow turns aside on a wide sheet, and how far above one it turns in."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Place = tuple[int, int]
"""Column and row."""


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
    sheet: Sheet,
    edges: Sequence[tuple[str, str]],
    place: Mapping[str, Place],
    labels: Sequence[Box] = (),
) -> tuple[Arrow, ...]:
    """Each edge on the way that meets the least; short ones choose first, then all again."""
    taken = set(place.values())
    ways = {edge: tuple(_ways(sheet, place[edge[0]], place[edge[1]], taken)) for edge in edges}
    along = ALONG if sheet.wide else 1
    met = cache(lambda one, other: crossings(one, [other], along))
    struck = cache(lambda way: THROUGH * strikes(way, labels))
    chosen: dict[tuple[str, str], tuple[Point, ...]] = {}
    by_length = sorted(edges, key=lambda edge: abs(place[edge[0]][1] - place[edge[1]][1]))
    # All ways of an arrow have the same ends, and so the same others that they can meet.
    near = {edge: [other for other in edges if _can_meet(ways[edge][0], ways[other][0])] for edge in edges}
    for edge in by_length * 3:
        others = [chosen[other] for other in near[edge] if other in chosen]

        def cost(way: tuple[Point, ...], others: Sequence[tuple[Point, ...]] = others) -> tuple[float, ...]:
            return struck(way) + sum(met(way, other) for other in others), len(way), _length(way)

        chosen[edge] = min(ways[edge], key=cost)
    return tuple(Arrow(*edge, chosen[edge]) for edge in edges)


def _ways(sheet: Sheet, start: Place, end: Place, taken: set[Place]) -> Iterator[tuple[Point, ...]]:
    """The ways of an arrow: down a lane of its ends where that is free, or down one of the gaps."""
    (column, row), (target, last) = start, end
    between = range(min(row, last) + 1, max(row, last))
    lanes = {column, target} if sheet.wide or column == target else set()
    free = [sheet.x(lane) for lane in sorted(lanes) if not any((lane, one) in taken for one in between)]
    gaps = range(len(sheet.headings) + 1)
    found = [*free, *(sheet.x(gap - 0.5) + aside for gap, aside in product(gaps, sheet.beside))]
    if sheet.wide:  # of equal ways, the one that turns last
        found = sorted((x for x in found if x >= YEARS), key=lambda x: abs(x - sheet.x(target)))
    for x in found:
        yield _way(sheet, start, end, x)


def _way(sheet: Sheet, start: Place, end: Place, x: float) -> tuple[Point, ...]:
    """The way from one place to another that runs up or down at `x`."""
    down = 1 if end[1] > start[1] else -1
    (left, top), (right, bottom) = ((sheet.x(column), sheet.y(row)) for column, row in (start, end))
    tip = (right, bottom - down * (RADIUS + 3))
    if not sheet.wide:
        first, middle = (left, top + down * RADIUS), down * sheet.row / 2
        bends = () if left == x == right else ((x, top + middle), (x, bottom - middle))
        return first, *bends, tip
    # It begins under the disc, so that there is room for the first corner.
    leave, reach = top + down * LEAVE, bottom - down * REACH
    return _corners((left, top), (left, leave), (x, leave), (x, reach), (right, reach), tip)


def _corners(*points: Point) -> tuple[Point, ...]:
    """The points of a way without those at which it does not turn."""
    kept = [points[0]]
    for point, after in pairwise(points[1:]):
        if _side(kept[-1], point, after):
            kept.append(point)
    return (*kept, points[-1])


def strikes(way: Sequence[Point], labels: Iterable[Box]) -> int:
    """How many labels a way runs through, up or down."""
    return sum(
        any(
            a[0] == b[0] and left < a[0] < right and min(a[1], b[1]) < bottom and top < max(a[1], b[1])
            for a, b in pairwise(way)
        )
        for left, top, right, bottom in labels
    )


def crossings(way: Sequence[Point], others: Iterable[Sequence[Point]], along: int = 1) -> int:
    """How often a way meets others that share no end with it; a stretch along one counts as `along`."""
    return sum(
        cross(*one, *two) or along * _overlap(*one, *two)
        for other in others
        if _can_meet(way, other)
        for one in pairwise(way)
        for two in pairwise(other)
        if _meet(one, two)
    )


def _can_meet(way: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two ways share a height and no end."""
    return _meet(way, other) and way[0] != other[0] and way[-1] != other[-1]


def _meet(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two ways share a height; most do not, and need no closer look."""
    (a, b), (c, d) = (one[0][1], one[-1][1]), (other[0][1], other[-1][1])
    # Each is compared by itself, as this is asked a million times.
    return not (a < c and a < d and b < c and b < d) and not (a > c and a > d and b > c and b > d)


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two segments cross at a point inside both."""
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(p: Point, q: Point, r: Point) -> float:
    """On which side of a line through two points a third lies; zero where it lies on it."""
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def _overlap(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two upright segments, or two level ones, run along each other."""
    for fixed, free in ((0, 1), (1, 0)):
        if a[fixed] == b[fixed] == c[fixed] == d[fixed]:
            one, two = sorted((a[free], b[free])), sorted((c[free], d[free]))
            return one[0] < two[1] and two[0] < one[1]
    return False


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
