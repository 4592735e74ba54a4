"""A record of arXiv as a new entry of the catalogue."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection
from datetime import date

from readinglist.arxiv.record import Record
from readinglist.model import identifiers, names
from readinglist.source.scalars import scalar


def author(name: str) -> str:
    """An author as an item of a list: a plain name, or a mapping where that would leave it open."""
    reading = names.read(name)
    if reading.certain and reading.family:
        return scalar(name)
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in reading.parts.items()) + "}"


def slug(record: Record, taken: Collection[str]) -> str:
    """A free id from the title: what stands before its colon, in lower case, with hyphens."""
    ascii = unicodedata.normalize("NFKD", record.title.partition(":")[0]).encode("ascii", "ignore").decode()
    words = identifiers.likely_slug(ascii.replace("'", ""))
    base = words if len(words) <= 60 else words[:60].rpartition("-")[0] or words[:60]
    base = base or identifiers.likely_slug(f"arxiv-{record.arxiv}")
    number, found = 1, base
    while found in taken or found in identifiers.RESERVED:
        number += 1
        found = f"{base}-{number}"
    return found


def entry(record: Record, id: str, added: date) -> str:
    """A new entry as an item of the list of papers, not indented, with TODO where a person must write."""
    doi = (f"doi: {scalar(record.doi)}",) if record.doi else ()
    journal = (f"journal_ref: {scalar(record.journal_ref)}",) if record.journal_ref else ()
    lines = (
        f"id: {id}",
        f'arxiv: "{record.arxiv}"',
        f"title: {json.dumps(record.title, ensure_ascii=False)}",
        "nickname: TODO what people call it",
        f'published: "{record.published}"',
        f"year: {record.published.year}",
        f'latest: {{version: {record.version}, date: "{record.updated}"}}',
        "authors:",
        *(f"  - {author(name)}" for name in record.authors),
        "organization: TODO where it comes from",
        "venue: TODO where it was published, arXiv aside, or delete the line",
        f"categories: [{', '.join(record.categories)}]",
        *(*doi, *journal),
        f'added: "{added}"',
        "topics: [TODO]",
        "level: TODO",
        "minutes: TODO",
        "annotation: TODO what the paper is, in one to three sentences",
        "why_here: TODO why it is in the list, and at this place",
        "prerequisites:",
        "  - paper: TODO the id of a paper to read before, or delete prerequisites",
        "    reason: TODO what that paper gives the reader",
    )
    return "- " + "\n  ".join(lines)
