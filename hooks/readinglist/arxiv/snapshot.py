"""The record of the last sync: what arXiv said of each paper, kept so that checks need no network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from readinglist.problems import CannotOpen


def beside(catalogue: Path) -> Path:
    """The file of a catalogue's record: beside it, and named for it where that is not papers.yaml."""
    of_another = "" if catalogue.name == "papers.yaml" else f"-{catalogue.stem}"
    return catalogue.with_name(f".arxiv-snapshot{of_another}.json")


@dataclass(frozen=True)
class Seen:
    """What arXiv said of one paper: its title, how many authors, the day of version 1, the latest version."""

    title: str
    authors: int
    published: date
    version: int
    updated: date


def load(text: str | bytes) -> Mapping[str, Seen]:
    """What arXiv said, by arXiv id; raises `CannotOpen` where the text is not such a record."""
    try:
        return {arxiv: _seen(values) for arxiv, values in json.loads(text).items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        raise CannotOpen(
            "The record of the last sync is not one that can be read. "
            "Write it anew with scripts/sync_arxiv.py, or take it from git."
        ) from None


def _seen(values: dict[str, Any]) -> Seen:
    published, updated = date.fromisoformat(values["published"]), date.fromisoformat(values["updated"])
    return Seen(str(values["title"]), int(values["authors"]), published, int(values["version"]), updated)


def dumped(seen: Mapping[str, Seen]) -> str:
    """The record as JSON, sorted and with one paper a line, so that a diff shows what arXiv changed."""
    lines = (
        f"  {json.dumps(arxiv)}: {json.dumps(asdict(seen[arxiv]), ensure_ascii=False, default=str)}"
        for arxiv in sorted(seen)
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"
