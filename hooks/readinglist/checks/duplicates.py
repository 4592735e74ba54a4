"""Rules on what is listed once: no two papers share what identifies one, and no list repeats itself."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.checks.lenient import Reading, Value
from readinglist.problems import Problem, quoted
from readinglist.text.accents import comparable

_IDENTIFYING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("papers", "id")),
    ("arXiv id", ("papers", "arxiv")),
    ("title", ("papers", "title")),
    ("DOI", ("papers", "doi")),
    ("alias", ("papers", "aliases")),
    ("topic", ("topics", "id")),
    ("level", ("levels", "id")),
    ("track", ("tracks", "id")),
)
_WHOLE_ENTRIES = {"arXiv id", "title"}
"""Where two share these, one paper was entered twice."""


def unique(reading: Reading) -> Iterator[Problem]:
    """No two papers share an id, arXiv id, title, DOI or alias; no two words of a vocabulary share an id."""
    for noun, (key, *keys) in _IDENTIFYING:
        first: dict[str, Value] = {}
        for value in reading[key].texts(*keys):
            same = first.setdefault(comparable(value.text).casefold(), value)
            if same is not value:
                message = f"the {noun} {quoted(value.text)} is listed twice (line {same.line} has it too)"
                fix = "Delete one of the two entries" if noun in _WHOLE_ENTRIES else "Give each its own"
                yield value.problem(message, fix, notice=_compared(noun, same, value))


def _compared(noun: str, *values: Value) -> bool:
    """Whether it is arXiv itself that says so: now and then two papers have one title, or one DOI."""
    if noun not in {"title", "DOI"}:
        return False
    reading = values[0].reading
    arxivs = {reading.papers[int(value.path[1])]["arxiv"].text for value in values}
    return len(arxivs) > 1 and arxivs <= {*reading.record}


_LISTS = (
    ("topics",),
    ("categories",),
    ("prerequisites", "paper"),
    ("roots", "arxiv"),
    ("next", "arxiv"),
    ("elsewhere", "url"),
)


def unrepeated(reading: Reading) -> Iterator[Problem]:
    """No list within a paper names the same thing twice."""
    for paper in reading.papers:
        for keys in _LISTS:
            seen: set[str] = set()
            for value in paper.texts(*keys):
                if value.text in seen:
                    message = f"{quoted(value.text)} is listed twice in {keys[0]}"
                    yield value.problem(message, "Delete one of the two")
                seen.add(value.text)


def aliases(reading: Reading) -> Iterator[Problem]:
    """No former id is an id in use."""
    for alias in reading["papers"].texts("aliases"):
        if alias.text in reading.places:
            line = reading.papers[reading.places[alias.text]]["id"].line
            message = f"the alias {quoted(alias.text)} is the id on line {line}"
            yield alias.problem(message, "Delete the alias: an id in use cannot redirect")


def beyond(reading: Reading) -> Iterator[Problem]:
    """Where a paper came from and what came next, beyond the list, is not in it."""
    listed = {arxiv.text: arxiv for arxiv in reading["papers"].texts("arxiv")}
    for key, shown in (("roots", "what comes before"), ("next", "what a paper unlocks")):
        for arxiv in reading["papers"].texts(key, "arxiv"):
            if arxiv.text in listed:
                message = f"{quoted(arxiv.text)} is in this list (line {listed[arxiv.text].line})"
                fix = f"Delete it here: {shown} is shown by itself, and {key} is for papers beyond"
                yield arxiv.problem(message, fix)
