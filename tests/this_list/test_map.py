"""The map of the eighteen."""

from __future__ import annotations

from itertools import combinations

from project import ROOT
from readinglist import site
from readinglist.pages import map_drawing, map_ways


def test_their_arrows_cross_once_at_most() -> None:
    """The order of the lanes and the ways between them leave at most one crossing."""
    made = map_drawing.draw(site.load(ROOT / "papers.yaml").catalogue)
    assert made is not None and len(made.arrows) > 20
    ways = [arrow.points for arrow in made.arrows]
    assert sum(map_ways.crossings(one, [other]) for one, other in combinations(ways, 2)) <= 1
