"""Identity without network: entries against what arXiv said at the last sync.

A link that works but leads to the wrong paper shows neither in its form nor in a status code; it shows
here, as a title under another id or an id with another title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readinglist.arxiv.snapshot import Seen
from readinglist.checks.lenient import Reading, Value
from readinglist.problems import Problem, quoted
from readinglist.source.scalars import scalar
from readinglist.text.accents import comparable


def agrees(reading: Reading) -> Iterator[Problem]:
    """No entry contradicts the record of the last sync; one that it does not know is a notice."""
    titles = {_folded(seen.title): arxiv for arxiv, seen in reading.record.items()}
    for paper in reading.papers if reading.record else ():
        if paper["arxiv"].text and not paper["arxiv"].refused and paper["title"].text:
            yield from _of_entry(paper, reading.record, titles)


def _of_entry(paper: Value, record: Mapping[str, Seen], titles: Mapping[str, str]) -> Iterator[Problem]:
    arxiv, title = paper["arxiv"], paper["title"].text
    other, seen = titles.get(_folded(title)), record.get(arxiv.text)
    # Two papers may well have one title.
    if other and other != arxiv.text and not (seen and _folded(seen.title) == _folded(title)):
        message = f"{quoted(title)} is the title of arXiv {other}, not of {arxiv.text}"
        yield arxiv.problem(message, f'Write arxiv: "{other}", or the title that belongs to the id')
    elif seen:
        departed = {departure.text for departure in paper.texts("departures", "key")}
        for key, compare in _COMPARED.items():
            if key not in departed:
                yield from compare(paper, seen)
    else:
        message = f"arXiv {arxiv.text} is new since the last sync, so nothing was compared"
        yield arxiv.problem(message, "Run scripts/sync_arxiv.py", notice=True)


def _since(paper: Value) -> str:
    return f"(arXiv {paper['arxiv'].text} at the last sync)"


def _title(paper: Value, seen: Seen) -> Iterator[Problem]:
    title = paper["title"]
    if comparable(title.text) != comparable(seen.title):
        message = f"title {quoted(title.text)} is not that of the paper {_since(paper)}"
        yield title.problem(message, f"Write title: {scalar(seen.title)}, or fix the id")


def _authors(paper: Value, seen: Seen) -> Iterator[Problem]:
    count = len([*paper["authors"]])
    if count and count != seen.authors:
        message = f"{count} authors, where there are {seen.authors} {_since(paper)}"
        yield paper["authors"].problem(message, "Write every author, in the paper's order")


def _published(paper: Value, seen: Seen) -> Iterator[Problem]:
    published = paper["published"]
    if published.day not in {None, seen.published}:
        message = f"published {quoted(published.day)} is not that of the paper {_since(paper)}"
        yield published.problem(message, f'Write published: "{seen.published}", or fix the id')


def _latest(paper: Value, seen: Seen) -> Iterator[Problem]:
    version, day = paper["latest"]["version"].number, paper["latest"]["date"].day
    if version and day and (version, day) != (seen.version, seen.updated):
        message = f"the latest version is not v{version} of {day} {_since(paper)}"
        fix = (
            f'Write latest: {{version: {seen.version}, date: "{seen.updated}"}}, or run scripts/sync_arxiv.py'
        )
        yield paper["latest"].problem(message, fix)


_COMPARED = {"title": _title, "authors": _authors, "published": _published, "latest": _latest}
"""What is compared by the key that a departure names."""


def _folded(title: str) -> str:
    return comparable(title).casefold()
