"""The map of the eighteen."""

from __future__ import annotations

from itertools import combinations

import pytest
from readinglist.model.edition import Edition
from readinglist.pages import map_drawing, map_ways


@pytest.fixture(scope="module")
def maps(edition: Edition) -> tuple[map_drawing.Map, ...]:
    """The narrow one and the wide one."""
    return map_drawing.draw(edition.catalogue)


@pytest.mark.parametrize("which", [0, 1], ids=["narrow", "wide"])
def test_their_arrows_cross_once_at_most(maps: tuple[map_drawing.Map, ...], which: int) -> None:
    """The order of the lanes and the ways between them leave at most one crossing."""
    made = maps[which]
    assert len(made.arrows) > 20
    ways = [arrow.points for arrow in made.arrows]
    assert sum(map_ways.crossings(one, [other]) for one, other in combinations(ways, 2)) <= 1


def test_no_arrow_of_theirs_runs_through_a_name(maps: tuple[map_drawing.Map, ...]) -> None:
    """On the wide map, where names stand among the arrows, all ways keep clear of them."""
    (wide,) = (made for made in maps if made.wide)
    names = [(node.begins, node.y - 7, node.ends, node.y + 7) for node in wide.nodes]
    assert [arrow for arrow in wide.arrows if map_ways.strikes(arrow.points, names)] == []
