"""The order of keys means nothing: whatever it is, the same problems are reported, each at its own line."""

from __future__ import annotations

import copy
import json
import random
import re
from typing import Any

from builders import HEAD, TEACHING, entry, problems
from hypothesis import given, settings
from hypothesis import strategies as st
from readinglist.text.unfinished import TO_WRITE


def wrong() -> dict[str, Any]:
    """A catalogue with most of the mistakes that take two values to see, and some that take one."""
    taught = copy.deepcopy(TEACHING)
    taught["guide"] |= {"version": 97, "hurried": [{"part": "All", "minutes": 20, "why": "x"}]}
    taught["results"][0]["version"], taught["results"][2]["version"] = 99, 98
    taught["results"][1]["version"] = "1"
    taught["aged"][0]["sources"] += [{"title": "Neither"}, {"title": "x", "arxv": "1904.09237"}]
    ahead = {"paper": "second", "reason": "x"}
    papers = [
        entry("first", **taught | {"minutes": 65, "year": 2016, "level": "esay", "prerequisites": [ahead]}),
        entry("second", 2, published="2017-09-12", prerequisites=[{"paper": "first", "reason": "x"}] * 2),
        entry("third", 2, latest={"version": 1, "date": "2017-06-13"}, minutes=61, aliases=["first"]),
        entry("fourth", 4, **taught | {"guide": None, "latest": {"version": 0, "date": "2017-06-10"}}),
        entry(
            "fifth",
            5,
            latest={"version": 3, "date": "2017-06-10"},
            annotation=f"{TO_WRITE['annotation']} <b>",
            topic=["x"],
        ),
    ]
    steps = [{"paper": "third", "reason": "x", "without": ["first"]}, {"paper": "frist", "reason": "x"}]
    tracks = [{"id": "both", "name": "Both", "description": "x", "order": "prerequisites", "steps": steps}]
    return HEAD | {"papers": papers, "tracks": tracks}


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same data with the keys of every mapping in another order."""
    if isinstance(value, list):
        return [shuffled(item, chance) for item in value]
    if not isinstance(value, dict):
        return value
    keys = chance.sample(list(value), len(value))
    return {key: shuffled(value[key], chance) for key in keys}


def said(data: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Path, text and line of every problem, the line by what is written on it."""
    text = json.dumps(data, indent=1)
    lines = [line.strip().rstrip(",") for line in text.split("\n")]
    found = [
        (p.path, re.sub(r"line \d+", "line …", p.text), lines[p.line - 1]) for p in problems(text.encode())
    ]
    return sorted(found)


EXPECTED = said(wrong())


def test_each_is_reported_at_its_own_line() -> None:
    """Values in lists and in mappings are found, not what holds them."""
    at = {(path, line) for path, _, line in EXPECTED}
    assert {
        ("papers[0].guide.version", '"version": 97'),
        ("papers[0].results[0].version", '"version": 99'),
        ("papers[0].results[1].version", '"version": "1"'),
        ("papers[0].results[2].version", '"version": 98'),
        ("papers[0].minutes", '"minutes": 65'),
        ("papers[0].year", '"year": 2016'),
        ("papers[2].latest.date", '"date": "2017-06-13"'),
    } <= at
    assert len(EXPECTED) == 29


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_the_order_of_keys_means_nothing(seed: int) -> None:
    """However the keys of every mapping are ordered, the same problems are reported at the lines they moved to."""
    assert said(shuffled(wrong(), random.Random(seed))) == EXPECTED
