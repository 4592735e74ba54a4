"""References as CSL-JSON, from which citation processors format them in any style."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from readinglist.citations import reference
from readinglist.model.names import Author
from readinglist.model.paper import Paper
from readinglist.model.publication import Publication
from readinglist.text.escaping import plain

_TYPES: Mapping[str, str] = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "workshop": "paper-conference",
    "report": "report",
}


def csl_json(papers: Iterable[Paper]) -> str:
    """The papers as a list of items, in order."""
    return json.dumps([item(paper) for paper in papers], ensure_ascii=False, indent=1) + "\n"


def item(paper: Paper) -> dict[str, object]:
    """A paper as an item, without the fields that have no value."""
    publication = paper.publication
    issued = [publication.year] if publication else [*paper.published.timetuple()[:3]]
    fields = {
        "id": paper.id,
        "type": _TYPES[publication.kind] if publication else "article",
        "title": plain(paper.title),
        "author": [_name(author) for author in paper.authors],
        "issued": {"date-parts": [issued]},
        **(_published(publication) if publication else _preprint(paper)),
        "DOI": paper.doi,
        "URL": reference.link(paper),
    }
    return {name: value for name, value in fields.items() if value}


def _name(author: Author) -> dict[str, str]:
    if author.group:
        return {"literal": author.group}
    return {"family": author.family or "", "given": author.given or ""}


def _preprint(paper: Paper) -> dict[str, str]:
    return {"genre": "Preprint", "number": f"arXiv:{paper.arxiv}", "publisher": "arXiv"}


def _published(publication: Publication) -> dict[str, str]:
    report = publication.kind == "report"
    values = {
        "container-title": None if report else publication.name,
        "collection-title": publication.series,
        "volume": publication.volume,
        "issue": None if report else publication.number,
        # An article's number is the number of the item itself, and so is that of a report.
        "number": {"report": publication.number, "journal": publication.article}.get(publication.kind),
        "page": "-".join(reference.between(publication)),
        "publisher": publication.name if report else publication.publisher,
    }
    return {name: plain(value) for name, value in values.items() if value}
