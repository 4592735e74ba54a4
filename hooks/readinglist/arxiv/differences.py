"""Where an entry and arXiv differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from readinglist.arxiv.record import Record
from readinglist.model.paper import Departure, Paper
from readinglist.problems import Path, quoted
from readinglist.source.editing import pairs
from readinglist.text.characters import collapsed


@dataclass(frozen=True)
class Difference:
    """One value of an entry that is another on arXiv; None stands for a value that is not there.

    `path` is within the entry; an author to insert has the place before which to insert it. `also` are
    other ways to write arXiv's value in a departure.
    """

    key: str
    path: Path
    ours: str | None
    arxiv: str | None
    also: tuple[str, ...] = ()

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
    """Every value that is another on arXiv, save where the entry departs on purpose.

    What arXiv does not have (a DOI, a journal reference) contradicts nothing.
    """
    for found in (*_plain(paper, record), *_authors(paper, record), *_categories(paper, record)):
        if not any(_covers(departure, found) for departure in paper.departures):
            yield found
    if record.withdrawn:
        yield Difference("withdrawn", ("arxiv",), None, "withdrawn")


def _covers(departure: Departure, found: Difference) -> bool:
    values = {None, found.arxiv, *found.also}
    return departure.key == found.key and (departure.arxiv and collapsed(departure.arxiv)) in values


def _plain(paper: Paper, record: Record) -> Iterator[Difference]:
    ours, theirs = paper.latest, record
    if collapsed(paper.title) != record.title:
        yield Difference("title", ("title",), paper.title, record.title)
    if paper.published != record.published:
        yield Difference("published", ("published",), str(paper.published), str(record.published))
    if (ours.version, ours.date) != (theirs.version, theirs.updated):
        also = (str(theirs.version), f"v{theirs.version}", str(theirs.updated))
        said = f"v{theirs.version} of {theirs.updated}"
        yield Difference("latest", ("latest",), f"v{ours.version} of {ours.date}", said, also)
    if record.doi and (paper.doi or "").lower() != record.doi.lower():
        yield Difference("doi", ("doi",), paper.doi, record.doi)
    if record.journal_ref and collapsed(paper.journal_ref or "") != record.journal_ref:
        yield Difference("journal_ref", ("journal_ref",), paper.journal_ref, record.journal_ref)


def _categories(paper: Paper, record: Record) -> Iterator[Difference]:
    """The primary category, and which others there are; their order says nothing."""
    ours, theirs = paper.categories, record.categories
    if (ours[0], set(ours)) != (theirs[0], set(theirs)):
        yield Difference("categories", ("categories",), ", ".join(ours), ", ".join(theirs))


def _authors(paper: Paper, record: Record) -> Iterator[Difference]:
    ours = [collapsed(author.name) for author in paper.authors]
    departed = [departure.arxiv for departure in paper.departures if departure.key == "authors"]
    compared = _departed(ours, record.authors, [collapsed(name) for name in departed if name])
    for i, j, place in pairs(compared, record.authors):
        mine, theirs = None if i is None else ours[i], None if j is None else record.authors[j]
        yield Difference("authors", ("authors", place), mine, theirs)


def _departed(ours: Sequence[str], theirs: Collection[str], departed: Sequence[str]) -> list[str]:
    """Our names, with arXiv's spelling for each that departs from it, so that they line up."""
    compared = list(ours)
    for name in departed:
        alone = [mine for mine in compared if mine not in theirs]
        if name in theirs and name not in compared and (near := get_close_matches(name, alone, n=1)):
            compared[compared.index(near[0])] = name
    return compared
