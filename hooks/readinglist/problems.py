"""What is wrong with a catalogue, said so that it can be fixed at once."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from typing import TypeVar

Found = TypeVar("Found")
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


Fault = tuple[int, str, str]
"""Something wrong in a text: its offset, what it is, and what to write instead."""


class Refused(Failure, ValueError):
    """A value that its type refuses; `faults` is what is wrong within it, where it is a text."""

    exit_code = 1

    def __init__(self, message: str, fix: str = "", faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(sentences(message, fix))
        self.message, self.fix, self.faults = message, fix, faults

    @classmethod
    def at_any(cls, found: Iterable[Fault]) -> None:
        """Raises all faults as one; nothing where there are none."""
        if faults := tuple(found):
            raise cls(*faults[0][1:], faults)


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
"""Problems of one kind that are reported of one value or page."""


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
