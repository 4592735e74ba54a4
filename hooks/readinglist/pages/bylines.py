"""Who wrote a paper, as a page says it."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.model.names import Author
from readinglist.model.paper import Paper
from readinglist.text.wording import enumerated


def by_line(paper: Paper) -> str:
    """Who wrote it, shortly: `Lovelace et al. (Analytical Society)`, `Lovelace & Babbage`, `A Group`."""
    names = [author.short for author in paper.authors]
    if len(names) <= 2:
        return " & ".join(names)
    return f"{names[0]} et al. ({paper.organization})"


def some_authors(authors: Sequence[Author], most: int = 8) -> str:
    """Every author's whole name where they are few; the first of many, and how many more."""
    if len(authors) <= most:
        return all_authors(authors)
    return f"{authors[0].name} and {len(authors) - 1} others"


def all_authors(authors: Sequence[Author]) -> str:
    """Every author's whole name, in order."""
    return enumerated([author.name for author in authors])
