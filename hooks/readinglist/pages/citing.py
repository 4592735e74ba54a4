"""How a paper is cited, and the page about it: what the fold at the end of a page holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readinglist import addresses
from readinglist.citations.formats import FORMATS, NAMES
from readinglist.citations.styles import STYLES
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.text import wording
from readinglist.text.escaping import plain


@dataclass(frozen=True)
class File:
    """The reference in a format: where its file is, seen from the page, and what the reader's is called."""

    format: str
    text: str
    uri: str
    name: str
    language: str


@dataclass(frozen=True)
class Citing:
    """References to a paper in words by style and in each format, and one in words to its page."""

    styles: Mapping[str, str]
    files: Sequence[File]
    page: str


def of(paper: Paper, edition: Edition) -> Citing:
    """What the page of a paper offers to whoever cites it."""
    styles = {style: write(paper) for style, write in STYLES.items()}
    return Citing(styles, [_file(paper, ending) for ending in FORMATS], _page(paper, edition))


def _file(paper: Paper, ending: str) -> File:
    text = FORMATS[ending]([paper]).strip()
    uri = addresses.beside_page(paper.id, addresses.own_references(ending))
    # What the others hold needs no colours, which for a long list of authors would be most of the page.
    language = "bibtex" if ending.endswith(".bib") else "text"
    return File(NAMES[ending], text, uri, f"{paper.id}{ending}", language)


def _page(paper: Paper, edition: Edition) -> str:
    """The page itself: the list stands for its author, and the last change of substance for its date."""
    day = paper.revised or paper.added
    parts = (
        f"{plain(edition.catalogue.title)}.",
        f"“{plain(paper.title)}”, annotated.",
        f"{wording.day(day)}." if day else "",
        addresses.absolute(edition.site_url, paper.url),
    )
    return " ".join(filter(None, parts))
