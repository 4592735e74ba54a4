"""The edits that give an entry the values of arXiv."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from readinglist.arxiv.differences import Difference
from readinglist.arxiv.new_entry import author
from readinglist.model.paper import Paper
from readinglist.problems import Path
from readinglist.source.document import Document
from readinglist.source.editing import Edit, exchanged, line_after, sequence
from readinglist.source.scalars import scalar


def changes(document: Document, index: int, paper: Paper, found: Sequence[Difference]) -> Iterator[Edit]:
    """The edits that give a paper's entry the values of arXiv; a withdrawal is nobody's to write."""
    path: Path = ("papers", index)
    for one in found:
        if one.key in _SIMPLE and one.arxiv is not None:
            yield from _SIMPLE[one.key](document, (*path, one.key), one.arxiv)
        elif one.key == "categories" and one.arxiv is not None:
            wanted = one.arxiv.split(", ")
            yield from sequence(document, (*path, "categories"), paper.categories, wanted, scalar)
    if any(one.key == "authors" for one in found):
        groups = {one.arxiv for one in found if one.group and one.arxiv}
        render = partial(author, groups=groups)
        yield from sequence(document, (*path, "authors"), paper.names, _wanted(paper.names, found), render)


def _wanted(ours: Sequence[str], found: Sequence[Difference]) -> list[str]:
    """Our authors with the differences made good."""
    wanted = list(ours)
    for one in reversed([one for one in found if one.key == "authors"]):
        at = int(one.path[-1])
        wanted[at : at + (one.ours is not None)] = [] if one.arxiv is None else [one.arxiv]
    return wanted


def _text(document: Document, path: Path, value: str) -> Iterator[Edit]:
    """A text exchanged in the style that it is written in, or as a new line after `categories`."""
    if path in document.spans:
        yield exchanged(document, path, value)
    else:
        yield line_after(document, (*path[:-1], "categories"), str(path[-1]), value)


def _published(document: Document, path: Path, value: str) -> Iterator[Edit]:
    yield exchanged(document, path, value)
    yield exchanged(document, (*path[:-1], "year"), value[:4])


def _latest(document: Document, path: Path, value: str) -> Iterator[Edit]:
    number, _, day = value.removeprefix("v").partition(" of ")
    yield exchanged(document, (*path, "version"), number)
    yield exchanged(document, (*path, "date"), day)


_SIMPLE = {"title": _text, "published": _published, "latest": _latest, "doi": _text, "journal_ref": _text}
