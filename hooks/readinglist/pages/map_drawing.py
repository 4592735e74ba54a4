"""The map: papers and their prerequisites as one picture, years down the page and topics across it.

Each paper has a row of its own, by date, so that no two labels can meet; its lane is its main topic.
An arrow runs down a gap between lanes, so that it passes through no paper. Lengths are in the units of
the picture, which is drawn for a screen of 360.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper
from readinglist.pages.hues import hue
from readinglist.text.escaping import plain

ROW, LANE, RADIUS = 40, 24, 10
BUSY, WIDE, BESIDE = 30, 30, 4
"""Of more arrows than that the lanes stand wider, and a gap takes three side by side, so far apart."""
LEFT, LETTER = 48, 6.4
"""Room for the years, and for a letter of a label."""
LONGEST = 26
"""Letters of a label, after which it is cut."""
MOST = 80
"""Papers that one picture can hold."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Node:
    """A paper at its place: the middle of its disc."""

    paper: Paper
    number: int
    label: str
    x: float
    y: float
    hue: int


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


@dataclass(frozen=True)
class Lane:
    """A topic, and where its lane runs."""

    name: str
    x: float
    hue: int


@dataclass(frozen=True)
class Map:
    """The whole picture, ready to be drawn; lanes begin at `top`, labels at `labels`."""

    width: float
    height: float
    top: float
    labels: float
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    years: tuple[tuple[int, float], ...]


def draw(catalogue: Catalogue) -> Map | None:
    """The map of a catalogue; none where it holds more than one picture can."""
    if len(catalogue.papers) > MOST:
        return None
    papers = catalogue.by_date
    rows = {paper.id: row for row, paper in enumerate(papers)}
    edges = tuple(_needed(catalogue))
    order = _lane_order(catalogue, rows, edges)
    names = [cut(catalogue.topic(topic).name) for topic in order]
    # The names lean by sixty degrees over their lanes.
    busy = len(edges) > BUSY
    sheet = _Sheet(
        top=round(max(map(len, names)) * LETTER * 0.87 + 44),
        lane=WIDE if busy else LANE,
        beside=(0, -BESIDE, BESIDE) if busy else (0,),
    )
    place = {paper.id: (order.index(paper.topics[0]), rows[paper.id]) for paper in papers}
    nodes = tuple(_node(catalogue, paper, sheet.at(*place[paper.id])) for paper in papers)
    years: dict[int, float] = {}
    for node in nodes:
        years.setdefault(node.paper.year, node.y)
    labels = sheet.x(len(order) - 1) + LANE - 4
    return Map(
        width=round(labels + (max(len(node.label) for node in nodes) + len(" ✓")) * LETTER + 4),
        height=sheet.y(len(nodes) - 1) + ROW,
        top=sheet.top,
        labels=labels,
        lanes=tuple(Lane(name, sheet.x(n), hue(catalogue, order[n])) for n, name in enumerate(names)),
        nodes=nodes,
        arrows=_arrows(sheet, edges, place, len(order)),
        years=tuple(years.items()),
    )


@dataclass(frozen=True)
class _Sheet:
    """Where columns and rows lie, and where arrows may run in a gap, from its middle."""

    top: float
    lane: float
    beside: tuple[float, ...]

    def x(self, column: float) -> float:
        return LEFT + self.lane * column

    def y(self, row: float) -> float:
        return self.top + ROW * row

    def at(self, column: float, row: float) -> Point:
        return self.x(column), self.y(row)


def _node(catalogue: Catalogue, paper: Paper, at: Point) -> Node:
    colour = hue(catalogue, paper.topics[0])
    return Node(paper, catalogue.numbers[paper.id], cut(paper.nickname), *at, colour)


def cut(label: str) -> str:
    """A label of at most `LONGEST` letters."""
    words = plain(label)
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _needed(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The prerequisites without those that a chain of others implies."""
    needs = {paper.id: {edge.paper for edge in paper.prerequisites} for paper in catalogue.papers}
    above: dict[str, set[str]] = {}

    def ancestors(id: str) -> set[str]:
        if id not in above:
            above[id] = set().union(*({need} | ancestors(need) for need in needs[id]))
        return above[id]

    for paper in catalogue.papers:
        for edge in paper.prerequisites:
            if not any(edge.paper in ancestors(other) for other in needs[paper.id]):
                yield edge.paper, paper.id


def _lane_order(catalogue: Catalogue, rows: Mapping[str, int], edges: Sequence[tuple[str, str]]) -> list[str]:
    """The topics that have papers, so ordered that arrows run short and seldom cross."""
    topic = {paper.id: paper.topics[0] for paper in catalogue.papers}
    order = [known.id for known in catalogue.topics if known.id in topic.values()]

    def cost(candidate: Sequence[str]) -> tuple[int, int]:
        column = {name: place for place, name in enumerate(candidate)}
        lines = [((column[topic[a]], rows[a]), (column[topic[b]], rows[b])) for a, b in edges]
        crossings = sum(_cross(*one, *other) for one, other in combinations(lines, 2))
        return crossings, sum(abs(a[0] - b[0]) for a, b in lines)

    best = cost(order)
    improved = True
    while improved:
        improved = False
        for one, other in combinations(range(len(order)), 2):
            swapped = order[:]
            swapped[one], swapped[other] = swapped[other], swapped[one]
            if (found := cost(swapped)) < best:
                order, best, improved = swapped, found, True
    return order


def _arrows(
    sheet: _Sheet, edges: Sequence[tuple[str, str]], place: Mapping[str, tuple[int, int]], columns: int
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
    sheet: _Sheet, start: tuple[int, int], end: tuple[int, int], taken: set[tuple[int, int]], columns: int
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
        _cross(*one, *two) or _overlap(*one, *two)
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


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
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
