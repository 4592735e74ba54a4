"""The equations of papers as code: the module as it is shown, and what it reproduces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readinglist import addresses
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.pages.rendering import render
from readinglist.text import printed_numbers
from readinglist.text.printed_numbers import Reproduced


@dataclass(frozen=True)
class Code:
    """The module of a paper's equations."""

    paper: Paper
    text: str
    table: Sequence[Reproduced]

    @property
    def uri(self) -> str:
        """Where the module is published, from the root of the docs."""
        return addresses.code(self.paper.id)

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.uri.rpartition("/")[2]

    @property
    def lines(self) -> int:
        """How long it is."""
        return len(self.text.splitlines())

    @property
    def sentence(self) -> str:
        """How many of the printed numbers come out the same."""
        return printed_numbers.sentence(self.table)


def of(paper: Paper, texts: Mapping[str, str]) -> Code | None:
    """The module of a paper; none where nobody wrote it."""
    module, table = addresses.code(paper.id), addresses.reproduced(paper.id)
    if module not in texts or table not in texts:
        return None
    return Code(paper, texts[module].strip(), printed_numbers.reproduced(texts[table]))


def every(edition: Edition, prose: str) -> str:
    """The page of all modules, each with what it reproduces."""
    found = [code for paper in edition.catalogue.papers if (code := of(paper, edition.texts))]
    total = printed_numbers.sentence(row for code in found for row in code.table)
    return render("equations.md", edition.catalogue, prose=prose, modules=found, total=total)
