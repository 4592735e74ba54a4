"""The map: papers and their prerequisites as one picture, years down the page and topics across it.

Each paper has a row of its own, by date, so that no two labels can meet; its lane is its main topic. Lengths
are in the units of the picture, which is drawn for a screen of 360.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper
from readinglist.pages.hues import hue
from readinglist.pages.map_ways import ROW, Arrow, Point, Sheet, arrows, cross
from readinglist.text.escaping import plain

LANE = 24
BUSY, WIDE, BESIDE = 30, 30, 4
"""Of more arrows than that the lanes stand wider, and a gap takes three side by side, so far apart."""
LETTER = 6.4
"""Room for a letter of a label."""
LONGEST = 26
"""Letters of a label, after which it is cut."""
MOST = 80
"""Papers that one picture can hold."""


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
    sheet = Sheet(
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
        arrows=arrows(sheet, edges, place, len(order)),
        years=tuple(years.items()),
    )


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
        crossings = sum(cross(*one, *other) for one, other in combinations(lines, 2))
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
