"""What arXiv said at the last sync, kept so that identity can be checked without network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Seen:
    """One paper as arXiv had it: title, number of authors, day of version 1, latest version and its day."""

    title: str
    authors: int
    published: date
    version: int
    updated: date


def load(text: str) -> dict[str, Seen]:
    """The record by arXiv id, from the text of `.arxiv-snapshot.json`."""
    return {
        arxiv: Seen(
            seen["title"],
            seen["authors"],
            date.fromisoformat(seen["published"]),
            seen["version"],
            date.fromisoformat(seen["updated"]),
        )
        for arxiv, seen in json.loads(text).items()
    }


def dumped(known: Mapping[str, Seen]) -> str:
    """The text of the record: sorted, one paper a line, so that a difference is easy to read."""
    lines = (
        f"{json.dumps(arxiv)}: {json.dumps(_plain(seen), ensure_ascii=False)}"
        for arxiv, seen in sorted(known.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _plain(seen: Seen) -> dict[str, object]:
    return {
        "title": seen.title,
        "authors": seen.authors,
        "published": seen.published.isoformat(),
        "version": seen.version,
        "updated": seen.updated.isoformat(),
    }
