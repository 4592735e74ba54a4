"""Tracks: an order computed from the prerequisites, and steps that say what they leave open."""

from __future__ import annotations

from typing import Any

import pytest
from builders import catalogue, entry, messages, source
from readinglist.model import routes

NEED = {"reason": "It builds on it."}


def dated(id: str, number: int, day: str, *needs: str, **keys: Any) -> dict[str, Any]:
    """A paper of a day, with prerequisites."""
    return entry(
        id,
        arxiv=f"{day[2:4]}{day[5:7]}.{number:05}",
        published=day,
        year=int(day[:4]),
        latest={"version": 1, "date": day},
        title=id,
        prerequisites=[{"paper": need} | NEED for need in needs] or None,
        **keys,
    )


FOUR = (
    dated("young", 1, "2020-01-10"),
    dated("old", 2, "2017-06-12"),
    dated("child", 3, "2018-01-10", "young", "old"),
    dated("twin", 4, "2017-06-12"),
)


def track(*steps: dict[str, Any], **keys: Any) -> list[dict[str, Any]]:
    """One track by hand."""
    return [{"id": "short", "name": "Short", "description": "Short.", "steps": [*steps]} | keys]


def step(paper: str, *without: str) -> dict[str, Any]:
    """A step that leaves some prerequisites open."""
    return {"paper": paper, "reason": "Because."} | ({"without": [*without]} if without else {})


def test_by_prerequisites_is_topological_and_the_oldest_first() -> None:
    """Each paper stands after all it needs; among the rest date decides, and in one day the list's order."""
    order = routes.by_prerequisites(catalogue(*FOUR))
    assert [paper.id for paper in order] == ["old", "twin", "young", "child"]


def test_an_older_paper_waits_for_a_younger_prerequisite() -> None:
    """Need goes before date."""
    papers = (dated("new", 1, "2021-02-10"), dated("ancient", 2, "2015-12-22", "new"))
    assert [paper.id for paper in routes.by_prerequisites(catalogue(*papers))] == ["new", "ancient"]


def test_stops_tell_what_is_behind_and_what_is_missing() -> None:
    """A prerequisite is behind the reader, later on the track, or not on it; a primer is reported once."""
    made = catalogue(
        *FOUR,
        dated("grandchild", 5, "2021-01-10", "child", "old"),
        dated("other", 6, "2021-01-11", "old", one_sentence="Another."),
        tracks=track(
            step("young"), step("child", "old"), step("grandchild", "old"), step("old"), step("other")
        ),
    )
    stops = routes.stops(made, made.tracks[0])
    assert [[paper.id for paper in stop.after] for stop in stops] == [[], ["young"], ["child"], [], ["old"]]
    missing = [[(gap.paper.id, gap.primer, gap.later) for gap in stop.missing] for stop in stops]
    primer = "What there is to know about old."
    assert missing == [[], [("old", primer, True)], [("old", "", True)], [], []]
    assert routes.minutes(stops) == 300


def test_the_primer_is_the_shortest_that_there_is() -> None:
    """What stands for a missing prerequisite: its `meanwhile`, else its one sentence, else its annotation."""
    edge = {"paper": "b", "reason": "R.", "meanwhile": "For now."}
    papers = (
        entry("a", 1, prerequisites=[edge]),
        entry("b", 2, prerequisites=[{"paper": "c", "reason": "R.", "meanwhile": "Till c."}]),
        entry("c", 3, one_sentence="In a sentence."),
        entry("d", 4, prerequisites=[{"paper": "c", "reason": "R."}]),
    )
    made = catalogue(*papers, tracks=track(step("a", "b"), step("d", "c")))
    assert [stop.missing[0].primer for stop in routes.stops(made, made.tracks[0])] == [
        "For now.",
        "In a sentence.",
    ]


WRONG = [
    (track(step("child", "old")), "'young', a prerequisite of 'child', is not on this track. Move the step"),
    (
        track(step("child", "old"), step("young")),
        "'young', a prerequisite of 'child', comes later on this track. Move the step, or write without: "
        "[young, old]",
    ),
    (
        track(step("old"), step("young", "old")),
        "without names 'old', which is no open prerequisite of 'young'",
    ),
    (track(step("old", "child")), "without names 'child', which is no open prerequisite of 'old' here"),
    (track(step("old"), step("old")), "'old' is listed twice on this track. Delete one of the two."),
    (track(step("odl")), "'odl' is not a paper of this list. Did you mean 'old'?"),
    (
        track(step("odl"), step("young"), step("child")),
        "'odl' is not a paper of this list. Did you mean 'old'?",
    ),
    (track(step("former")), "'former' is not a paper of this list. Write twin."),
    (track(step("child", "old", "yuong")), "'yuong' is not a paper of this list. Did you mean 'young'?"),
    (track(step("old"), order="prerequisites"), "a track has steps, or else an order. Write steps, or order"),
    (track(), "a track has steps, or else an order. Write steps, or order: prerequisites."),
    (track(step("old")) + track(step("old")), "the track 'short' is listed twice"),
]


@pytest.mark.parametrize(("made", "said"), WRONG, ids=[said[:50] for _, said in WRONG])
def test_a_track_that_does_not_hold_is_reported(made: list[dict[str, Any]], said: str) -> None:
    """One message for a step before its prerequisite, one that says too much, and one that is unknown."""
    papers = (*FOUR[:3], FOUR[3] | {"aliases": ["former"]})
    [problem] = messages(source(*papers, tracks=made))
    assert problem.split(": ", 1)[1].startswith(said)


def test_a_track_that_says_what_it_leaves_open_is_sound() -> None:
    """Steps in order need no word, others name exactly what is missing."""
    whole = track(step("old"), step("young"), step("child"), step("twin"))
    assert messages(source(*FOUR, tracks=whole)) == []
    assert messages(source(*FOUR, tracks=track(step("child", "old", "young"), step("old")))) == []
