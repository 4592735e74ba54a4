"""What is wrong with a catalogue, said so that it can be mended at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

Found = TypeVar("Found")
Path = tuple[str | int, ...]
"""Where a value stands in the catalogue: keys and list indexes, from the top."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, with its place (line and column from 1) and what to write instead."""

    file: str
    line: int
    column: int
    path: str
    message: str
    fix: str = ""
    notice: bool = False
    """Worth knowing, and no reason to fail."""

    @property
    def text(self) -> str:
        """`Message. Fix.`, as sentences on one line."""
        sentences = (printable(part).rstrip(".") for part in (self.message, self.fix) if part)
        return " ".join(sentence if sentence.endswith("?") else f"{sentence}." for sentence in sentences)

    def __str__(self) -> str:
        """`FILE:LINE:COL: message. Fix.`, on one line."""
        kind = "notice: " if self.notice else ""
        return f"{printable(self.file)}:{self.line}:{self.column}: {kind}{self.text}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By place, the catalogue before the prose: what is wrong in a page often follows from it."""
    return sorted(problems, key=lambda problem: (problem.file.endswith(".md"), problem))


class CatalogueError(Exception):
    """A catalogue that cannot be built; carries every problem, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def summary(self) -> str:
        """How many problems there are, in words."""
        count = sum(not problem.notice for problem in self.problems)
        return f"{count} problem{'s' if count != 1 else ''}"


class CannotOpen(Exception):
    """A file that could not be opened; the message is one whole sentence."""


class Refused(ValueError):
    """A value that its type refuses; `snippet` is the part of a longer text that is to blame.

    `nth` tells which of several like it, from 0;
    `also` holds what else is wrong with the same value.
    """

    def __init__(self, message: str, fix: str = "", snippet: str = "", nth: int = 0) -> None:
        super().__init__(message)
        self.message, self.fix, self.snippet, self.nth = message, fix, snippet, nth
        self.also: tuple[Refused, ...] = ()

    @classmethod
    def at_any(cls, found: Iterable[Refused]) -> None:
        """Raises the first of several with the others in `also`; nothing where there are none."""
        all_found = tuple(found)
        if all_found:
            all_found[0].also = all_found[1:]
            raise all_found[0]


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


class Places:
    """Lines and columns of a text, found without counting from its top each time."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def of(self, at: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


MOST_OF_A_KIND = 50
"""Problems of one kind that one value or page is told of."""


def at_most(most: int, found: Iterable[Found], kind: Callable[[Found], str]) -> Iterator[tuple[Found, int]]:
    """The first of each kind, in order, the last of them with how many more there are.

    Two are of a kind where they read alike up to what they quote.
    """
    counts: Counter[str] = Counter()
    kept: list[tuple[Found, str, int]] = []
    for one in found:
        name = kind(one).partition("'")[0]
        counts[name] += 1
        if counts[name] <= most:
            kept.append((one, name, counts[name]))
    for one, name, number in kept:
        yield one, counts[name] - most if number == most else 0


def and_more(count: int) -> str:
    """How many more of its kind a message stands for; empty where it stands for itself."""
    return f" (and {count:,} more like it)" if count else ""


def written(path: Path) -> str:
    """A path as people write it: `papers[2].authors[0]`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).lstrip(".")


def printable(text: str) -> str:
    """Text on one line, with a code in place of what a terminal would not show as itself."""
    flat = " ".join(text.split())
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in flat)


def quoted(value: object, most: int = 60) -> str:
    """The offending text between quotes on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return f"'{text if len(text) <= most else text[: most - 1] + '…'}'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as a question, else the known words as a list."""
    known = sorted(set(known))
    if near := nearest(word, known):
        return f"Did you mean '{near}'?"
    return f"Known here: {', '.join(known[:40])}{', …' if len(known) > 40 else ''}" if known else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like another; empty where none is."""
    return next(iter(get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)), "")
