"""The pieces of a paragraph: words, code, formulas, links, lists of attributes, and signs that mean nothing.

One pass from left to right, in time that grows with the length alone. Where a piece ends is decided here and
nowhere else: what is no piece is a plain sign, and is handed to the engine as one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace

from readinglist.text.blocks import Definition

_SIGN = re.compile(r"[\\`$<\[\]{&]|!\[")
_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_DISPLAY = re.compile(r"\$\$([^$]+)\$\$")
_INLINE = re.compile(r"\$(?=[^\s$])((?:[^$\\`]|\\.)+)(?<!\s)\$(?![0-9])", re.DOTALL)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[^\s<>@:/]+@[^\s<>@]+)>", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{:?[ ]*((?:[#.][\w-]+[ ]*)+)\}")
_TARGET = re.compile(
    r"\]\([ ]*(?:<(?P<pointed>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))"
    r"(?:[ ]+(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'))?[ ]*\)"
)
_LABEL = re.compile(r"\]\[(?P<label>[^\[\]\n]*)\]")


@dataclass(frozen=True)
class Link:
    """Where a link leads, or a picture is; `at` is where the address stands in the text."""

    address: str
    title: str
    at: int
    picture: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph.

    Its kind is words, sign, escaped, code, inline, display, attributes, autolink, open or close; `value` is
    the sign, the code, the TeX or the attributes; `link` is set at both ends of a link.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    link: Link | None = None


def pieces(
    text: str, start: int, end: int, breaks: tuple[int, ...], defined: Mapping[str, Definition]
) -> list[Piece]:
    """Every piece of a stretch of text, in order and without a gap."""
    scan = _Scan(text, start, end, breaks, defined)
    at = start
    while found := _SIGN.search(text, at, end):
        scan.words(at, found.start())
        scan.sign(found[0], found.start())
        at = scan.found[-1].end
    scan.words(at, end)
    return [
        replace(piece, kind="sign") if piece.kind == "open" and not piece.link else piece
        for piece in scan.found
    ]


class _Scan:
    """What was found so far, and the brackets that may yet open a link, as places in it."""

    def __init__(
        self, text: str, start: int, end: int, breaks: tuple[int, ...], defined: Mapping[str, Definition]
    ) -> None:
        self.text, self.end, self.breaks, self.defined = text, end, breaks, defined
        self.found: list[Piece] = []
        self.opened: list[int] = []
        self.within = 0
        """How many of them have a link behind them, and so can only open a picture."""
        self.ticks: dict[int, list[int]] = {}
        for run in _TICKS.finditer(text, start, end):
            self.ticks.setdefault(len(run[0]), []).append(run.start())

    def words(self, start: int, end: int) -> None:
        if start < end:
            self.found.append(Piece("words", start, end))

    def sign(self, sign: str, at: int) -> None:
        """Adds the piece that a sign begins; a plain sign where it begins none."""
        if sign in {"[", "!["}:
            self.opened.append(len(self.found))
            self.found.append(Piece("open", at, at + len(sign), sign))
            return
        reader = _READERS.get(sign)
        piece = reader(self, at) if reader else None
        self.found.append(piece or Piece("sign", at, at + 1, sign))

    def _one_run(self, start: int, end: int) -> bool:
        return bisect_left(self.breaks, start) == bisect_left(self.breaks, end)

    def code(self, at: int) -> Piece | None:
        ticks = _TICKS.match(self.text, at, self.end)
        assert ticks
        length = len(ticks[0])
        runs = self.ticks.get(length, [])
        place = bisect_left(runs, at + 1)
        if place < len(runs) and self._one_run(at, runs[place]):
            close = runs[place]
            return Piece("code", at, close + length, self.text[at + length : close])
        return Piece("sign", at, at + length, ticks[0])

    def escaped(self, at: int) -> Piece | None:
        found = _ESCAPED.match(self.text, at, self.end)
        return Piece("escaped", at, at + 2, self.text[at + 1]) if found else None

    def formula(self, at: int) -> Piece | None:
        if found := _DISPLAY.match(self.text, at, self.end):
            return Piece("display", at, found.end(), found[1])
        if found := _INLINE.match(self.text, at, self.end):
            return Piece("inline", at, found.end(), found[1])
        return None

    def autolink(self, at: int) -> Piece | None:
        found = _AUTOLINK.match(self.text, at, self.end)
        if not found:
            return None
        address = found[1] if ":" in found[1] else f"mailto:{found[1]}"
        return Piece("autolink", at, found.end(), found[1], Link(address, "", at + 1))

    def attributes(self, at: int) -> Piece | None:
        found = _ATTRIBUTES.match(self.text, at, self.end)
        return Piece("attributes", at, found.end(), found[1].strip()) if found else None

    def close(self, at: int) -> Piece | None:
        """The end of a link with the innermost bracket that is open on the same run of lines."""
        if not self.opened:
            return None
        opener = self.opened.pop()
        piece = self.found[opener]
        inner = len(self.opened) < self.within and piece.value == "["
        self.within = min(self.within, len(self.opened))
        end, link = self._target(piece.end, at)
        if link is None or inner or not self._one_run(piece.start, at):
            return None
        link = replace(link, picture=piece.value == "![")
        self.found[opener] = replace(piece, link=link)
        if not link.picture:
            self.within = len(self.opened)
        return Piece("close", at, end, "]", link)

    def _target(self, start: int, at: int) -> tuple[int, Link | None]:
        """Where a link ends whose words are from `start` to `at`, and where it leads."""
        if found := _TARGET.match(self.text, at, self.end):
            kind = "bare" if found["pointed"] is None else "pointed"
            title = found["double"] or found["single"] or ""
            return found.end(), Link(found[kind], title, found.start(kind))
        label = _LABEL.match(self.text, at, self.end)
        known = self.defined.get(
            _key((label["label"] if label else "") or self.text[start : min(at, start + 200)])
        )
        link = Link(known.address, known.title, known.at) if known else None
        return (label.end() if label else at + 1), link


def _key(label: str) -> str:
    return " ".join(label.casefold().split())


_READERS = {
    "`": _Scan.code,
    "\\": _Scan.escaped,
    "$": _Scan.formula,
    "<": _Scan.autolink,
    "{": _Scan.attributes,
    "]": _Scan.close,
}
