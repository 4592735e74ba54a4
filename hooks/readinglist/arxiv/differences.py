"""Where an entry and arXiv differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from readinglist.arxiv.record import Record
from readinglist.model.paper import Departure, Paper
from readinglist.problems import Path, quoted
from readinglist.source.editing import pairs
from readinglist.text.accents import comparable


@dataclass(frozen=True)
class Difference:
    """One value of an entry that is another on arXiv; None stands for a value that is not there.

    `path` is within the entry; an author to insert has the place before which to insert it. `also` are
    other ways to write arXiv's value in a departure; `group` is said of an author whom arXiv marks as one.
    """

    key: str
    path: Path
    ours: str | None
    arxiv: str | None
    also: tuple[str, ...] = ()
    group: bool = False

    @property
    def text(self) -> str:
        """Both values in a sentence."""
        if self.key == "withdrawn":
            return "arXiv says that the paper is withdrawn"
        ours, theirs = (
            "missing" if value is None else quoted(value, 400) for value in (self.ours, self.arxiv)
        )
        return f"{self.key}: {ours} here, {theirs} on arXiv"


def differences(paper: Paper, record: Record) -> Iterator[Difference]:
    """Every value that is another on arXiv, except where the entry departs on purpose.

    What arXiv does not have (a DOI, a journal reference) contradicts nothing.
    """
    every = (_plain, _authors, _categories, _withdrawn)
    for found in (one for kind in every for one in kind(paper, record)):
        if not any(_covers(departure, found) for departure in paper.departures):
            yield found


def _withdrawn(_: Paper, record: Record) -> Iterator[Difference]:
    if record.withdrawn:
        yield Difference("withdrawn", ("arxiv",), None, "withdrawn")


def _covers(departure: Departure, found: Difference) -> bool:
    said = (comparable(value) for value in (found.arxiv, *found.also) if value)
    return departure.key == found.key and (not departure.arxiv or comparable(departure.arxiv) in said)


def _plain(paper: Paper, record: Record) -> Iterator[Difference]:
    ours, theirs = paper.latest, record
    if comparable(paper.title) != comparable(record.title):
        yield Difference("title", ("title",), paper.title, record.title)
    if paper.published != record.published:
        yield Difference("published", ("published",), str(paper.published), str(record.published))
    if (ours.version, ours.date) != (theirs.version, theirs.updated):
        also = (str(theirs.version), f"v{theirs.version}", str(theirs.updated))
        said = f"v{theirs.version} of {theirs.updated}"
        yield Difference("latest", ("latest",), f"v{ours.version} of {ours.date}", said, also)
    if record.doi and (paper.doi or "").lower() != record.doi.lower():
        yield Difference("doi", ("doi",), paper.doi, record.doi)
    if record.journal_ref and comparable(paper.journal_ref or "") != comparable(record.journal_ref):
        yield Difference("journal_ref", ("journal_ref",), paper.journal_ref, record.journal_ref)


def _categories(paper: Paper, record: Record) -> Iterator[Difference]:
    """The primary category, and which others there are; their order says nothing."""
    ours, theirs = paper.categories, record.categories
    if (ours[0], set(ours)) != (theirs[0], set(theirs)):
        yield Difference("categories", ("categories",), ", ".join(ours), ", ".join(theirs))


def _authors(paper: Paper, record: Record) -> Iterator[Difference]:
    ours, theirs = ([comparable(name) for name in names] for names in (paper.names, record.authors))
    departed = [departure.arxiv for departure in paper.departures if departure.key == "authors"]
    compared = _departed(ours, theirs, [comparable(name) for name in departed if name])
    for i, j, place in pairs(compared, theirs):
        mine, said = None if i is None else paper.names[i], None if j is None else record.authors[j]
        yield Difference("authors", ("authors", place), mine, said, group=said in record.groups)


def _departed(ours: Sequence[str], theirs: Collection[str], departed: Sequence[str]) -> list[str]:
    """Our names, with arXiv's spelling for each that departs from it, so that they line up."""
    compared = list(ours)
    for name in departed:
        alone = [mine for mine in compared if mine not in theirs]
        if name in theirs and name not in compared and (near := get_close_matches(name, alone, n=1)):
            compared[compared.index(near[0])] = name
    return compared
