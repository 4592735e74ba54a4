"""Hand-written Markdown for readers elsewhere: other addresses, and nothing that only this site reads."""

from __future__ import annotations

from collections.abc import Callable

from readinglist.text.markdown import Page


def rewritten(text: str, address: Callable[[str], str]) -> str:
    """The Markdown with each link where `address` says, without front matter and classes in braces."""
    page = Page(text)
    edits = {link.at: (link.at + len(link.address), address(link.address)) for link in page.links}
    for piece in page.all("attributes"):
        blanks = len(text[: piece.start]) - len(text[: piece.start].rstrip(" "))
        edits[piece.start - blanks] = (piece.end, "")
    at = page.front.end() if page.front else 0
    parts = []
    for start, (end, new) in sorted(edits.items()):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]]).strip() + "\n"
