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

from readinglist.problems import MOST_OF_A_KIND, Fault, Refused, and_more, at_most, quoted
from readinglist.text import markup
from readinglist.text.characters import faulty, invisibles
from readinglist.text.unfinished import marks

MARKDOWN = re.compile(r"[\\`*_\[\]{}<>&~^|#$]")
"""Signs that Markdown or HTML would take for markup."""

_CONVERTER = LatexToMathML(fancy_error=False)
# No space within the dollar signs and no digit after them, so that prices are not formulas.
_MATH = re.compile(r"(?<!\\)\$(?=[^\s$])(?P<tex>(?:[^$\\]|\\.)+)(?<!\s)\$(?![0-9])", re.DOTALL)
_MOST = 1000
"""Signs of structure in a formula: the converter is recursive, and would take the process down."""
LONGEST_FORMULA, LONGEST_TEXT = 2_000, 5_000
"""Characters of a formula and of a text."""
# What names something anew lets a short formula grow without bound.
_NAMING = re.compile(
    r"\\(?:newcommand|renewcommand|providecommand|newenvironment|[egx]?def|let|futurelet|global|long|outer|csname|"
    r"expandafter|DeclareMathOperator)(?![A-Za-z])"
)
# A sign alone above or below, such as a star, which WebKit would space like a sign between terms.
_SCRIPT = re.compile(r"<mo>(?=[^<]*</mo>(?:</msu[bp]>|(?:<(m\w+)[^<>]*>[^<]*</\1>)?</msubsup>))")
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


@lru_cache(maxsize=16384)  # it is checked first and set later, and a preview does both again
def mathml(tex: str, *, display: bool = False) -> str:
    """The LaTeX as one line of MathML; raises `Refused` with what is wrong in it."""
    if naming := _NAMING.search(tex):
        raise Refused(f"{naming[0]} in a formula, which may not name commands", "Write it out")
    if len(tex) > LONGEST_FORMULA or sum(map(tex.count, "{[(\\^_&~")) > _MOST:
        raise Refused(f"a formula too long to set, {quoted('$' + tex + '$')}", "Write it in parts")
    try:
        # Not split(): it would take the spaces that hold words in a formula apart, which do not break.
        set_ = re.sub(r"[ \n]+", " ", _CONVERTER.convert_with_local_state(tex, displaystyle=display)).strip()
        set_ = _SCRIPT.sub('<mo lspace="0" rspace="0">', set_)
    except LatexError as error:
        reason = str(error).partition(":")[2].strip() or str(error)
        raise Refused(f"bad TeX in {quoted('$' + tex + '$')}: {reason}", "Fix the formula") from None
    if strange := next((fault for tag in markup.tags(set_) for fault in markup.faults(tag)), ""):
        raise Refused(
            f"{quoted('$' + tex + '$')} becomes {strange}, which no page may have", "Write it otherwise"
        )
    return set_


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
    if len(text) > LONGEST_TEXT:
        raise Refused(f"the text has {len(text):,} characters, and may have {LONGEST_TEXT:,}", "Shorten it")
    found = at_most(MOST_OF_A_KIND, faults, kind=lambda fault: fault[1])
    Refused.at_any((at, message + and_more(more), fix) for (at, message, fix), more in found)
    return text


def _invisible(text: str) -> Iterator[Fault]:
    for at, character in invisibles(text):
        yield at, *faulty(character)


def _faults(text: str) -> Iterator[Fault]:
    yield from _invisible(text)
    for segment in segments(text):
        if not segment.math:
            yield from (
                (segment.start + at, message, fix) for at, message, fix in faults_of_words(segment.text)
            )
            continue
        try:
            mathml(segment.text)
        except Refused as refused:
            yield segment.start + 1, refused.message, refused.fix


def faults_of_words(words: str) -> Iterator[Fault]:
    """Raw HTML, a dollar sign without its partner, and marks of unfinished work."""
    for found in _HTML.finditer(words):
        fix = "Write plain words; put a space after a sign of comparison, or write it as math"
        yield found.start(), f"raw HTML in text: {quoted(found[0])}", fix
    if lone := re.search(r"(?<!\\)\$", words):
        fix = r"Close the formula, with no space within its dollar signs, or write \$ for a dollar"
        yield lone.start(), "a $ without its partner", fix
    for at, mark in marks(words):
        yield at, f"unfinished text: {quoted(mark)} is left over", "Write what is missing"


def embedded(markup: str) -> str:
    """HTML of ours so that a Markdown engine leaves the text in it alone."""
    return MARKDOWN.sub(lambda sign: sign[0] if sign[0] in "<>&#" else entity(sign[0]), markup)


def literal(words: str) -> str:
    """Words in which a Markdown engine finds no sign of its own, for text and attributes alike."""
    return MARKDOWN.sub(lambda sign: entity(sign[0]), words).replace('"', "&quot;")


def inline_math(tex: str, *, begins: bool) -> str:
    """A formula within a line; one that begins a line is wrapped, lest Markdown take it for a block."""
    markup = embedded(mathml(tex))
    return f"<span>{markup}</span>" if begins else markup


def entity(sign: str) -> str:
    """A character as an HTML entity, which Markdown passes through untouched."""
    return f"&#{ord(sign)};"
