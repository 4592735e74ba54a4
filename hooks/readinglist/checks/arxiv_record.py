"""Identity without network: entries against what arXiv said at the last sync.

A link that works but leads to the wrong paper shows neither in its form nor in a status code; it shows
here, as a title under another id or an id with another title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from readinglist.arxiv.snapshot import Seen
from readinglist.model.identifiers import arxiv_id
from readinglist.problems import Path, Problem, Refused, quoted
from readinglist.source.document import Document
from readinglist.source.reading import is_bent

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def problems(document: Document, known: Mapping[str, Seen]) -> Iterator[Problem]:
    """Entries that contradict the record, and a notice for each that it does not know."""
    if not isinstance(document.data, dict) or not isinstance(document.data.get("papers"), list):
        return
    titles = {_folded(seen.title): arxiv for arxiv, seen in known.items()}
    for index, entry in enumerate(document.data["papers"]):
        if (
            isinstance(entry, dict)
            and _well_formed(entry.get("arxiv"))
            and isinstance(entry.get("title"), str)
        ):
            yield from _of_entry(document, ("papers", index), entry, known, titles)


def _of_entry(
    document: Document,
    path: Path,
    entry: dict[str, Any],
    known: Mapping[str, Seen],
    titles: Mapping[str, str],
) -> Iterator[Problem]:
    arxiv, title = entry["arxiv"], entry["title"]
    other = titles.get(_folded(title))
    if other and other != arxiv:
        message = f"{quoted(title)} is the title of arXiv {other}, not of {arxiv}"
        yield document.problem(
            (*path, "arxiv"), message, f'Write arxiv: "{other}", or the title that belongs to the id'
        )
    elif arxiv in known:
        yield from _against(document, path, entry, known[arxiv])
    else:
        message = f"arXiv {arxiv} is new since the last sync, so nothing was compared"
        yield document.problem((*path, "arxiv"), message, "Run scripts/sync_arxiv.py", notice=True)


def _against(document: Document, path: Path, entry: dict[str, Any], seen: Seen) -> Iterator[Problem]:
    """What differs from the record of the same id, departures with a reason left out."""
    latest, authors = entry.get("latest"), entry.get("authors")
    pairs: dict[str, tuple[Any, Any]] = {
        "title": (_collapsed(entry["title"]), _collapsed(seen.title)),
        "authors": (len(authors) if isinstance(authors, list) else None, seen.authors),
        "published": (entry.get("published"), seen.published.isoformat()),
        "latest": (
            (latest.get("version"), latest.get("date")) if isinstance(latest, dict) else None,
            (seen.version, seen.updated.isoformat()),
        ),
    }
    departures = entry.get("departures")
    listed = departures if isinstance(departures, list) else []
    departed = {departure.get("key") for departure in listed if isinstance(departure, dict)}
    for key, (ours, theirs) in pairs.items():
        parts = ours if isinstance(ours, tuple) else (ours,)
        # What has no form of a date is told by the schema, and told once.
        formless = key in ("published", "latest") and not _DATE.fullmatch(str(parts[-1]))
        refused = formless or any(map(is_bent, parts))
        if ours is not None and not refused and ours != theirs and key not in departed:
            yield document.problem((*path, key), *_said(key, ours, theirs, entry["arxiv"]))


def _said(key: str, ours: Any, theirs: Any, arxiv: str) -> tuple[str, str]:
    since = f"(arXiv {arxiv} at the last sync)"
    if key == "authors":
        return f"{ours} authors, where there are {theirs} {since}", "Write every author, in the paper's order"
    if key == "latest":
        number, day = theirs
        return (
            f"the latest version is not v{ours[0]} of {ours[1]} {since}",
            f'Write latest: {{version: {number}, date: "{day}"}}, or run scripts/sync_arxiv.py',
        )
    return (
        f"{key} {quoted(ours)} is not that of the paper {since}",
        f'Write {key}: "{theirs}", or mend the id',
    )


def _well_formed(arxiv: object) -> bool:
    """Whether there is an arXiv id to compare by; a bad one is told elsewhere."""
    try:
        return isinstance(arxiv, str) and bool(arxiv_id(arxiv))
    except Refused:
        return False


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _folded(title: str) -> str:
    return _collapsed(title).casefold()
