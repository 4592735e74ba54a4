"""Words as search compares them: without case and accents, in any script.

The reader's script does the same to what is typed, with the tables below, which go to it with the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

LETTERS: Mapping[str, str] = {
    **{
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
    },
    **{"ŋ": "n", "ŧ": "t", "ς": "σ"},
}
"""Letters that no decomposition leads back to plain ones, and what people type for them."""
ACCENTS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
)
"""Marks that people leave out when they type, as the inside of a character class; vowel signs are none."""
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Scripts without spaces between words, likewise: these are compared by pairs of characters."""

_ACCENT = re.compile(f"[{ACCENTS}]")
_WITHOUT_SPACES = re.compile(f"[{UNSPACED}]")
_RUN = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
# A point within a number is part of it, as in an arXiv id.
_BETWEEN = re.compile(r" |(?<![0-9])\.|\.(?![0-9])")


_LETTERS = str.maketrans({**LETTERS})


def folded(text: str) -> str:
    """The text in lower case, without accents."""
    if text.isascii():
        return text.lower()
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", text)).lower()
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


class _Spaces(dict[int, int]):
    """A blank for every sign between words, so that each is looked up once."""

    def __missing__(self, sign: int) -> int:
        self[sign] = sign if chr(sign) == "." or _is_of_word(chr(sign)) else ord(" ")
        return self[sign]


_SPACES = _Spaces()


def words(text: str) -> Iterator[str]:
    """The words of a text in order, folded."""
    spaced = folded(text).translate(_SPACES)
    found = filter(None, _BETWEEN.split(spaced))
    if not _WITHOUT_SPACES.search(spaced):
        yield from found
        return
    for word in found:
        for run in _RUN.findall(word):
            yield from _pairs(run) if _WITHOUT_SPACES.match(run) else (run,)


def joined(text: str) -> str:
    """The text as one word, as in `mp3`, so that it is found however it is hyphenated or spaced."""
    return "".join(filter(_is_of_word, folded(text)))


def _is_of_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def _pairs(run: str) -> Iterator[str]:
    # The last character too, so that each is the beginning of a pair.
    return (run[at : at + 2] for at in range(len(run)))
