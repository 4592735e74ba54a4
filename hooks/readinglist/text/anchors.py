"""Anchors of headings: one function for the site and for all that link to them, whatever the script."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping

from markdown.extensions import toc

from readinglist.problems import Refused
from readinglist.text.formulas import mathml
from readinglist.text.inline import Piece


def slug(words: str, separator: str = "-") -> str:
    """The anchor of a heading's words: ASCII where they are Latin, else with the letters of their script.

    Words without a letter or a digit have one too, `section`; the theme's own begin with an underscore, and
    none of these does.
    """
    composed = unicodedata.normalize("NFC", words)
    anchor = _latin(composed, separator) if _is_latin(composed) else _of_its_script(composed, separator)
    return anchor.strip("_-") or "section"


def _is_latin(words: str) -> bool:
    return all(unicodedata.normalize("NFKD", sign)[0].isascii() for sign in words if sign.isalnum())


def _latin(words: str, separator: str) -> str:
    # What every other engine makes of them too.
    return str(toc.slugify(words, separator))


def _of_its_script(words: str, separator: str) -> str:
    kept = "".join(sign for sign in words.lower() if _is_kept(sign))
    return re.sub(r"[-\s]+", separator, kept.strip())


def _is_kept(sign: str) -> bool:
    # Vowels of many scripts are marks.
    return sign.isalnum() or sign.isspace() or sign in "_-" or unicodedata.category(sign)[0] == "M"


def own_id(pieces: tuple[Piece, ...]) -> str:
    """The id that a heading gives itself in braces; empty where it does not."""
    last = pieces[-1] if pieces else None
    names = last.value.split() if last and last.kind == "attributes" else ()
    return next((name[1:] for name in names if name.startswith("#")), "")


def shown(text: str, pieces: tuple[Piece, ...]) -> str:
    """The words of a heading as readers see them."""
    shown = "".join(_SHOWN[piece.kind](text, piece) for piece in pieces if piece.kind in _SHOWN)
    return re.sub(r"\*|(?<!\w)_+|_+(?!\w)", "", shown).strip()


_SHOWN: Mapping[str, Callable[[str, Piece], str]] = {
    "words": lambda text, piece: text[piece.start : piece.end],
    "sign": lambda text, piece: piece.value,
    "escaped": lambda text, piece: piece.value,
    "code": lambda text, piece: piece.value,
    "autolink": lambda text, piece: piece.value,
    "inline": lambda text, piece: _words_of(piece.value),
}


def _words_of(tex: str) -> str:
    """What a formula shows, without its shape; itself where it cannot be set."""
    try:
        return html.unescape(re.sub("<[^>]*>", "", mathml(tex)))
    except Refused:
        return f"${tex}$"
