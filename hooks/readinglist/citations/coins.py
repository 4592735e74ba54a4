"""A reference as Zotero and its kin find it within a page: an OpenURL in the title of an empty span (COinS).

The keys are those that Zotero's translator reads. A preprint goes as Dublin Core, the one format that has
its type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode

from readinglist.citations import reference
from readinglist.model.names import Author
from readinglist.model.paper import Paper
from readinglist.model.publication import Publication
from readinglist.text.escaping import plain

_KINDS: Mapping[str, tuple[str, str, str, str]] = {
    "journal": ("journal", "article", "atitle", "jtitle"),
    "conference": ("book", "proceeding", "atitle", "btitle"),
    "workshop": ("book", "proceeding", "atitle", "btitle"),
    "report": ("book", "report", "btitle", "pub"),
}
"""For each kind of publication the format, the genre, and the keys of the paper's title and of the name."""


def coins(paper: Paper) -> str:
    """The OpenURL of a paper, without an address before it."""
    keys = [("ctx_ver", "Z39.88-2004"), *_keys(paper)]
    return urlencode([(key, value) for key, value in keys if value], quote_via=quote, safe="")


def _keys(paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.publication:
        yield from _published(paper, paper.publication)
    else:
        yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
        yield "rft.type", "preprint"
        yield "rft.title", plain(paper.title)
        yield "rft.publisher", "arXiv"
        yield "rft.date", paper.published.isoformat()
        yield "rft.identifier", paper.abstract_url
    yield "rft_id", f"info:doi/{paper.doi}" if paper.doi else ""
    yield "rft_id", paper.abstract_url
    yield from map(_author, paper.authors)


def _published(paper: Paper, publication: Publication) -> Iterator[tuple[str, str]]:
    form, genre, title, name = _KINDS[publication.kind]
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
    yield "rft.genre", genre
    yield f"rft.{title}", plain(paper.title)
    yield f"rft.{name}", plain(publication.name)
    yield "rft.date", str(publication.year)
    yield "rft.volume", plain(publication.volume or "")
    yield "rft.issue", plain(publication.number or "")
    # Collectors have no field for the number of an article, and take it for its pages.
    yield "rft.pages", "-".join(reference.between(publication)) or publication.article or ""
    yield "rft.series", plain(publication.series or "")
    yield "rft.pub", plain(publication.publisher or "") if name != "pub" else ""


def _author(author: Author) -> tuple[str, str]:
    return ("rft.aucorp", author.group) if author.group else ("rft.au", reference.inverted(author))
