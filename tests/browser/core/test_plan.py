"""What to read next, and how long it will take."""

from __future__ import annotations

from typing import Any

import pytest
from reader_state import DAYS, Run, entry, mark
from readinglist.text.wording import duration

# a; b on a; c on a, b; d on e, which comes later; e; f on a, e and g, h, which come later; g; h
PLAN = {
    "papers": [
        {
            "id": id,
            "nickname": id.upper(),
            "minutes": 10,
            "prerequisites": [{"paper": p} for p in needs],
            "guide": [{"part": "One", "minutes": 7}, {"part": "Two", "minutes": 3}],
        }
        for id, needs in zip(
            ["constructor", *"bcdefgh"],
            [(), ("constructor",), ("b", "constructor"), "e", "", ("e", "h", "constructor", "g"), "", ""],
            strict=True,
        )
    ]
}
LATER = "its page says what to know until then."


@pytest.mark.parametrize(
    ("read", "paper", "why"),
    [
        ("", "constructor", "It needs nothing that comes before it."),
        ("bc", "constructor", "It needs nothing that comes before it."),
        ("A", "b", "You have read what it builds on: CONSTRUCTOR."),
        ("Ab", "c", "You have read what it builds on: CONSTRUCTOR and B."),
        ("Abc", "d", f"It needs nothing that comes before it. E, which it uses, comes later; {LATER}"),
        ("Abce", "d", "You have read what it builds on: E."),
        ("Abcd", "e", "It needs nothing that comes before it."),
        (
            "Abcde",
            "f",
            f"You have read what it builds on: CONSTRUCTOR and E. G and H, which it also uses, come later; {LATER}",
        ),
        (
            "Abcdeh",
            "f",
            f"You have read what it builds on: CONSTRUCTOR, E and H. G, which it also uses, comes later; {LATER}",
        ),
        ("Abcdefgh", None, None),
    ],
)
def test_the_next_paper_is_reported_with_why(run: Run, read: str, paper: str | None, why: str | None) -> None:
    """The first unread paper in the order comes next, with what it builds on and what comes later."""
    script = """const next = plan.next(arg.plan, state(arg.read))
    return next === null ? null : [next.paper.id, next.why]"""
    marked = {"constructor" if id == "A" else id: entry(read=DAYS[0]) for id in read}
    noted = {"zzz": entry(read=DAYS[0]), **({} if "A" in read else {"constructor": entry(note="x")})}
    assert run(script, {"plan": PLAN, "read": noted | marked}) == (paper and [paper, why])


UNMET = "the page of the tracks says what to know."


@pytest.mark.parametrize(
    ("read", "paper", "why"),
    [
        ("", "f", f"CONSTRUCTOR, E, G and H, which it uses, you have not read; {UNMET}"),
        (
            "eg",
            "f",
            f"You have read what it builds on: E and G. CONSTRUCTOR and H, which it also uses, you have not read; {UNMET}",
        ),
        ("f", "e", "It needs nothing that comes before it."),
        ("fe", None, None),
    ],
)
def test_the_next_paper_of_a_track(run: Run, read: str, paper: str | None, why: str | None) -> None:
    """On a track its own order counts, and what it leaves out is reported as not read."""
    script = """const way = ["f", "e"].map(id => arg.plan.papers.find(paper => paper.id === id))
    const next = plan.next(arg.plan, state(arg.read), way)
    return next === null ? null : [next.paper.id, next.why]"""
    marked = {id: entry(read=DAYS[0]) for id in read}
    assert run(script, {"plan": PLAN, "read": marked}) == (paper and [paper, why])


@pytest.mark.parametrize(
    ("papers", "said"),
    [
        ({}, [0, 8, 0, 80]),
        ({"b": entry(), "c": entry(read=DAYS[0])}, [1, 8, 10, 70]),
        ({"b": entry(guide={"One": mark(DAYS[0])})}, [0, 8, 7, 73]),
        ({"b": entry(read=DAYS[0], guide={"One": mark(DAYS[0])})}, [1, 8, 10, 70]),
        ({"b": entry(guide={"One": mark(DAYS[0], False), "Gone": mark(DAYS[0])})}, [0, 8, 0, 80]),
        ({id: entry(read=DAYS[0]) for id in ("constructor", *"bcdefgh", "gone")}, [8, 8, 80, 0]),
    ],
)
def test_progress_counts_the_papers_of_the_list(run: Run, papers: Any, said: list[int]) -> None:
    """Read and total papers and minutes are those of the list, whatever else the state holds."""
    script = "return plan.progress(arg.plan, state(arg.papers))"
    names = ["read", "total", "minutesRead", "minutesLeft"]
    assert run(script, {"plan": PLAN, "papers": papers}) == dict(zip(names, said, strict=True))


@pytest.mark.parametrize(
    ("papers", "on"),
    [
        ({}, None),
        ({"b": entry(guide={"Two": mark(DAYS[0])})}, ["b", "One"]),
        ({"b": entry(guide={"One": mark(DAYS[0])}), "c": entry(guide={"One": mark(DAYS[1])})}, ["c", "Two"]),
        ({"b": entry(guide={"One": mark(DAYS[0]), "Two": mark(DAYS[0])})}, None),
        ({"b": entry(read=DAYS[0], guide={"One": mark(DAYS[0])})}, None),
        ({"b": entry(guide={"One": mark(DAYS[0], False)})}, None),
        ({"gone": entry(guide={"One": mark(DAYS[0])})}, None),
    ],
)
def test_where_to_go_on(run: Run, papers: Any, on: Any) -> None:
    """In the unread paper whose guide was ticked last, its first line that is left; nowhere if none is begun."""
    script = """const on = plan.going(arg.plan.papers, state(arg.papers))
    return on && [on.paper.id, on.line.part]"""
    assert run(script, {"plan": PLAN, "papers": papers}) == on


@pytest.mark.parametrize(
    ("left", "pace", "day"),
    [
        (0, 3, None),
        (1, 7, "2026-11-25"),
        (3, 3, "2026-12-01"),
        (1, 3, "2026-11-27"),
        (18, 3, "2027-01-05"),
        (1, 0.25, "2026-12-22"),
        (1, 50, "2026-11-25"),
    ],
)
def test_the_end_is_a_day(run: Run, left: int, pace: float, day: str | None) -> None:
    """The papers left at the pace give a day, a part of a day counting whole, and none where all are read."""
    script = """const today = new Date("2026-11-24T23:30:00")
    const end = plan.finish(arg[0], arg[1], today), two = part => String(part).padStart(2, "0")
    if (today.getDate() !== 24) return "today has changed"
    return end && [end.getFullYear(), two(end.getMonth() + 1), two(end.getDate())].join("-")"""
    assert run(script, [left, pace]) == day


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (45, "45 min"),
        (60, "1 h"),
        (75, "1 h 15 min"),
        (120, "2 h"),
        (149, "2 h 29 min"),
        (150, "3 h"),
        (700, "12 h"),
    ],
)
def test_times_are_reported_shortly(run: Run, minutes: int, words: str) -> None:
    """A short time is reported to the minute, from two and a half hours in whole hours."""
    assert run("return plan.hours(arg)", minutes).replace("\u00a0", " ") == words


def test_the_time_of_a_paper_is_that_of_its_page(run: Run) -> None:
    """However long a paper is, home gives its minutes as the list below does."""
    times = [45, 120, 150, 195, 700]
    said = run("return arg.map(plan.duration)", times)
    assert [words.replace("\u00a0", " ") for words in said] == [*map(duration, times)]
