"""What a reference says, whatever its format: a paper is cited from where it was published, else from arXiv.

So the year is that of the publication where there is one, and of version 1 on arXiv otherwise; never that of
the latest version. The key is the paper's id, which stays for good.
"""

from __future__ import annotations

import re

from readinglist.model.names import Author
from readinglist.model.paper import Paper
from readinglist.model.publication import Publication


def year(paper: Paper) -> int:
    """The year of the publication, or of version 1 where a paper is on arXiv alone."""
    return paper.publication.year if paper.publication else paper.year


def between(publication: Publication) -> tuple[str, ...]:
    """The first and the last page, or the only one; none where nobody confirmed them.

    In proceedings the number of the article stands in for them.
    """
    journal = publication.kind == "journal"
    pages = publication.pages or ("" if journal else publication.article) or ""
    return tuple(filter(None, re.split(r"\s*[-–—]+\s*", pages)))


def link(paper: Paper) -> str:
    """Where the paper is read: at its publisher's where it has a DOI, else on arXiv."""
    return paper.doi_url or paper.abstract_url


def inverted(author: Author) -> str:
    """A name with the family name first, as in `de las Casas, Diego`; a group as it signs."""
    return author.group or f"{author.family}, {author.given}"
