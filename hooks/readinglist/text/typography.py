"""Words as printers set them: curled quotes, no line ends in `Figure 8`, `3 · 10`, `UTF-8` or before commas.

A run of text is given as one string with stand-ins for what is no words, so that a quote knows its
neighbours; its parts are then asked for by their offsets in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import chain, pairwise

MARK, OBJECT, FORMULA = "\ufdd1", "\ufdd2", "\ufdd3"
"""Stand-ins, which no text may hold: for what begins a link, for a formula, for anything else."""
_DROPPED = "\ufdd4"

_QUOTE = re.compile("[\"']")
_CURLED = {'"': "“”", "'": "‘’"}
_BEFORE_OPENING = "([{—–/“‘|-"
_BOX = re.compile(r"^[ ]*(?:!!!|\?\?\?)[^\n]*", re.MULTILINE)
"""The head of a boxed note, in which quotes are syntax."""
_PLACE = re.compile(
    r"(?<!\w)(?i:figures?|figs?\.|tables?|sections?|equations?|appendix|appendices|chapters?|algorithms?|"
    r"theorems?|lemmas?|footnotes?|pages?|versions?|arxiv)(?P<space>[ \n]+)(?=\d|[A-Z](?!\w)|" + FORMULA + ")"
)
_TIMES = re.compile(r"(?:(?<=\d)(?=[ \n]+[·×][ \n]+\d)|(?<=\d[ \n][·×])(?=[ \n]+\d))(?P<space>[ \n]+)")
_HELD = re.compile(
    rf"[(\[“‘]{{0,4}}(?P<formula>{FORMULA}+)[)\],.;:!?…”’%]*|"
    r"(?<![\w-])[^\W\d_][^\W_]{0,11}-\d+(?:\.\d+)*(?:[^\W_]{1,4}(?!\w))?"
)
_OPEN, _CLOSE = '<span class="rl-held">', "</span>"


class Run:
    """A run of text that was set, and its parts as HTML.

    `start` is the offset of its first sign; `breaks` are ends of lines that end something, and stay.
    Quotes and the spaces of `Figure 8` are set in English alone: elsewhere the custom is another.
    """

    def __init__(self, plain: str, language: str, start: int = 0, breaks: tuple[int, ...] = ()) -> None:
        self._start = start
        english = language.partition("-")[0] == "en"
        self._words = _spaced(_curled(plain), {at - start for at in breaks}) if english else plain
        held = list(_held(self._words))
        self._opens, self._closes = {span[0] for span in held}, {span[1] for span in held}
        self._edges = [edge for span in held for edge in span]

    def words(self, start: int, end: int, escaped: Callable[[str], str] = str) -> str:
        """A stretch of words, each part of it escaped by itself."""
        start, end = start - self._start, end - self._start
        inner = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        return "".join(
            self._around(a, b, escaped(self._words[a:b].replace(_DROPPED, "")))
            for a, b in pairwise([start, *dict.fromkeys(inner), end])
            if a < b
        )

    def object(self, start: int, end: int, written: str) -> str:
        """What stands where a stand-in was, held together with what it must not be parted from."""
        return self._around(start - self._start, end - self._start, written)

    def _around(self, start: int, end: int, written: str) -> str:
        opening, closing = start in self._opens, end in self._closes
        return f"{_OPEN if opening else ''}{written}{_CLOSE if closing else ''}"


def _curled(plain: str) -> str:
    signs = list(plain)
    syntax = {at for found in _BOX.finditer(plain) for at in range(*found.span())}
    for found in _QUOTE.finditer(plain):
        at = found.start()
        if at not in syntax:
            signs[at] = _CURLED[found[0]][not _opens(signs, at)]
    return "".join(signs)


def _opens(signs: list[str], at: int) -> bool:
    """Whether a quote at a place opens: words follow it, and none are right before it."""
    before, after = at - 1, at + 1
    while before >= 0 and signs[before] in f"*_{MARK}":
        before -= 1
    free = before < 0 or signs[before].isspace() or signs[before] in _BEFORE_OPENING
    follows = after < len(signs) and not signs[after].isspace()
    return free and follows and not (signs[at] == "'" and signs[after].isdigit())  # as in '90s


def _spaced(words: str, breaks: set[int]) -> str:
    signs = list(words)
    for found in chain(_PLACE.finditer(words), _TIMES.finditer(words)):
        start, end = found.span("space")
        if breaks.isdisjoint(range(start, end)):
            signs[start:end] = ["\u00a0", *[_DROPPED] * (end - start - 1)]
    return "".join(signs)


def _held(words: str) -> Iterator[tuple[int, int]]:
    for found in _HELD.finditer(words):
        if found.span() != found.span("formula"):
            yield found.span()
