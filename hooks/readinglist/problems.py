"""What is wrong with a catalogue, said so that it can be fixed at once."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from itertools import islice

Path = tuple[str | int, ...]
"""Where a value stands in the catalogue: keys and list indexes, from the top."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to fix, with its place (line and column from 1) and what to write instead."""

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
        return sentences(self.message, self.fix)

    def __str__(self) -> str:
        """`FILE:LINE:COL: message. Fix.`, on one line."""
        kind = "notice: " if self.notice else ""
        return f"{printable(self.file)}:{self.line}:{self.column}: {kind}{self.text}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By place, the catalogue before the prose: what is wrong in a page often follows from it."""
    return sorted(problems, key=lambda problem: (problem.file.endswith(".md"), problem))


class Failure(Exception):
    """What stops a command: the message is whole sentences, `exit_code` the status that it ends with."""

    exit_code = 2


class CatalogueError(Failure):
    """A catalogue that cannot be built; carries every problem, in order of place."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def summary(self) -> str:
        """How many problems there are, in words."""
        count = sum(not problem.notice for problem in self.problems)
        return f"{count} problem{'s' if count != 1 else ''}"


class CannotOpen(Failure):
    """A file that cannot be opened, read or written as it is."""


class Refused(Failure, ValueError):
    """A value that its type refuses; `snippet` is the part of a longer text that is to blame.

    `nth` tells which of several like it, from 0;
    `also` holds what else is wrong with the same value.
    """

    exit_code = 1

    def __init__(self, message: str, fix: str = "", snippet: str = "", nth: int = 0) -> None:
        super().__init__(sentences(message, fix))
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
    starts = _line_starts(text)
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1


@lru_cache(maxsize=2)  # thousands of places are asked of one text
def _line_starts(text: str) -> Sequence[int]:
    starts, at = [0], 0
    while at := text.find("\n", at) + 1:
        starts.append(at)
    return starts


def written(path: Path) -> str:
    """A path as people write it: `papers[2].authors[0]`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).lstrip(".")


def printable(text: str) -> str:
    """Text on one line, with a code in place of what a terminal would not show as itself."""
    flat = " ".join(text.split())
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in flat)


def sentences(*parts: str) -> str:
    """The parts that say something, as sentences on one line."""
    said = (printable(part).rstrip(".") for part in parts if part)
    return " ".join(part if part.endswith("?") else f"{part}." for part in said)


def quoted(value: object, most: int = 60) -> str:
    """The offending text between quotes on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return f"'{text if len(text) <= most else text[: most - 1] + '…'}'{_unlike(str(value))}"


def _unlike(value: str) -> str:
    """What a quoted text does not show: a space at an end, or one that is not the plain one."""
    if odd := next((sign for sign in value if sign.isspace() and sign not in " \t\r\n"), ""):
        return f" (with {named(odd)})"
    ends = [end for end, sign in (("beginning", value[:1]), ("end", value[-1:])) if sign == " "]
    return f" (with a space at its {ends[-1]})" if ends else ""


def quoted_id(value: str) -> str:
    """The same for an identifier, whose letters are ASCII: another that looks like one of them is named."""
    foreign = next((sign for sign in value if not sign.isascii() and not sign.isspace()), "")
    return quoted(value) + (f" (with {named(foreign)})" if foreign else "")


def named(character: str) -> str:
    """A character by code point and name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


_FEW, _NEIGHBOURS = 40, 5


class Words(Collection[str]):
    """Known words, among thousands of which the nearest to another is found without looking at each."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_beginning)

    def __len__(self) -> int:
        return len(self._words)

    @cached_property
    def _by_beginning(self) -> Sequence[str]:
        return sorted(self._words)

    @cached_property
    def _by_ending(self) -> Sequence[str]:
        return sorted(word[::-1] for word in self._words)

    def around(self, word: str) -> set[str]:
        """The words that begin or end most like another: whichever half a slip is in, the other finds it."""
        if len(self) <= _FEW:
            return set(self._words)
        begin, end = _around(self._by_beginning, word), _around(self._by_ending, word[::-1])
        return {*begin, *(word[::-1] for word in end)}


def _around(words: Sequence[str], word: str) -> Sequence[str]:
    place = bisect_left(words, word)
    return words[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as a question, else the known words as a list."""
    known = known if isinstance(known, Words) else Words(known)
    if near := nearest(word, known):
        return f"Did you mean '{near}'?"
    return f"Known here: {', '.join(islice(known, 40))}{', …' if len(known) > 40 else ''}" if known else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like another; empty where none is."""
    word, known = word.lower(), known if isinstance(known, Words) else Words(known)
    return next(iter(get_close_matches(word, sorted(known.around(word)), n=1, cutoff=0.6)), "")
