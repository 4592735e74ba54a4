"""The map's geometry: no label on another, no arrow through a paper, few crossings, for lists of any size."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from builders import catalogue, entry
from readinglist import site
from readinglist.model.catalogue import Catalogue
from readinglist.pages import map_drawing, map_ways
from readinglist.pages.map_drawing import Map, Node
from readinglist.pages.map_sheets import CLEAR, LETTER, MARK, RADIUS, Point

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


@cache
def maps(name: str) -> tuple[Map, ...]:
    """The narrow map and the wide one of a list."""
    return map_drawing.draw(LISTS[name])


@pytest.fixture(params=[(name, wide) for name in LISTS for wide in (False, True)], scope="module", ids=str)
def drawn(request: pytest.FixtureRequest) -> tuple[Catalogue, Map]:
    """A list and one of its maps."""
    name, wide = request.param
    made: Map = maps(name)[wide]
    assert made.wide == wide
    return LISTS[name], made


@pytest.fixture(params=[False, True], ids=["narrow", "wide"])
def busy(request: pytest.FixtureRequest) -> Map:
    """A map of a list with many arrows."""
    made: Map = maps("forty")[request.param]
    assert len(made.arrows) > 30
    return made


Box = tuple[float, float, float, float]


def label(node: Node) -> Box:
    """Left, top, right and bottom of a label with its tick."""
    return node.begins, node.y - 7, node.begins + (len(node.label) + MARK) * LETTER, node.y + 7


def boxes(drawn: Map) -> list[Box]:
    """Left, top, right and bottom of every disc, label and year."""
    discs = [(n.x - RADIUS, n.y - RADIUS, n.x + RADIUS, n.y + RADIUS) for n in drawn.nodes]
    years = [(4.0, y - 7, 4 + 4 * LETTER, y + 7) for _, y in drawn.years]
    return [*discs, *map(label, drawn.nodes), *years]


def test_no_label_overlaps(drawn: tuple[Catalogue, Map]) -> None:
    """Discs, labels and years keep clear of each other and stay within the picture."""
    _, made = drawn
    for one, other in combinations(boxes(made), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    assert all(box[0] >= 0 and box[2] <= made.width + 0.5 and box[3] <= made.height for box in boxes(made))


def test_every_paper_stands_in_its_year_and_lane(drawn: tuple[Catalogue, Map]) -> None:
    """Down the page time never runs backwards; a paper stands in the lane of its main topic, one to a row."""
    listed, made = drawn
    assert [node.paper for node in made.nodes] == list(listed.by_date)
    assert len({after.y - before.y for before, after in pairwise(made.nodes)}) <= 1
    assert all(after.y > before.y for before, after in pairwise(made.nodes))
    lanes = {lane.x: " ".join(lane.lines) for lane in made.lanes}
    assert all(lanes[node.x] == listed.topic(node.paper.topics[0]).name for node in made.nodes)


def test_no_arrow_runs_through_a_paper(drawn: tuple[Catalogue, Map]) -> None:
    """An arrow keeps clear of every disc but those it joins."""
    _, made = drawn
    for arrow in made.arrows:
        for node in made.nodes:
            if node.paper.id not in (arrow.source, arrow.target):
                assert all(far(a, b, (node.x, node.y)) > RADIUS for a, b in pairwise(arrow.points)), arrow


def far(a: Point, b: Point, p: Point) -> float:
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


def test_few_arrows_of_a_busy_map_share_a_line(busy: Map) -> None:
    """Where there are many arrows, a gap between lanes takes several side by side, so that each can be followed."""
    assert shared(busy) <= len(busy.arrows) // 5


def test_choosing_ways_saves_crossings(busy: Map) -> None:
    """On a generated list, arrows cross much less than straight lines between the papers would."""
    at = {node.paper.id: (node.x, node.y) for node in busy.nodes}
    lines = [(at[arrow.source], at[arrow.target]) for arrow in busy.arrows]
    straight = sum(map_ways.crossings(one, [other]) for one, other in combinations(lines, 2))
    assert crossings(busy) < straight


@pytest.mark.parametrize("name", LISTS)
def test_on_the_wide_map_each_name_stands_beside_its_disc(name: str) -> None:
    """The eye need not travel: every label begins right after its disc; on the narrow one all are in a column."""
    narrow, wide = maps(name)
    assert {round(node.begins - node.x, 1) for node in wide.nodes} == {CLEAR}
    assert len({node.begins for node in narrow.nodes}) == 1
    assert wide.width >= 1.8 * narrow.width


def struck(made: Map) -> int:
    """How often an arrow runs through a name."""
    return sum(map_ways.strikes(arrow.points, [label(node)]) for arrow in made.arrows for node in made.nodes)


def test_arrows_keep_clear_of_names() -> None:
    """Hardly an arrow runs through a name, even of a busy map; where there are few, none does."""
    assert struck(maps("many")[True]) == 0
    assert struck(maps("forty")[True]) <= len(maps("forty")[True].arrows) // 10


@pytest.mark.parametrize("name", LISTS)
def test_arrows_of_the_wide_map_run_level_or_upright(name: str) -> None:
    """As streets do; and they never turn where they could go on."""
    for arrow in maps(name)[True].arrows:
        steps = [(a[0] == b[0], a[1] == b[1]) for a, b in pairwise(arrow.points)]
        assert all(upright != level for upright, level in steps), arrow
        assert all(one != other for one, other in pairwise(steps)), arrow


def test_headings_of_the_wide_map_lean_only_where_they_must() -> None:
    """Over broad lanes the name of a topic is set level, in lines that fit; over slim ones all lean, in one line."""

    def headings(topics: int) -> Map:
        known = [
            {"id": f"t{n}", "name": f"Long-windedness {n}", "description": "Some."} for n in range(topics)
        ]
        papers = [entry(f"p{n}", arxiv=f"2001.{n:05}", topics=[f"t{n}"]) for n in range(topics)]
        return map_drawing.draw(catalogue(*papers, topics=known))[True]

    broad, slim = headings(5), headings(20)
    assert not broad.leaning and slim.leaning
    lane = broad.lanes[1].x - broad.lanes[0].x
    assert all(len(line) * LETTER <= lane for one in broad.lanes for line in one.lines)
    assert all(len(one.lines) == 1 for one in slim.lanes) and slim.top > broad.top


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
    assert map_drawing.draw(long) == ()
    page = next(output.content for output in site.files(site.Edition(long)) if output.uri == "map.md")
    assert "<svg" not in page and "[Paper 1](papers/p1.md)" in page
