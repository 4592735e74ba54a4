"""Rules on days and versions: those of a paper agree with its arXiv id and with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readinglist.checks.lenient import Reading, Value
from readinglist.model.identifiers import arxiv_month, arxiv_order
from readinglist.problems import Problem, quoted


def month(reading: Reading) -> Iterator[Problem]:
    """`published` is in the month in which arXiv gave out the id; another is worth a look."""
    for paper in reading.papers:
        arxiv, published = paper["arxiv"], paper["published"]
        if arxiv.text and not arxiv.refused and (day := published.day):
            seen = reading.record.get(arxiv.text)
            given = arxiv_month(arxiv.text)
            if not _announced(day, *given) and not (seen and seen.published == day):
                yield published.problem(
                    f"{day} is not a day of the month that the arXiv id {quoted(arxiv.text)} was given out",
                    f"Write the date of version 1, often in {given[0]}-{given[1]:02}, or fix the id",
                    notice=True,
                )


def _announced(day: date, year: int, month: int) -> bool:
    # arXiv numbers a paper when it is announced: one of the last days may carry the next month.
    after = (day.year * 12 + day.month) - (year * 12 + month)
    return after == 0 or (after == -1 and day.day >= 25)


def year(reading: Reading) -> Iterator[Problem]:
    """`year` is that of `published`."""
    for paper in reading.papers:
        written, published = paper["year"].number, paper["published"].day
        if written is not None and published and written != published.year:
            yield paper["year"].problem(
                f"the year {written} is not that of version 1, which was published on {published}",
                f"Write year: {published.year}",
            )


def latest(reading: Reading) -> Iterator[Problem]:
    """The latest version is not older than the first, and of the same day where it is the first."""
    for paper in reading.papers:
        version, day = paper["latest"]["version"].number, paper["latest"]["date"]
        published = paper["published"].day
        if not (version and day.day and published):
            continue
        if version == 1 and day.day != published:
            message = f"version 1 is dated {day.day} here and {published} in published"
            yield day.problem(message, "Make them one date")
        elif day.day < published:
            message = f"version {version} of {day.day} is older than version 1 of {published}"
            yield day.problem(message, "Write the dates that arXiv says")


def sides(reading: Reading) -> Iterator[Problem]:
    """What a paper came from is older than its version 1, and what came next is younger."""
    for paper in reading.papers:
        own = paper["arxiv"]
        if not own.text or own.refused:
            continue
        for key, other, word in (("roots", "next", "younger"), ("next", "roots", "older")):
            for arxiv in paper.texts(key, "arxiv"):
                if not arxiv.refused and (_older(arxiv, own) if key == "next" else _older(own, arxiv)):
                    message = f"{quoted(arxiv.text)} in {key} is {word} than this paper, {quoted(own.text)}"
                    yield arxiv.problem(message, f"Move it to {other}")


def _older(first: Value, second: Value) -> bool:
    return arxiv_order(first.text) < arxiv_order(second.text)


def revised(reading: Reading) -> Iterator[Problem]:
    """A paper is not revised before it was added, and not without the day of that."""
    for paper in reading.papers:
        added, revised = paper["added"], paper["revised"]
        if revised.exists and not added.exists:
            yield revised.problem("revised without added", "Write added: the day it joined the list")
        elif added.day and revised.day and revised.day < added.day:
            message = f"revised on {revised.day}, before it was added on {added.day}"
            yield revised.problem(message, "Write the later day, or delete revised")


def named(reading: Reading) -> Iterator[Problem]:
    """No version that the guide or a result names is later than the latest."""
    for paper in reading.papers:
        newest = paper["latest"]["version"].number
        for version in _named(paper):
            if newest and version.number and version.number > newest:
                message = f"version {version.number} is later than the latest, {newest}"
                yield version.problem(message, f"Write version: {newest}, or fix latest")


def _named(paper: Value) -> Iterator[Value]:
    yield paper["guide"]["version"]
    yield from (result["version"] for result in paper["results"])
