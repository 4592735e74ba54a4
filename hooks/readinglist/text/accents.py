"""TeX's accents in plain words, as in `Schr\\"odinger`, and the one way to compare what people wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from readinglist.text.characters import collapsed
from readinglist.text.formulas import segments

_LETTER = r"(?:[A-Za-z]|\\[ij](?![A-Za-z])[ ]?)"
_ACCENT = rf"""\\(?:["'`^~=.]|[uvHcdbkr](?![A-Za-z])[ ]*)(?:\{{{_LETTER}\}}|{_LETTER})"""
_SPECIAL = r"\\(?:aa|AA|ae|AE|oe|OE|ss|[oOlLi]|dh|DH|dj|DJ|th|TH|ng|NG)(?:\{\}|(?![A-Za-z])[ ]?)"
_TEX = re.compile(rf"\{{(?:{_ACCENT}|{_SPECIAL})\}}|{_ACCENT}|{_SPECIAL}")
"""An accent or a letter of its own, alone or in braces; words may hold the rest of TeX as it is."""


def accented(text: str) -> str:
    """The text with letters in place of TeX's accents; formulas stay as they are."""
    if "\\" not in text:
        return text
    return "".join(
        f"${part.text}$" if part.math else _TEX.sub(lambda found: converter()(found[0]), part.text)
        for part in segments(text)
    )


@cache
def converter() -> Callable[[str], str]:
    """What makes plain signs of LaTeX."""
    # Imported where it is needed: few texts have TeX accents, and every command would wait for it.
    from pylatexenc.latex2text import LatexNodes2Text

    convert: Callable[[str], str] = LatexNodes2Text().latex_to_text
    return convert


def comparable(text: str) -> str:
    """What texts that say the same have in common, however letters, dollars and spaces are written."""
    return collapsed(accented(text)).replace(r"\$", "$")
