"""What arXiv says of a paper, and the many ways to name one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from readinglist.arxiv.snapshot import Seen
from readinglist.model import identifiers
from readinglist.problems import Refused, quoted


@dataclass(frozen=True)
class Record:
    """The latest version of a paper as arXiv has it; texts and names with white space collapsed."""

    arxiv: str
    title: str
    authors: tuple[str, ...]
    published: date
    version: int
    updated: date
    categories: tuple[str, ...]
    doi: str | None = None
    journal_ref: str | None = None
    withdrawn: bool = False

    @property
    def seen(self) -> Seen:
        """What the record of the last sync keeps of it."""
        return Seen(self.title, len(self.authors), self.published, self.version, self.updated)


_ADDRESS = re.compile(r"(?:https?://)?(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html)/", re.IGNORECASE)
_PREFIX = re.compile(r"arxiv:\s*", re.IGNORECASE)
_TAIL = re.compile(r"(?:v\d+)?(?:\.pdf)?/?(?:[?#].*)?")


def reference(text: str) -> str:
    """The arXiv id in an id or an address, with or without version; raises `Refused` where there is none."""
    rest = text.strip()
    start = _ADDRESS.match(rest) or _PREFIX.match(rest)
    rest = rest[start.end() :] if start else rest
    found = re.match(r"\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7}", rest)
    try:
        if found and _TAIL.fullmatch(rest[found.end() :]):
            return identifiers.arxiv_id(found[0])
    except Refused:
        pass
    raise Refused(
        f"{quoted(text)} is not a paper on arXiv",
        "Give an id, as in 2305.18290 or hep-th/9901001, or the address of a paper on arxiv.org",
    )


def same(arxiv: str) -> str:
    """An arXiv id as arXiv answers it: `math.GT/0309136` is `math/0309136`."""
    return re.sub(r"\.[A-Z]{2}/", "/", arxiv)
