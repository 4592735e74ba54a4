"""Entries of an arXiv answer, as the package `arxiv` reads them, into records; before 2026 and since."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from readinglist.arxiv.record import Record, same
from readinglist.model import identifiers, names
from readinglist.problems import Refused, quoted
from readinglist.text.accents import accented
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
    """The version that an entry is about: by its id, else by a link to the same paper, else 0."""
    addresses = (result.entry_id, *(link.href for link in result.links))
    named = (version for id, version in map(_id_and_version, addresses) if id == answered(result))
    return next(filter(None, named), 0)


def record(result: Any, id: str) -> Record:
    """What an entry says, for the paper that the catalogue calls by this id; raises `Incomplete`."""
    title, version = _text(result.title), _version(result)
    signed = [_text(author.name) for author in result.authors]
    authors, groups = _authors(signed)
    categories = [*filter(_is_category, dict.fromkeys((result.primary_category, *result.categories)))]
    if not (title and version and categories and authors and all(signed)):
        raise Incomplete(id)
    doi = _publishers(result.doi or "")
    return Record(
        arxiv=id,
        title=title,
        authors=authors,
        published=result.published.date(),
        version=version,
        updated=result.updated.date(),
        categories=tuple(categories),
        doi=doi,
        journal_ref=_text(result.journal_ref or "") or None,
        withdrawn=withdrawn(collapsed(result.comment or ""), collapsed(result.summary), version),
        groups=frozenset(groups),
        unheld=() if doi or not result.doi else (f"doi: {quoted(result.doi)}",),
    )


def _text(said: str) -> str:
    """Words of arXiv's on one line, with letters in place of TeX's accents."""
    return collapsed(accented(collapsed(said)))


def _authors(said: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The names among arXiv's authors, and which of them are groups: those before a colon."""
    found, groups = list[str](), list[str]()
    for name in said:
        colon = name.endswith(":")
        if names.has_letter(name):
            found.append(names.read(name).name)
        if colon and found:
            groups.append(found[-1])
    return tuple(found), groups


def _is_category(term: str) -> bool:
    """Whether a class is arXiv's own: entries name those of other schemes in the same way."""
    try:
        return bool(term and identifiers.arxiv_category(term))
    except Refused:
        return False


def _publishers(said: str) -> str | None:
    """The first of the DOIs that arXiv was given which is a publisher's."""
    for word in identifiers.dois(said):
        try:
            return identifiers.doi(word)
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
# From a venue, or as a submission to one: arXiv has the paper all the same.
_NAMED = r"(?-i:[A-Z]\w*[A-Z]\w*)(?:[ -]'?\d{2,4})?"
_VENUE = re.compile(
    r"\bwithdr(?:aw|awn|ew)\b(?: by (?:the )?\w+)?(?: (?:this|the|our) \w+)?(?: \w+)? from "
    r"(?!(?:the )?(?:arxiv|e-?print|server|archive|repository|public|circulation)\b)"
    rf"|\bwithdrawn {_NAMED} (?:submission|paper)\b|\b{_NAMED} submission\b[\W]*withdrawn\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:earlier|previous|first|prior|old(?:er)?|original) (?:\w+ )?version|\bv(?:ersion )?(\d+)\b",
    re.IGNORECASE,
)


def withdrawn(comment: str, summary: str, version: int) -> bool:
    """Whether arXiv says that this version, the latest, is withdrawn; not where it says so of another."""
    sentences = re.split(r"[.;!?]\s", comment)
    said = [one for one in sentences if _WITHDRAWN.search(one) and not _VENUE.search(one)]
    beginning = re.split(r"[.;!?]\s", summary, maxsplit=1)[0]
    gone = _ABSTRACT.search(beginning) and not _VENUE.search(beginning)
    return bool(gone) or any(not _of_another(sentence, version) for sentence in said)


def _of_another(sentence: str, version: int) -> bool:
    return any(found[1] is None or int(found[1]) != version for found in _OTHER.finditer(sentence))
