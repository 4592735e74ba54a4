"""Rules on the parts of an entry that teach: minutes add up, results and sources say where they are from."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.checks.lenient import Reading, Value
from readinglist.model.teaching import HURRIED
from readinglist.problems import Problem


def minutes(reading: Reading) -> Iterator[Problem]:
    """What a guide has read and skimmed adds up to the paper's minutes."""
    for paper in reading.papers:
        minutes, guide = paper["minutes"], paper["guide"]
        total = _total(guide["read"], guide["skim"]) if any(guide["read"]) else None
        if minutes.number and total and total != minutes.number:
            yield minutes.problem(
                f"what the guide has read and skimmed adds up to {total} minutes, not {minutes.number}",
                f"Write minutes: {total}, or change the minutes of the parts",
            )


def hurried(reading: Reading) -> Iterator[Problem]:
    """The hurried path takes just the minutes that it has."""
    for paper in reading.papers:
        stretches = paper["guide"]["hurried"]
        total = _total(stretches)
        if total and total != HURRIED:
            yield stretches.problem(
                f"the hurried path adds up to {total} minutes, not {HURRIED}",
                f"Change the minutes so that their sum is {HURRIED}",
            )


def _total(*lists: Value) -> int | None:
    """The minutes of every stretch in total; none where some are not known."""
    found = [stretch["minutes"].number for stretches in lists for stretch in stretches]
    unread = any(stretches.exists and not isinstance(stretches.data, list) for stretches in lists)
    return None if unread or None in found else sum(filter(None, found))


def dated(reading: Reading) -> Iterator[Problem]:
    """Results name their version where no guide does; that is one slip, reported at the first of them."""
    for paper in reading.papers:
        bare = [one for one in paper["results"] if one.is_mapping and not one["version"].exists]
        if bare and not paper["guide"].exists:
            message = "without a guide, each result names its arXiv version"
            yield bare[0].problem(message, "Write version: 1, or a guide")


def sources(reading: Reading) -> Iterator[Problem]:
    """A source has an arXiv id, or else an address."""
    for paper in reading.papers:
        for source in (source for revision in paper["aged"] for source in revision["sources"]):
            if source.is_mapping and source["arxiv"].exists == source["url"].exists:
                message = "a source has an arxiv id, or else a url"
                yield source.problem(message, 'Write {title: …, arxiv: "1711.05101"}')
