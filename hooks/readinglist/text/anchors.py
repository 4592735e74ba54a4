"""Anchors of headings, as the checks know them and as the site has them."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping

from readinglist.problems import Refused
from readinglist.text.formulas import mathml
from readinglist.text.inline import Piece


def own_id(pieces: tuple[Piece, ...]) -> str:
    """The id that a heading gives itself in braces; empty where it does not."""
    last = pieces[-1] if pieces else None
    names = last.value.split() if last and last.kind == "attributes" else ()
    return next((name[1:] for name in names if name.startswith("#")), "")


def slug(words: str, separator: str = "-") -> str:
    """The anchor of a heading: its letters and digits in lower case, without accents, joined by hyphens."""
    decomposed = unicodedata.normalize("NFKD", words)
    bare = unicodedata.normalize(
        "NFC", "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    )
    kept = "".join(sign for sign in bare.lower() if sign.isalnum() or sign in "_- " or sign.isspace())
    return re.sub(r"[-\s]+", separator, kept.strip("-_ \t\n")) or "section"


def shown(text: str, pieces: tuple[Piece, ...]) -> str:
    """The words of a heading as readers see them."""
    shown = "".join(_SHOWN[piece.kind](text, piece) for piece in pieces if piece.kind in _SHOWN)
    return re.sub(r"\*|(?<!\w)_+|_+(?!\w)", "", shown)


_SHOWN: Mapping[str, Callable[[str, Piece], str]] = {
    "words": lambda text, piece: text[piece.start : piece.end],
    "sign": lambda text, piece: piece.value,
    "escaped": lambda text, piece: piece.value,
    "code": lambda text, piece: piece.value,
    "autolink": lambda text, piece: piece.value,
    "inline": lambda text, piece: _words_of(piece.value),
}


def _words_of(tex: str) -> str:
    """What a formula shows, without its shape; nothing where it cannot be set."""
    try:
        return html.unescape(re.sub("<[^>]*>", "", mathml(tex)))
    except Refused:
        return ""
