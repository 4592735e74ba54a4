"""The line of a track on the map: along arrows where there are some, and clear of other discs."""

from __future__ import annotations

import re

from readinglist.pages.map_tracks import line
from readinglist.pages.map_ways import Arrow

AT = {"a": (100.0, 100.0), "b": (100.0, 200.0), "c": (100.0, 300.0), "d": (220.0, 300.0)}
ARROW = Arrow("a", "b", ((100, 110), (100, 187)))


def test_it_follows_the_arrows_of_its_steps_and_bridges_what_has_none() -> None:
    """A step with an arrow runs along that; one without is a bow from disc to disc; one paper alone has no line."""
    path = line(["a", "b", "d"], AT, [ARROW])
    assert path.startswith(ARROW.path)
    assert re.fullmatch(r"M100 200Q\S+ \S+ 220 300", path.removeprefix(ARROW.path))
    assert line(["a"], AT, [ARROW]) == ""
    assert line(["b", "a"], AT, [ARROW]) != ARROW.path  # an arrow is followed only in its direction


def test_a_bow_keeps_clear_of_the_discs_between() -> None:
    """From a disc to one further down its lane it swings aside, to the other side where something is in the way."""
    assert middle(line(["a", "c"], AT, [])) > 18
    beside = {**AT, "e": (100 + middle(line(["a", "c"], AT, [])), 200.0)}
    assert middle(line(["a", "c"], beside, [])) < -18


def middle(path: str) -> float:
    """How far to the right of its ends' lane a bow is halfway."""
    (bend,) = re.findall(r"Q(\S+)", path)
    return (float(bend) - 100) / 2
