"""How much room words take in a picture, near enough to break lines, as no font is at hand to ask."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from textwrap import wrap

_UNUSUAL = {" ": 0.2, "W": 1.1} | dict.fromkeys("fijltI.,:;'!|()[]’-", 0.39) | dict.fromkeys("mwM@%&—…", 0.97)
_WIDEST = max(_UNUSUAL.values())
_DOTS = "…"


def width(words: str, size: float) -> float:
    """The room that a line takes in letters of a size, at least what a serif face takes."""
    return size * sum(map(_sign, words))


def _sign(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1
    usual = 0.77 if sign.isupper() else 0.61
    return _UNUSUAL.get(sign, usual)


def fitted(words: str, room: float, sizes: Mapping[int, int]) -> tuple[int, list[str]]:
    """The first of some sizes in which words are as few lines as go with it, and the lines.

    Where that is none, the last, and as much as has room.
    """
    for size, most in sizes.items():
        lines = list(_lines(words, room, size))
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], clipped(" ".join(lines[most - 1 :]), room, size)]


def clipped(words: str, room: float, size: float) -> str:
    """Words as one line, with dots for what has no room."""
    if width(words, size) <= room:
        return words
    while words and width(words + _DOTS, size) > room:
        words = words[:-1].rstrip()
    return words + _DOTS


def _lines(words: str, room: float, size: float) -> Iterator[str]:
    line = ""
    for word in _parts(words, room, size):
        if line and width(f"{line} {word}", size) > room:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def _parts(words: str, room: float, size: float) -> Iterator[str]:
    """The words, those that no line has room for in pieces."""
    for word in words.split():
        yield from [word] if width(word, size) <= room else wrap(word, int(room / size / _WIDEST))
