"""What the command that adds a paper leaves for a person to write, and no page may show.

These very texts are marks of unfinished work wherever they are, a bare TODO where a text begins with it: the
title of another paper may well have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BARE = "TODO"
"""The mark where one word or number has to be chosen."""

TO_WRITE = {
    "nickname": "TODO what people call it",
    "organization": "TODO where it comes from",
    "venue": "TODO where it was published, arXiv aside, or delete the line",
    "annotation": "TODO what the paper is, in one to three sentences",
    "why_here": "TODO why it is in the list, and at this place",
    "paper": "TODO the id of a paper to read before, or delete prerequisites",
    "reason": "TODO what that paper gives the reader",
}
"""The marks by the key whose value has to be written."""

_MARK = re.compile(
    rf"(?P<left>{'|'.join(map(re.escape, TO_WRITE.values()))})|^[ >*+-]*(?P<word>TODO|FIXME|TBD)\b",
    re.MULTILINE,
)


def marks(text: str) -> Iterator[tuple[int, str]]:
    """Every mark in a text, in order, with its offset."""
    for found in _MARK.finditer(text):
        kind = found.lastgroup or "left"
        yield found.start(kind), found[kind]


def is_unfinished(text: str) -> bool:
    """Whether a value is left to write, or a mark is left in it."""
    return any(marks(text))
