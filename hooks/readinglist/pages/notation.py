"""The symbols of all papers on one page, by letter: what each means where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from readinglist import addresses
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.pages.rendering import render
from readinglist.text import markdown, symbols

OTHER = "other-signs"
"""The anchor of what has no letter."""


class Use(NamedTuple):
    """What a symbol means in a paper."""

    symbol: symbols.Symbol
    paper: Paper


@dataclass(frozen=True)
class Letter:
    """A letter, what a Greek one is called, and the symbols that are looked up by it."""

    sign: str
    name: str
    uses: Sequence[Use]

    @property
    def heading(self) -> str:
        """The letter as a heading shows it."""
        return f"{self.sign} ({self.name})" if self.name else self.sign.upper() or "Other signs"

    @property
    def anchor(self) -> str:
        """Where it is on the page."""
        return (self.name or self.sign).lower() if self.sign else OTHER


def letters(edition: Edition) -> Iterator[Letter]:
    """Every letter, Latin ones first, then signs without one."""
    found = sorted(_uses(edition), key=lambda use: _order(_sign(use)))
    for sign, uses in groupby(found, _sign):
        yield Letter(sign, symbols.letter_name(sign) if symbols.is_greek(sign) else "", tuple(_once(uses)))


def _uses(edition: Edition) -> Iterator[Use]:
    for paper in edition.catalogue.papers:
        page = markdown.Page(edition.prose.get(paper.uri, ""), edition.catalogue.language)
        yield from (Use(symbol, paper) for symbol in symbols.of(page, paper.uri) if symbol.formulas)


def _sign(use: Use) -> str:
    return symbols.letter(symbols.shown(use.symbol.formulas[0])).lower()


def _order(sign: str) -> tuple[bool, str]:
    return not sign, sign


def _once(uses: Iterable[Use]) -> Iterator[Use]:
    """Each row once, though a paper may have it in several tables."""
    return iter(dict.fromkeys(uses))


def notation(edition: Edition, prose: str) -> str:
    """The page, behind its own prose."""
    return render("notation.md", edition.catalogue, prose=prose, letters=tuple(letters(edition)))


def address(letter: Letter) -> str:
    """A letter on the page, from the root of the site."""
    return f"{addresses.reached(addresses.NOTATION)}#{letter.anchor}"
