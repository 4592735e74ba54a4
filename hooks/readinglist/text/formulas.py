"""What text may hold: words, and mathematics between dollar signs; no HTML, nothing invisible.

The mathematics is LaTeX and becomes MathML here, so that bad LaTeX is a problem of the catalogue
and every engine gets the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from math_core import LatexError, LatexToMathML

from readinglist.problems import Refused, quoted
from readinglist.text.characters import faulty, unseen
from readinglist.text.unfinished import marks

MARKDOWN = re.compile(r"[\\`*_\[\]{}<>&~^|#$]")
"""Signs that Markdown or HTML would take for markup."""

_CONVERTER = LatexToMathML(fancy_error=False)
# No space within the dollar signs and no digit after them, so that prices are not formulas.
_MATH = re.compile(r"(?<!\\)\$(?=[^\s$])(?P<tex>(?:[^$\\]|\\.)+)(?<!\s)\$(?![0-9])", re.DOTALL)
_MOST = 1000
"""Signs of structure in a formula: the converter is recursive, and would take the process down."""
_HTML = re.compile(r"<[A-Za-z/!?][^<>]*>?|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")


@dataclass(frozen=True)
class Segment:
    """A run of plain words, or the LaTeX of one formula."""

    text: str
    start: int
    math: bool = False


def segments(text: str) -> Iterator[Segment]:
    r"""Words and formulas in order; `\$` is a dollar sign in words."""
    end = 0
    for found in _MATH.finditer(text):
        yield Segment(text[end : found.start()], end)
        yield Segment(found["tex"], found.start(), math=True)
        end = found.end()
    yield Segment(text[end:], end)


def mathml(tex: str, *, display: bool = False) -> str:
    """The LaTeX as one line of MathML; raises `Refused` with what is wrong in it."""
    if sum(map(tex.count, "{[(\\^_")) > _MOST:
        raise Refused(f"a formula too long to set, {quoted('$' + tex + '$')}", "Write it in parts", tex)
    try:
        # Not split(): it would take the spaces that hold words in a formula apart, which do not break.
        return re.sub(r"[ \n]+", " ", _CONVERTER.convert_with_local_state(tex, displaystyle=display)).strip()
    except LatexError as error:
        reason = str(error).partition(":")[2].strip() or str(error)
        raise Refused(f"bad TeX in {quoted('$' + tex + '$')}: {reason}", "Fix the formula", tex) from None


def shown(text: str) -> Iterator[Segment]:
    """Words and formulas in order; what cannot be set as a formula is words, with its dollar signs."""
    for part in segments(text):
        yield Segment(f"${part.text}$", part.start) if part.math and unsettable(part.text) else part


@lru_cache(maxsize=1024)  # a title stands on many pages
def unsettable(tex: str) -> str:
    """Why LaTeX cannot be set; empty where it can."""
    try:
        mathml(tex)
    except Refused as refused:
        return refused.message
    return ""


def check_words(text: str) -> str:
    """What others wrote, such as a title, itself: any words; raises `Refused` at what nobody would see."""
    return _checked(text, _invisible(text))


def check_text(text: str) -> str:
    """The text itself; raises `Refused` with everything in it that a page must not show."""
    return _checked(text, _faults(text))


def _checked(text: str, faults: Iterator[Fault]) -> str:
    found = []
    for at, refused in faults:
        refused.nth = text.count(refused.snippet, 0, at) if refused.snippet else 0
        found.append(refused)
    Refused.at_any(found)
    return text


Fault = tuple[int, Refused]
"""Something wrong, and its offset."""


def _invisible(text: str) -> Iterator[Fault]:
    for at, character in unseen(text):
        yield at, Refused(*faulty(character), character)


def _faults(text: str) -> Iterator[Fault]:
    yield from _invisible(text)
    for segment in segments(text):
        if not segment.math:
            yield from ((segment.start + at, refused) for at, refused in faults_of_words(segment.text))
            continue
        try:
            mathml(segment.text)
        except Refused as refused:
            yield segment.start, refused


def faults_of_words(words: str) -> Iterator[Fault]:
    """Raw HTML, a dollar sign without its partner, and marks of unfinished work."""
    for found in _HTML.finditer(words):
        fix = "Write plain words; put a space after a sign of comparison, or write it as math"
        yield found.start(), Refused(f"raw HTML in text: {quoted(found[0])}", fix, found[0])
    if lone := re.search(r"(?<!\\)\$", words):
        fix = r"Close the formula, with no space within its dollar signs, or write \$ for a dollar"
        yield lone.start(), Refused("a $ without its partner", fix, "$")
    for found in marks(words):
        message = f"unfinished text: {quoted(found[0])} is left over"
        yield found.start(), Refused(message, "Write what is missing", found[0])


def embedded(markup: str) -> str:
    """HTML of ours so that a Markdown engine leaves the text in it alone."""
    return MARKDOWN.sub(lambda sign: sign[0] if sign[0] in "<>&#" else entity(sign[0]), markup)


def inline_math(tex: str, *, begins: bool) -> str:
    """A formula within a line; one that begins a line is wrapped, lest Markdown take it for a block."""
    markup = embedded(mathml(tex))
    return f"<span>{markup}</span>" if begins else markup


def entity(sign: str) -> str:
    """A character as an HTML entity, which Markdown passes through untouched."""
    return f"&#{ord(sign)};"
