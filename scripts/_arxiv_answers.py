"""Entries of an arXiv answer, as the package `arxiv` reads them, into records; before 2026 and since."""

from __future__ import annotations

import re
from typing import Any

from readinglist.arxiv.record import Record, same
from readinglist.model import identifiers, names
from readinglist.problems import Refused
from readinglist.text.characters import collapsed


class Incomplete(Exception):
    """An entry without title, authors, category or version; the one argument is the id of the paper."""


def answered(result: Any) -> str:
    """The arXiv id that an entry is about, in the form of `same`, without version."""
    return _id_and_version(result.entry_id)[0]


def _id_and_version(address: str) -> tuple[str, int]:
    found = re.search(r"/(?:abs|pdf)/(.+?)(?:v(\d+))?(?:\.pdf)?$", address.strip())
    return (same(found[1]), int(found[2] or 0)) if found else ("", 0)


def _version(result: Any) -> int:
    """The version that an entry is about: told by its id, else by a link to the same paper, else 0."""
    addresses = (result.entry_id, *(link.href for link in result.links))
    told = (version for id, version in map(_id_and_version, addresses) if id == answered(result))
    return next(filter(None, told), 0)


def record(result: Any, id: str) -> Record:
    """What an entry says, for the paper that the catalogue calls by this id; raises `Incomplete`."""
    title, version, primary = collapsed(result.title), _version(result), result.primary_category
    authors = tuple(names.read(collapsed(author.name)).name for author in result.authors)
    if not (title and version and primary and authors and all(authors)):
        raise Incomplete(id)
    return Record(
        arxiv=id,
        title=title,
        authors=authors,
        published=result.published.date(),
        version=version,
        updated=result.updated.date(),
        categories=tuple(dict.fromkeys((primary, *result.categories))),
        doi=_publishers(result.doi or ""),
        journal_ref=collapsed(result.journal_ref or "") or None,
        withdrawn=withdrawn(collapsed(result.comment or ""), collapsed(result.summary), version),
    )


def _publishers(told: str) -> str | None:
    """The first of the DOIs that arXiv was given which is a publisher's."""
    for word in told.split():
        try:
            return identifiers.doi(
                re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", "", word, flags=re.IGNORECASE)
            )
        except Refused:
            continue
    return None


_THING = r"(?:paper|article|submission|manuscript|preprint|work|report|note|letter|version|draft|eprint)"
_WITHDRAWN = re.compile(
    rf"^\W*withdrawn\b|\b{_THING}\W+(?:\w+\W+){{0,3}}?withdrawn\b|\b(?:has|have) been withdrawn\b"
    rf"|\bwithdr(?:aw|awn|ew)\s+(?:this|the|our)\s+{_THING}",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(
    rf"^\W*(?:withdrawn\b|(?:this|the|our)\s+{_THING}\W+(?:\w+\W+){{0,3}}?withdrawn\b)", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:earlier|previous|first|prior|old(?:er)?|original) (?:\w+ )?version|\bv(?:ersion )?(\d+)\b",
    re.IGNORECASE,
)


def withdrawn(comment: str, summary: str, version: int) -> bool:
    """Whether arXiv tells that this version, the latest, is withdrawn; not where it tells so of another."""
    told = [sentence for sentence in re.split(r"[.;!?]\s", comment) if _WITHDRAWN.search(sentence)]
    return bool(_ABSTRACT.search(summary)) or any(not _of_another(sentence, version) for sentence in told)


def _of_another(sentence: str, version: int) -> bool:
    return any(found[1] is None or int(found[1]) != version for found in _OTHER.finditer(sentence))
