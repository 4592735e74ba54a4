"""Values of a document by the shape of their path, so that rules hold for data of any shape."""

from __future__ import annotations

from collections.abc import Iterator
from types import EllipsisType
from typing import Any

from readinglist.problems import Path
from readinglist.source.document import Document

EACH = ...
"""In a pattern, every item of a list."""

Pattern = tuple[str | int | EllipsisType, ...]
Found = tuple[Path, Any]


def values(data: Any, pattern: Pattern, path: Path = ()) -> Iterator[Found]:
    """Every value whose path fits the pattern, in order; nothing where the data has another shape."""
    if not pattern:
        yield path, data
        return
    step, rest = pattern[0], pattern[1:]
    if isinstance(step, EllipsisType):
        for index, item in enumerate(data if isinstance(data, list) else ()):
            yield from values(item, rest, (*path, index))
    elif isinstance(data, dict) and step in data:  # noqa: SIM114 - the type checker tells them apart
        yield from values(data[step], rest, (*path, step))
    elif isinstance(data, list) and isinstance(step, int):
        yield from values(data[step], rest, (*path, step))


def texts(document: Document, *pattern: str | int | EllipsisType) -> dict[Path, str]:
    """Every text whose path fits the pattern, by path."""
    return {path: value for path, value in values(document.data, pattern) if isinstance(value, str)}
