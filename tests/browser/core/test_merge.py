"""Two states of a reader become one."""

from __future__ import annotations

from typing import Any

import pytest
from reader_state import DAYS, Run, entry, mark, progress

MERGED = {
    "only mine": (entry(), None, entry()),
    "only theirs": (None, entry(), entry()),
    "newer mark": (entry(DAYS[0], DAYS[0]), entry(DAYS[1], DAYS[1]), entry(DAYS[1], DAYS[1])),
    "newer unmarked": (entry(DAYS[0], DAYS[0]), entry(DAYS[1]), entry(DAYS[1])),
    "older unmarked": (entry(DAYS[1], DAYS[1]), entry(DAYS[0]), entry(DAYS[1], DAYS[1])),
    "read at the same time": (entry(DAYS[0]), entry(DAYS[0], DAYS[0]), entry(DAYS[0], DAYS[0])),
    "two notes": (
        entry(DAYS[0], note="old"),
        entry(DAYS[1], note="new"),
        entry(DAYS[1], note="new\n---\nold"),
    ),
    "two notes, mine newer": (
        entry(DAYS[1], note="new"),
        entry(DAYS[0], note="the old"),
        entry(DAYS[1], note="new\n---\nthe old"),
    ),
    "the same note": (entry(DAYS[0], note="x"), entry(DAYS[1], note="x"), entry(DAYS[1], note="x")),
    "newer contains": (entry(DAYS[0], note="x"), entry(DAYS[1], note="x y"), entry(DAYS[1], note="x y")),
    "older contains": (entry(DAYS[0], note="x y"), entry(DAYS[1], note="y"), entry(DAYS[1], note="x y")),
    "newer without note": (
        entry(DAYS[0], note="x"),
        entry(DAYS[1], DAYS[1]),
        entry(DAYS[1], DAYS[1], "x"),
    ),
}


@pytest.mark.parametrize(("mine", "theirs", "both"), MERGED.values(), ids=MERGED.keys())
def test_two_states_become_one(run: Run, mine: Any, theirs: Any, both: Any) -> None:
    """Of a paper in both states the newer mark holds and no note is lost."""
    states = [{"a": paper} if paper else {} for paper in (mine, theirs)]
    script = "const [a, b] = arg.map(papers => state(papers)); return plain(merge(a, b)).papers.a"
    assert run(script, states) == both


GUIDES = {
    "one each": ({"x": mark(DAYS[0])}, {"y": mark(DAYS[1])}, {"x": mark(DAYS[0]), "y": mark(DAYS[1])}),
    "newer tick": ({"x": mark(DAYS[0], False)}, {"x": mark(DAYS[1])}, {"x": mark(DAYS[1])}),
    "newer untick": ({"x": mark(DAYS[1], False)}, {"x": mark(DAYS[0])}, {"x": mark(DAYS[1], False)}),
}


@pytest.mark.parametrize(("mine", "theirs", "both"), GUIDES.values(), ids=GUIDES.keys())
def test_two_guides_become_one(run: Run, mine: Any, theirs: Any, both: Any) -> None:
    """Line by line the newer mark holds, whichever of the two papers was ticked later, and either way round."""
    script = """const [a, b] = arg.map(a => state({a}))
        return [merge(a, b), merge(b, a)].map(one => plain(one).papers.a.guide)"""
    assert run(script, [entry(DAYS[1], guide=mine), entry(DAYS[0], guide=theirs)]) == [both, both]


def test_a_note_does_not_undo_a_tick_made_elsewhere(run: Run) -> None:
    """A paper ticked on one machine, and noted on another later on, is read and has its note."""
    script = """const here = setNote(empty(), "a", "Draw it."), there = setRead(empty(), "a", arg, arg)
        return [merge(here, there), merge(there, here)].map(both => plain(both).papers.a)"""
    assert run(script, DAYS[0]) == [entry(DAYS[0], DAYS[0], "Draw it.")] * 2


