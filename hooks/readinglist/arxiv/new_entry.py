"""A record of arXiv as a new entry of the catalogue."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from readinglist.arxiv.record import Record
from readinglist.model import identifiers, names
from readinglist.source.scalars import scalar
from readinglist.text.unfinished import BARE, TO_WRITE


def author(name: str, groups: Collection[str] = ()) -> str:
    """An author as an item of a list: a plain name, or a mapping where that would leave it open."""
    reading = names.Reading(group=name) if name in groups else names.read(name)
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
        f"id: {scalar(id)}",
        f'arxiv: "{record.arxiv}"',
        f"title: {json.dumps(record.title, ensure_ascii=False)}",
        *_to_write("nickname"),
        f'published: "{record.published}"',
        f"year: {record.published.year}",
        f'latest: {{version: {record.version}, date: "{record.updated}"}}',
        "authors:",
        *(f"  - {author(name, record.groups)}" for name in record.authors),
        *_to_write("organization", "venue"),
        f"categories: [{', '.join(record.categories)}]",
        *(*doi, *journal),
        f'added: "{added}"',
        f"topics: [{BARE}]",
        f"level: {BARE}",
        f"minutes: {BARE}",
        *_to_write("annotation", "why_here"),
        "prerequisites:",
        *map("  {}".format, _item(_to_write("paper", "reason"))),
    )
    return "\n".join(_item(lines))


def _to_write(*keys: str) -> Iterator[str]:
    """Lines with the marks of what a person has to write."""
    return (f"{key}: {TO_WRITE[key]}" for key in keys)


def _item(lines: Iterable[str]) -> Iterator[str]:
    """Lines as one item of a list."""
    return (f"{'  ' if index else '- '}{line}" for index, line in enumerate(lines))
