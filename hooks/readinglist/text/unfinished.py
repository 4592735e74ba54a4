"""Marks of unfinished work, which whoever adds a paper leaves and no page may show."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile(r"\b(?:TODO|FIXME|TBD)\b")


def marks(text: str) -> Iterator[re.Match[str]]:
    """Every mark in a text, in order."""
    return _MARK.finditer(text)


def is_unfinished(text: str) -> bool:
    """Whether any mark is left in a text."""
    return any(marks(text))
