"""The map's geometry: no label on another, no arrow through a paper, few crossings, for lists of any size."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from builders import catalogue, entry
from readinglist import site
from readinglist.model.catalogue import Catalogue
from readinglist.pages import map_drawing, map_ways
from readinglist.pages.map_drawing import LETTER, Map
from readinglist.pages.map_ways import RADIUS, ROW

TOPICS = [{"id": f"t{n}", "name": f"Topic {n}", "description": "Some."} for n in range(8)]


def generated(count: int, seed: int = 7) -> Catalogue:
    """A list of papers over eleven years, each with up to three prerequisites before it."""
    chance = random.Random(seed)
    papers: list[dict[str, Any]] = []
    for n in range(count):
        year = 2014 + n * 11 // count
        day = f"{year}-{chance.randint(1, 12):02}-15"
        needs = chance.sample(range(n), min(n, chance.randint(0, 3)))
        papers.append(
            entry(
                f"p{n}",
                arxiv=f"{day[2:4]}{day[5:7]}.{n:0{4 if year < 2015 else 5}}",
                published=day,
                year=year,
                latest={"version": 1, "date": day},
                nickname="A rather long nickname of a paper" if n % 7 == 0 else f"Paper {n}",
                topics=[f"t{chance.randrange(8)}"],
                prerequisites=[{"paper": f"p{need}", "reason": "It builds on it."} for need in needs] or None,
            )
        )
    return catalogue(*papers, topics=TOPICS)


LISTS = {
    "many": generated(18),
    "one": generated(1),
    "forty": generated(40),
    "the longest": generated(map_drawing.MOST),
}


@pytest.fixture(params=LISTS, scope="module")
def drawn(request: pytest.FixtureRequest) -> tuple[Catalogue, Map]:
    """A list and its map."""
    made = map_drawing.draw(LISTS[request.param])
    assert made is not None
    return LISTS[request.param], made


Box = tuple[float, float, float, float]


def boxes(drawn: Map) -> list[Box]:
    """Left, top, right and bottom of every disc, label and year."""
    discs = [(n.x - RADIUS, n.y - RADIUS, n.x + RADIUS, n.y + RADIUS) for n in drawn.nodes]
    labels = [(drawn.labels, n.y - 7, drawn.labels + len(n.label) * LETTER, n.y + 7) for n in drawn.nodes]
    years = [(4.0, y - 7, 4 + 4 * LETTER, y + 7) for _, y in drawn.years]
    return [*discs, *labels, *years]


def test_no_label_overlaps(drawn: tuple[Catalogue, Map]) -> None:
    """Discs, labels and years keep clear of each other and stay within the picture."""
    _, made = drawn
    for one, other in combinations(boxes(made), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    assert all(box[0] >= 0 and box[2] <= made.width and box[3] <= made.height for box in boxes(made))


def test_every_paper_stands_in_its_year_and_lane(drawn: tuple[Catalogue, Map]) -> None:
    """Down the page time never runs backwards; a paper stands in the lane of its main topic, one to a row."""
    listed, made = drawn
    assert [node.paper for node in made.nodes] == list(listed.by_date)
    assert all(after.y - before.y == ROW for before, after in pairwise(made.nodes))
    lanes = {lane.x: lane.name for lane in made.lanes}
    assert all(lanes[node.x] == listed.topic(node.paper.topics[0]).name for node in made.nodes)


def test_no_arrow_runs_through_a_paper(drawn: tuple[Catalogue, Map]) -> None:
    """An arrow keeps clear of every disc but those it joins."""
    _, made = drawn
    for arrow in made.arrows:
        for node in made.nodes:
            if node.paper.id not in (arrow.source, arrow.target):
                assert all(far(a, b, (node.x, node.y)) > RADIUS for a, b in pairwise(arrow.points)), arrow


def far(a: map_ways.Point, b: map_ways.Point, p: map_ways.Point) -> float:
    """The distance of a point from a segment."""
    (ax, ay), (bx, by), (px, py) = a, b, p
    length = (bx - ax) ** 2 + (by - ay) ** 2
    t = max(0.0, min(1.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length if length else 0.0))
    return float(((ax + t * (bx - ax) - px) ** 2 + (ay + t * (by - ay) - py) ** 2) ** 0.5)


def test_the_arrows_say_all_prerequisites(drawn: tuple[Catalogue, Map]) -> None:
    """What leads to a paper along arrows is just what it needs, directly or not; none is drawn that a chain says."""
    listed, made = drawn
    wanted = reachable({(edge.paper, paper.id) for paper in listed.papers for edge in paper.prerequisites})
    arrows = {(arrow.source, arrow.target) for arrow in made.arrows}
    assert reachable(arrows) == wanted
    assert all(reachable(arrows - {arrow}) != wanted for arrow in arrows)


def reachable(edges: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Every pair that a chain of edges joins."""
    found = set(edges)
    while more := {(a, d) for a, b in found for c, d in edges if b == c} - found:
        found |= more
    return found


def crossings(made: Map) -> int:
    """How often arrows meet that share no end."""
    return sum(map_ways.crossings(a.points, [b.points]) for a, b in combinations(made.arrows, 2))


def upright(arrow: map_ways.Arrow) -> list[tuple[float, float, float]]:
    """The upright stretches of an arrow: where, from what height, to what height."""
    return [(a[0], min(a[1], b[1]), max(a[1], b[1])) for a, b in pairwise(arrow.points) if a[0] == b[0]]


def shared(made: Map) -> int:
    """How many pairs of arrows that share no end run along one line."""
    return sum(
        any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in upright(one) for b in upright(other))
        for one, other in combinations(made.arrows, 2)
        if one.source != other.source and one.target != other.target
    )


def test_few_arrows_of_a_busy_map_share_a_line() -> None:
    """Where there are many arrows, a gap between lanes takes three side by side, so that each can be followed."""
    made = map_drawing.draw(LISTS["forty"])
    assert made is not None and len(made.arrows) > 30
    assert shared(made) <= len(made.arrows) // 5


def test_choosing_ways_saves_crossings() -> None:
    """On a generated list, arrows cross much less than straight lines between the papers would."""
    made = map_drawing.draw(LISTS["forty"])
    assert made is not None
    at = {node.paper.id: (node.x, node.y) for node in made.nodes}
    lines = [(at[arrow.source], at[arrow.target]) for arrow in made.arrows]
    straight = sum(map_ways.crossings(one, [other]) for one, other in combinations(lines, 2))
    assert crossings(made) < straight


def _drawn_elsewhere(seed: str) -> str:
    """The map of a generated list, drawn by another process with this seed for the hashes of texts."""
    code = "import test_map_drawing as t; print(repr(t.map_drawing.draw(t.generated(40))))"
    paths = os.pathsep.join(str(path) for path in (Path(__file__).parent, *map(Path, sys.path)))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_same_list_gives_the_same_map() -> None:
    """Nothing is left to chance: processes that hash texts differently draw the same."""
    assert len({_drawn_elsewhere(seed) for seed in ("1", "2", "3")}) == 1


def test_a_list_too_long_for_a_picture_has_none() -> None:
    """Beyond what a picture holds there is none, and the page has the list alone."""
    long = generated(map_drawing.MOST + 1)
    assert map_drawing.draw(long) is None
    page = next(output.content for output in site.files(site.Edition(long)) if output.uri == "map.md")
    assert "<svg" not in page and "[Paper 1](papers/p1.md)" in page
