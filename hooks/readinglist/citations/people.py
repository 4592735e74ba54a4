"""The authors of a paper in a row, as styles of citation write them."""

from __future__ import annotations

import re

from readinglist.citations import reference
from readinglist.model.names import Author
from readinglist.model.paper import Paper


def initials(author: Author) -> str:
    """The given names shortened: `A. N.`, `M.-W.`; words in lower case stay whole."""
    words = re.split(r"[\s.]+", (author.given or "").strip(" ."))
    return " ".join(word if word.islower() else _initial(word) for word in words)


def _initial(word: str) -> str:
    return "-".join(f"{part[0]}." for part in word.split("-") if part)


def apa(paper: Paper) -> str:
    """Family names first: all of up to twenty, else nineteen and the last."""
    names = [author.group or f"{author.family}, {initials(author)}" for author in paper.authors]
    if len(names) > 20:
        return f"{', '.join(names[:19])}, … {names[-1]}"
    return ", & ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def ieee(paper: Paper) -> str:
    """Initials first: all of up to six, else the first and others."""
    names = [author.group or f"{initials(author)} {author.family}" for author in paper.authors]
    return f"{names[0]} et al." if len(names) > 6 else _in_a_row(names)


def acm(paper: Paper) -> str:
    """Whole names, all of them."""
    return _in_a_row([author.name for author in paper.authors])


def chicago(paper: Paper) -> str:
    """Whole names, the first inverted: all of up to six, else three and others."""
    first, *rest = paper.authors
    names = [reference.inverted(first), *(author.name for author in rest)]
    if len(names) > 6:
        return f"{', '.join(names[:3])}, et al."
    return ", and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _in_a_row(names: list[str]) -> str:
    """`A`, `A and B`, `A, B, and C`."""
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])}, and {names[-1]}"
