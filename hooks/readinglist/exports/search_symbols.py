"""The symbols of the notation page as search knows them: as they look, and with Greek letters by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readinglist.model.edition import Edition
from readinglist.pages import notation
from readinglist.text import symbols


@dataclass(frozen=True)
class Sign:
    """A symbol without its arguments, how else it is typed, where it is explained, and what it means."""

    sign: str
    spelled: str
    url: str
    meanings: Sequence[str]


def signs(edition: Edition) -> Iterator[Sign]:
    """Every symbol that has a letter, once, in the order of the page."""
    for letter in notation.letters(edition):
        found: dict[str, list[str]] = {}
        for symbol, paper in letter.uses:
            for tex in symbol.formulas:
                meaning = f"{symbol.words} ({paper.nickname})"
                found.setdefault(_bare(tex), []).append(meaning)
        for sign, meanings in found.items():
            if symbols.letter(sign):
                yield Sign(sign, symbols.spelled(sign), notation.address(letter), meanings)


def _bare(tex: str) -> str:
    """What is before the arguments: `π_ref` of `π_ref(y | x)`."""
    return symbols.shown(tex).partition("(")[0].strip()
