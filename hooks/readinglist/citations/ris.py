"""References as RIS, which reference managers take in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from readinglist.citations import reference
from readinglist.model.paper import Paper
from readinglist.model.publication import Publication
from readinglist.text.escaping import plain

_TYPES: Mapping[str, str] = {
    "journal": "JOUR",
    "conference": "CPAPER",
    "workshop": "CPAPER",
    "report": "RPRT",
}
_PREPRINT = "UNPB"


def ris(papers: Iterable[Paper]) -> str:
    """The papers as records, in order."""
    return "\n".join(map(_record, papers))


def _record(paper: Paper) -> str:
    kind = _TYPES[paper.publication.kind] if paper.publication else _PREPRINT
    tags = [("TY", kind), *_tags(paper), ("ER", "")]
    return "".join(f"{tag}  - {value}\n" for tag, value in tags)


def _tags(paper: Paper) -> Iterator[tuple[str, str]]:
    """Every tag that has a value, but the type that begins a record and what ends it."""
    yield "ID", paper.id
    for author in paper.authors:
        yield "AU", reference.inverted(author)
    yield "TI", plain(paper.title)
    yield "PY", str(reference.year(paper))
    if paper.publication:
        yield from _published(paper.publication)
    else:
        yield "DA", paper.published.strftime("%Y/%m/%d/")
        yield "PB", "arXiv"
    if paper.doi:
        yield "DO", paper.doi
    yield "UR", reference.link(paper)
    yield "AN", f"arXiv:{paper.arxiv}"


def _published(publication: Publication) -> Iterator[tuple[str, str]]:
    report = publication.kind == "report"
    first, last = (*reference.between(publication), "", "")[:2]
    values = {
        "T2": publication.series if report else publication.name,
        "T3": None if report else publication.series,
        "VL": publication.volume,
        "SN" if report else "IS": publication.number,
        "SP": first or publication.article,
        "EP": last,
        "PB": publication.name if report else publication.publisher,
    }
    for tag, value in values.items():
        if value:
            yield tag, plain(value)
