"""Changes of a reader's state, and taking them back."""

from __future__ import annotations

from typing import Any

import pytest
from reader_state import DAYS, Run, entry, progress

CHANGES = {
    "setRead(old, 'a', '2026-11-02T00:00:00.000Z', NOW)": {"a": ["2026-11-02T00:00:00.000Z", "x"]},
    "setRead(old, 'a', null, NOW)": {"a": [None, "x"]},
    "setPart(old, 'a', 'x', NOW, NOW)": {"a": [DAYS[0], "x"]},
    "setPart(old, 'b', 'x', NOW, NOW)": {"a": [DAYS[0], "x"], "b": [None, ""]},
    "setRead(old, 'b', NOW, NOW)": {"a": [DAYS[0], "x"], "b": ["2026-11-24T10:00:00.000Z", ""]},
    "setNote(old, 'a', 'y')": {"a": [DAYS[0], "y"]},
    "setNote(old, 'b', 'y')": {"a": [DAYS[0], "x"], "b": [None, "y"]},
    "setPace(old, 7)": {"a": [DAYS[0], "x"]},
    "setKeys(old, false)": {"a": [DAYS[0], "x"]},
    "setTrack(old, 'weekend')": {"a": [DAYS[0], "x"]},
}


@pytest.mark.parametrize(("change", "papers"), CHANGES.items())
def test_a_change_gives_a_new_state(run: Run, change: str, papers: dict[str, Any]) -> None:
    """A change touches its own part, dates a tick, and leaves the state that it was given alone."""
    before, after, new = run(
        f"""const old = state(arg), before = serialize(old), changed = {change}
        return [before === serialize(old), plain(changed), changed !== old]""",
        {"a": entry(read=DAYS[0], note="x")},
    )
    assert before
    assert new
    assert {id: [paper["read"], paper["note"]] for id, paper in after["papers"].items()} == papers
    ticked = change[14] if "setRead" in change else ""
    for id, paper in after["papers"].items():
        before_any_tick = DAYS[0] if id == "a" else "1970-01-01T00:00:00.000Z"
        assert paper["changed"] == ("2026-11-24T10:00:00.000Z" if id == ticked else before_any_tick)
    assert after["pace"] == (7 if "Pace" in change else 3)
    assert after["keys"] is ("Keys" not in change)
    assert after["track"] == ("weekend" if "Track" in change else "")


# Taking back


TAKEN_BACK = {
    "a reset": ({"a": entry(read=DAYS[0])}, {}, {}, {"a": entry(read=DAYS[0])}),
    "an import": ({}, {"a": entry(read=DAYS[0])}, {"a": entry(read=DAYS[0])}, {}),
    "an import over one's own": (
        {"a": entry(DAYS[0])},
        {"a": entry(DAYS[1], DAYS[1])},
        {"a": entry(DAYS[1], DAYS[1])},
        {"a": entry(DAYS[0])},
    ),
    "with another ticked since": (
        {"a": entry(read=DAYS[0])},
        {},
        {"b": entry(DAYS[1], DAYS[1])},
        {"a": entry(read=DAYS[0]), "b": entry(DAYS[1], DAYS[1])},
    ),
    "with the same noted since": (
        {"a": entry(read=DAYS[0], note="old")},
        {},
        {"a": entry(note="new")},
        {"a": entry(read=DAYS[0], note="old\n---\nnew")},
    ),
    "an import, noted since": (
        {},
        {"a": entry(read=DAYS[0])},
        {"a": entry(read=DAYS[0], note="new")},
        {"a": entry(read=DAYS[0], note="new")},
    ),
}


@pytest.mark.parametrize(("before", "after", "now", "wanted"), TAKEN_BACK.values(), ids=TAKEN_BACK.keys())
def test_a_change_is_taken_back(run: Run, before: Any, after: Any, now: Any, wanted: Any) -> None:
    """What the change did is undone, and what was done since is not."""
    script = """const [before, after, now] = arg.map(papers => state(papers, {pace: 5}))
        return plain(takenBack({...now, pace: 1}, after, before))"""
    assert run(script, [before, after, now]) == progress(wanted, pace=1)
