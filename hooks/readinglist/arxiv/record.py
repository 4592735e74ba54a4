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
    """The latest version of a paper as arXiv has it; texts and names with white space collapsed.

    `groups` are the authors that arXiv marks as groups; `unheld` says in words what arXiv has and no entry
    can hold.
    """

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
    groups: frozenset[str] = frozenset()
    unheld: tuple[str, ...] = ()

    @property
    def seen(self) -> Seen:
        """What the record of the last sync keeps of it."""
        return Seen(self.title, len(self.authors), self.published, self.version, self.updated)


_HOSTS = (
    r"(?:[a-z0-9-]+\.)*(?:arxiv|alphaxiv|ar5iv|huggingface|hf|scirate|arxiv-vanity|semanticscholar)"
    r"\.(?:org|co|com)"
)
_PAGE = r"(?:abs|pdf|html|papers?|arxiv|format|ps|src|e-print|overview|resources)"
_BEFORE = re.compile(
    rf"(?:https?://)?{_HOSTS}/+(?:{_PAGE}/+)?(?:arxiv:)?|(?:https?://)?(?:(?:dx\.)?doi\.org/)?10\.48550/arxiv\."
    r"|arxiv(?:\.org)?:\s*",
    re.IGNORECASE,
)
"""What may stand before an id: an address of arXiv or of a site that shows its papers, or arXiv's own DOI."""
_ID = re.compile(r"\d{4}\.\d{4,5}(?!\d)|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?!\d)")
_AFTER = re.compile(r"(?:v\d+)?(?:\.pdf)?/?(?:[?#]\S*)?(?:\s+\[[\w.-]+\].*)?[\s.,;>)]*")
"""What may follow it: a version, the end of an address, or the category and the day of arXiv's stamp."""


def reference(text: str) -> str:
    """The arXiv id in what people paste: an id, an address, a stamp; raises `Refused` where there is none."""
    rest = text.strip(" \t\r\n<(")
    start = _BEFORE.match(rest)
    rest = rest[start.end() :] if start else rest
    found = _ID.match(rest)
    try:
        if found and _AFTER.fullmatch(rest[found.end() :]):
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
