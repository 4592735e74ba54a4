"""How a paper is cited, and the page about it: what the fold at the end of a page holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readinglist import addresses
from readinglist.citations import bibtex
from readinglist.citations.formats import FORMATS, NAMES
from readinglist.citations.styles import STYLES
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.text import wording
from readinglist.text.escaping import plain


@dataclass(frozen=True)
class Citing:
    """References to a paper in words by style, as BibTeX, and as files by format; and one to its page."""

    styles: Mapping[str, str]
    bibtex: str
    files: Mapping[str, tuple[str, str]]
    """By the name of the format, where the file is and what it is called once it is the reader's."""
    page: str


def of(paper: Paper, edition: Edition) -> Citing:
    """What the page of a paper offers to whoever cites it."""
    files = {
        NAMES[ending]: (
            addresses.beside_page(paper.id, addresses.own_references(ending)),
            f"{paper.id}{ending}",
        )
        for ending in FORMATS
    }
    styles = {style: write(paper) for style, write in STYLES.items()}
    return Citing(styles, bibtex.utf_8([paper]).strip(), files, _page(paper, edition))


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
