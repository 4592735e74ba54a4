"""Anchors of headings: one function for the site and for all that link to them, whatever the script."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

from markdown import Markdown
from markdown.extensions import toc


def slugify(text: str, separator: str = "-") -> str:
    """The anchor of a heading's words; ASCII where they are Latin, else with the letters of their script."""
    composed = unicodedata.normalize("NFC", text)
    if all(unicodedata.normalize("NFKD", sign)[0].isascii() for sign in composed if sign.isalnum()):
        return toc.slugify(text, separator)
    kept = "".join(sign for sign in composed.lower() if _is_kept(sign))
    return re.sub(rf"[{re.escape(separator)}\s]+", separator, kept.strip())


def _is_kept(sign: str) -> bool:
    # Vowels of many scripts are marks.
    return sign.isalnum() or sign.isspace() or sign in "_-" or unicodedata.category(sign)[0] == "M"


def heading(markup: str) -> tuple[str, str]:
    """The anchor and the plain words of a heading, both empty where it has no letter to be linked by."""
    engine = _engine()
    engine.reset().convert(f"## {markup}")
    [*tokens] = getattr(engine, "toc_tokens", ())
    token = tokens[0] if tokens else {"name": "", "id": "_"}
    words = html.unescape(token["name"]).strip()
    named = bool(slugify(words)) or not token["id"].startswith("_")
    return (token["id"] if named else "", words)


@cache
def _engine() -> Markdown:
    return Markdown(extensions=["attr_list", toc.TocExtension(slugify=slugify)])
