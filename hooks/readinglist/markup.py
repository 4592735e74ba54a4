"""What text may hold: words, and mathematics between dollar signs; no HTML, nothing unseen.

The mathematics is LaTeX and becomes MathML here, so that bad LaTeX is a problem of the catalogue
and every engine gets the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from math_core import LatexError, LatexToMathML

from .problems import Refused, quoted

MARKDOWN = re.compile(r"[\\`*_\[\]{}<>&~^|#$]")
"""Signs that Markdown or HTML would take for markup."""

_CONVERTER = LatexToMathML(fancy_error=False)
_MATH = re.compile(r"(?<!\\)\$(?P<tex>(?:[^$\\]|\\.)+)\$", re.DOTALL)
_HTML = re.compile(r"<[A-Za-z/!?][^<>]*>?|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_TODO = re.compile(r"\b(?:TODO|FIXME|TBD)\b")
_ODD = re.compile(r"\r\n|[^\n -~]")
_JOINERS = {"\u200c", "\u200d"}


@dataclass(frozen=True)
class Segment:
    """A run of plain words, or the LaTeX of one formula."""

    text: str
    math: bool = False


def segments(text: str) -> Iterator[Segment]:
    r"""Words and formulas in order; `\$` is a dollar sign in words."""
    end = 0
    for found in _MATH.finditer(text):
        yield Segment(text[end : found.start()])
        yield Segment(found["tex"], math=True)
        end = found.end()
    yield Segment(text[end:])


def mathml(tex: str, *, display: bool = False) -> str:
    """The LaTeX as one line of MathML; raises `Refused` with what is wrong in it."""
    try:
        return " ".join(_CONVERTER.convert_with_local_state(tex, displaystyle=display).split())
    except LatexError as error:
        reason = str(error).partition(":")[2].strip() or str(error)
        raise Refused(f"bad TeX in {quoted('$' + tex + '$')}: {reason}", "Mend the formula", tex) from None


def check_text(text: str) -> str:
    """The text itself; raises `Refused` with everything in it that a page must not show."""
    Refused.at_any(_faults(text))
    return text


def _faults(text: str) -> Iterator[Refused]:
    for _, character in unseen(text):
        yield Refused(f"an unseen character, {named(character)}", "Delete it", character)
    for segment in segments(text):
        if not segment.math:
            yield from faults_of_words(segment.text)
            continue
        try:
            mathml(segment.text)
        except Refused as refused:
            yield refused


def faults_of_words(words: str) -> Iterator[Refused]:
    """Raw HTML, a dollar sign without its partner, and marks of unfinished work."""
    for found in _HTML.finditer(words):
        yield Refused(
            f"raw HTML in text: {quoted(found[0])}",
            "Write plain words; put a space after a sign of comparison, or write it as math",
            found[0],
        )
    if re.search(r"(?<!\\)\$", words):
        yield Refused("a $ without its partner", r"Close the formula, or write \$ for a dollar sign", "$")
    for found in _TODO.finditer(words):
        yield Refused(f"unfinished text: {quoted(found[0])} is left over", "Write what is missing", found[0])


def embedded(markup: str) -> str:
    """HTML of ours so that a Markdown engine leaves the text in it alone."""
    return MARKDOWN.sub(lambda sign: sign[0] if sign[0] in "<>&#" else entity(sign[0]), markup)


def entity(sign: str) -> str:
    """A character as an HTML entity, which Markdown passes through untouched."""
    return f"&#{ord(sign)};"


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Every control, formatting or private character, with its offset; line ends are none of them."""
    for found in _ODD.finditer(text):
        if _is_hidden(found[0]):
            yield found.start(), found[0]


def blanked(text: str) -> str:
    """The text with a space in place of every unseen character, so that offsets stay."""
    return _ODD.sub(lambda found: " " if _is_hidden(found[0]) else found[0], text)


def _is_hidden(found: str) -> bool:
    if found == "\r\n" or found in _JOINERS:
        return False
    return unicodedata.category(found) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def named(character: str) -> str:
    """A character by code point and name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
