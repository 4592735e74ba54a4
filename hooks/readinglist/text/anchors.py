"""Anchors of headings: one function for the site and for all that link to them, whatever the script."""

from __future__ import annotations

import re
import unicodedata

from markdown.extensions import toc


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
