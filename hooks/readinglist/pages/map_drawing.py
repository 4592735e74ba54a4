"""The map: papers and their prerequisites as one picture, years down the page and topics across it.

Each paper has a row of its own, by date, so that no two labels can meet; its lane is its main topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from readinglist.model import routes
from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper
from readinglist.pages import map_sheets, map_tracks
from readinglist.pages.hues import hue
from readinglist.pages.map_sheets import LETTER, MARK, Sheet
from readinglist.pages.map_ways import Arrow, Box, Place, arrows, cross
from readinglist.text.escaping import plain

LONGEST = 26
"""Letters of a label, after which it is cut."""
MOST = 80
"""Papers that one picture can hold."""


@dataclass(frozen=True)
class Node:
    """A paper at its place: the middle of its disc, and from where to where its label runs."""

    paper: Paper
    number: int
    label: str
    x: float
    y: float
    begins: float
    ends: float
    hue: int


@dataclass(frozen=True)
class Lane:
    """A topic by the lines of its name, and where its lane runs."""

    lines: tuple[str, ...]
    x: float
    hue: int


@dataclass(frozen=True)
class Line:
    """A track by its id, its papers in its order, and the line through them."""

    track: str
    papers: tuple[str, ...]
    path: str


@dataclass(frozen=True)
class Map:
    """The whole picture, ready to be drawn; lanes begin at `top`, under names that may lean."""

    wide: bool
    width: float
    height: float
    top: float
    leaning: bool
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    years: tuple[tuple[int, float], ...]
    lines: tuple[Line, ...]

    def tracks(self, *papers: str) -> str:
        """The classes of what belongs to these papers: one for each track that has them all."""
        return "".join(f" rl-track-{line.track}" for line in self.lines if {*papers} <= {*line.papers})


def draw(catalogue: Catalogue) -> tuple[Map, ...]:
    """The map of a catalogue, narrow and wide; none where it holds more papers than a picture can."""
    if len(catalogue.papers) > MOST:
        return ()
    rows = {paper.id: row for row, paper in enumerate(catalogue.by_date)}
    edges = tuple(_needed(catalogue))
    order = _lane_order(catalogue, rows, edges)
    headings = [cut(catalogue.topic(topic).name) for topic in order]
    place = {paper.id: (order.index(paper.topics[0]), rows[paper.id]) for paper in catalogue.papers}
    labels = [(place[paper.id][0], cut(paper.nickname)) for paper in catalogue.papers]
    sheets = map_sheets.narrow(headings, labels, len(edges)), map_sheets.wide(headings, labels)
    return tuple(_drawn(catalogue, sheet, order, edges, place) for sheet in sheets)


def _drawn(
    catalogue: Catalogue,
    sheet: Sheet,
    order: Sequence[str],
    edges: Sequence[tuple[str, str]],
    place: Mapping[str, Place],
) -> Map:
    """The map on one sheet."""
    nodes = tuple(_node(catalogue, paper, sheet, place[paper.id]) for paper in catalogue.by_date)
    years: dict[int, float] = {}
    for node in nodes:
        years.setdefault(node.paper.year, node.y)
    ways = arrows(sheet, edges, place, _names(nodes) if sheet.wide else ())
    return Map(
        wide=sheet.wide,
        width=sheet.width,
        height=nodes[-1].y + 40,
        top=sheet.top,
        leaning=sheet.leaning,
        lanes=tuple(
            Lane(lines, sheet.x(n), hue(catalogue, order[n])) for n, lines in enumerate(sheet.headings)
        ),
        nodes=nodes,
        arrows=ways,
        years=tuple(years.items()),
        lines=tuple(_lines(catalogue, nodes, ways)),
    )


def _names(nodes: Iterable[Node]) -> list[Box]:
    """The boxes of labels."""
    return [(node.begins - 2, node.y - 7, node.ends, node.y + 7) for node in nodes]


def _lines(catalogue: Catalogue, nodes: Iterable[Node], ways: Sequence[Arrow]) -> Iterator[Line]:
    """The line of every track."""
    at = {node.paper.id: (node.x, node.y) for node in nodes}
    for track in catalogue.tracks:
        papers = tuple(stop.paper.id for stop in routes.stops(catalogue, track))
        yield Line(track.id, papers, map_tracks.line(papers, at, ways))


def _node(catalogue: Catalogue, paper: Paper, sheet: Sheet, place: Place) -> Node:
    label, (column, row) = cut(paper.nickname), place
    begins = sheet.label(column)
    return Node(
        paper,
        catalogue.numbers[paper.id],
        label,
        x=sheet.x(column),
        y=sheet.y(row),
        begins=begins,
        ends=round(begins + (len(label) + MARK) * LETTER, 2),
        hue=hue(catalogue, paper.topics[0]),
    )


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
