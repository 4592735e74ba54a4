"""The parts of an entry that teach hold together: minutes add up, results have a place, sources an address."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from builders import TEACHING, catalogue, entry, messages, source


def wrong(change: str, **keys: Any) -> list[str]:
    """The messages for a whole paper in which one key, given by its path, was changed."""
    *path, last = change.split(".")
    paper = entry("first", **copy.deepcopy(TEACHING), **keys)
    node: Any = paper
    for step in path:
        node = node[int(step) if step.isdigit() else step]
    value = VALUES[change]
    if value is None:
        del node[last]
    else:
        node[int(last) if last.isdigit() else last] = value
    return [message.split(": ", 1)[1] for message in messages(source(paper))]


VALUES: dict[str, Any] = {
    "minutes": 65,
    "guide.hurried.0.minutes": 6,
    "guide.version": 3,
    "guide.read": [],
    "guide.skim.0.minutes": None,
    "results.0.version": 3,
    "results.0.where": None,
    "results": TEACHING["results"][:3],
    "guide": None,
    "questions": TEACHING["questions"] * 2,
    "questions.0.answer": "",
    "next": TEACHING["next"][:1],
    "aged.0.verdict": "refuted",
    "aged.0.sources": [],
    "aged.0.sources.0.url": "https://example.org",
    "aged.0.sources.1.url": None,
    "elsewhere.0.kind": "video",
    "one_sentence": "long " * 70,
}

SAID = {
    "minutes": "what the guide has read and skimmed adds up to 60 minutes, not 65. Write minutes: 60, or",
    "guide.hurried.0.minutes": "the hurried path adds up to 16 minutes, not 15. Change the minutes",
    "guide.version": "version 3 is later than the latest, 2. Write version: 2, or fix latest",
    "guide.read": "'read' is an empty list. Write for example read: ",
    "guide.skim.0.minutes": "the key 'minutes' is missing. Write for example minutes: 20",
    "results.0.version": "version 3 is later than the latest, 2.",
    "results.0.where": "the key 'where' is missing. Write for example where: \"Table 2; section 6.1\"",
    "results": "'results' has 3 items, and needs at least 4.",
    "guide": "without a guide, each result names its arXiv version. Write version: 1, or a guide",
    "questions": "'questions' has more than 6 items.",
    "questions.0.answer": "the text is empty. Write it, or delete the key",
    "next": "'next' has 1 item, and needs at least 3.",
    "aged.0.verdict": "'refuted' is not one of 'superseded', 'corrected', 'contested' or 'confirmed'.",
    "aged.0.sources": "'sources' is an empty list.",
    "aged.0.sources.0.url": "a source has an arxiv id, or else a url.",
    "aged.0.sources.1.url": "a source has an arxiv id, or else a url.",
    "elsewhere.0.kind": "'video' is not one of 'code', 'explanation', 'talk' or 'announcement'.",
    "one_sentence": "'one_sentence' has more than 300 characters.",
}


def test_a_whole_entry_is_sound() -> None:
    """All parts together pass, and the guide says their minutes."""
    paper = catalogue(entry("first", **TEACHING)).papers[0]
    assert paper.guide is not None
    assert paper.guide.minutes == paper.minutes == 60


@pytest.mark.parametrize("change", VALUES)
def test_each_slip_is_reported(change: str) -> None:
    """A part that does not hold together gives one message, with what to write."""
    found = wrong(change)
    assert [message[: len(SAID[change])] for message in found] == [SAID[change]]


def test_a_short_list_with_a_bad_item_is_reported_for_the_item_alone() -> None:
    """Four results of which one is broken are enough; the broken one is what is reported."""
    results = copy.deepcopy(TEACHING["results"])
    results[1]["claim"] = 7
    [problem] = messages(source(entry("first", **TEACHING | {"results": results})))
    assert "'claim' must be text, not '7'" in problem


def test_older_works_are_roots_and_younger_ones_came_next() -> None:
    """A work on the wrong side of version 1 is reported, with the key that it belongs under."""
    further = copy.deepcopy(TEACHING["next"])
    further[1]["arxiv"] = "1705.00001"
    roots = [further[0] | {"arxiv": "1706.00002"}, further[0] | {"arxiv": "cs/9901001"}]
    found = messages(source(entry("first", **TEACHING | {"next": further, "roots": roots})))
    said = [problem.partition(": ")[2] for problem in found]
    assert sorted(said) == [
        "'1705.00001' in next is older than this paper, '1706.00001'. Move it to roots.",
        "'1706.00002' in roots is younger than this paper, '1706.00001'. Move it to next.",
    ]


def test_what_came_next_is_beyond_the_list_and_named_once() -> None:
    """A paper of the list among what came next is reported with its line, and so is one that is listed twice."""
    further = copy.deepcopy(TEACHING["next"])
    further[1]["arxiv"], further[2]["arxiv"] = "1706.00002", further[0]["arxiv"]
    found = messages(source(entry("first", **TEACHING | {"next": further}), entry("second", 2)))
    assert len(found) == 2
    assert any("'1706.00002' is in this list (line" in problem for problem in found)
    assert any("'2101.00001' is listed twice in next" in problem for problem in found)