@pytest.mark.parametrize(("mine", "theirs", "both"), [("", "b", "b"), ("a", "b", "a"), ("a", "", "a")])
def test_a_track_comes_along_where_none_is_followed(run: Run, mine: str, theirs: str, both: str) -> None:
    """A merge brings the track that is followed elsewhere, and leaves the one that is followed here."""
    script = "return merge(...arg.map(track => state({}, {track}))).track"
    assert run(script, [mine, theirs]) == both


def test_taking_an_import_back_leaves_its_track(run: Run) -> None:
    """The track that an import brought goes with it, and one that was chosen since stays."""
    script = """const [before, after, since] = ["", "a", "b"].map(track => state({}, {track}))
        return [after, since].map(now => takenBack(now, after, before).track)"""
    assert run(script) == ["", "b"]


def test_pace_and_keys_stay_mine(run: Run) -> None:
    """A merge brings papers, not settings."""
    merged = run(
        "return plain(merge(state({a: arg}, {pace: 1, keys: false}), state({b: arg}, {pace: 9})))", entry()
    )
    assert merged == progress({"a": entry(), "b": entry()}, pace=1, keys=False)


def test_merging_does_not_depend_on_order_or_number(run: Run) -> None:
    """For every two of many states: merging is the same both ways, twice as once, and with itself nothing."""
    papers = [
        entry(changed, read, note)
        for changed in DAYS[:2]
        for read in (None, DAYS[2], DAYS[3])
        for note in ("", "x", "y", "x y", "y\n---\nx")
    ]
    broken = run(
        """const states = [state(), state({b: arg[0]}), ...arg.map(a => state({a}))], same = serialize
        const laws = {
            "changes neither": (a, b) => { const was = same(a) + same(b); merge(a, b); return same(a) + same(b) === was },
            "twice as once": (a, b) => same(merge(merge(a, b), b)) === same(merge(a, b)),
            "both ways": (a, b) => same(merge(a, b)) === same(merge(b, a)),
            "with itself": a => same(merge(a, a)) === same(a),
        }
        return states.flatMap(a => states.flatMap(b =>
            Object.keys(laws).filter(law => !laws[law](a, b)).map(law => law + same(a) + same(b))))""",
        papers,
    )
    assert broken == []


RENAMED = {
    "moved": ({"old": entry(note="x")}, {"new": entry(note="x")}),
    "joined": (
        {"new": entry(DAYS[1], note="y"), "old": entry(DAYS[0], DAYS[0], "x")},
        {"new": entry(DAYS[1], note="y\n---\nx")},
    ),
    "joined the other way": (
        {"old": entry(DAYS[1], DAYS[1]), "new": entry(DAYS[0], note="y")},
        {"new": entry(DAYS[1], DAYS[1], "y")},
    ),
    "three in one": (
        {"older": entry(DAYS[2], DAYS[2]), "old": entry(DAYS[1], note="x"), "new": entry(DAYS[0])},
        {"new": entry(DAYS[2], DAYS[2], "x")},
    ),
    "left the list": ({"gone": entry(note="x")}, {"gone": entry(note="x")}),
    "too long to join": (
        {"new": entry(note="x" * 15_000), "old": entry(note="y" * 15_000), "older": entry(DAYS[1], DAYS[1])},
        {"new": entry(DAYS[1], DAYS[1], "x" * 15_000), "old": entry(note="y" * 15_000)},
    ),
}


@pytest.mark.parametrize(("before", "after"), RENAMED.values(), ids=RENAMED.keys())
def test_former_ids_become_todays(run: Run, before: Any, after: Any) -> None:
    """A former id is merged into today's, any other stays, and no note is ever cut."""
    unchanged, got = run(
        """const given = state(arg), before = serialize(given)
        const got = renamed(given, new Map([["old", "new"], ["older", "new"]]))
        return [before === serialize(given), plain(parse(serialize(got))).papers]""",
        before,
    )
    assert got == after
    assert unchanged
