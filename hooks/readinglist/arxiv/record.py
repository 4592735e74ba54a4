"""What arXiv says of a paper: compared with an entry, and written as a new one."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from itertools import zip_longest
from typing import Any

import yaml

from readinglist.arxiv.snapshot import Seen
from readinglist.model import identifiers
from readinglist.model.catalogue import Departure, Paper
from readinglist.model.names import split_name
from readinglist.problems import Path, Refused, quoted
from readinglist.text.formulas import blanked


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


@dataclass(frozen=True)
class Difference:
    """One value of an entry that is another on arXiv; None stands for a value that is not there.

    `path` is within the entry; an author to insert has the place before which to insert it. `also` are
    other ways to write arXiv's value in a departure.
    """

    key: str
    path: Path
    ours: str | None
    arxiv: str | None
    also: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Both values in a sentence."""
        if self.key == "withdrawn":
            return "arXiv says that the paper is withdrawn"
        ours, theirs = (
            "missing" if value is None else quoted(value, 400) for value in (self.ours, self.arxiv)
        )
        return f"{self.key}: {ours} here, {theirs} on arXiv"


def collapsed(text: str) -> str:
    """Text on one line: runs of white space and unseen characters are one space each."""
    return " ".join(blanked(unicodedata.normalize("NFC", text)).split())


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


def differences(paper: Paper, record: Record) -> Iterator[Difference]:
    """Every value that is another on arXiv, save where the entry departs on purpose.

    What arXiv does not have (a DOI, a journal reference) contradicts nothing.
    """
    for found in (*_plain(paper, record), *_authors(paper, record), *_categories(paper, record)):
        if not any(_covers(departure, found) for departure in paper.departures):
            yield found
    if record.withdrawn:
        yield Difference("withdrawn", ("arxiv",), None, "withdrawn")


def _covers(departure: Departure, found: Difference) -> bool:
    values = {None, found.arxiv, *found.also}
    return departure.key == found.key and (departure.arxiv and collapsed(departure.arxiv)) in values


def _plain(paper: Paper, record: Record) -> Iterator[Difference]:
    ours, theirs = paper.latest, record
    if collapsed(paper.title) != record.title:
        yield Difference("title", ("title",), paper.title, record.title)
    if paper.published != record.published:
        yield Difference("published", ("published",), str(paper.published), str(record.published))
    if (ours.version, ours.date) != (theirs.version, theirs.updated):
        also = (str(theirs.version), f"v{theirs.version}", str(theirs.updated))
        said = f"v{theirs.version} of {theirs.updated}"
        yield Difference("latest", ("latest",), f"v{ours.version} of {ours.date}", said, also)
    if record.doi and (paper.doi or "").lower() != record.doi.lower():
        yield Difference("doi", ("doi",), paper.doi, record.doi)
    if record.journal_ref and collapsed(paper.journal_ref or "") != record.journal_ref:
        yield Difference("journal_ref", ("journal_ref",), paper.journal_ref, record.journal_ref)


def _categories(paper: Paper, record: Record) -> Iterator[Difference]:
    """The primary category, and which others there are; their order says nothing."""
    ours, theirs = paper.categories, record.categories
    if (ours[0], set(ours)) != (theirs[0], set(theirs)):
        yield Difference("categories", ("categories",), ", ".join(ours), ", ".join(theirs))


def _authors(paper: Paper, record: Record) -> Iterator[Difference]:
    ours = [collapsed(author.name) for author in paper.authors]
    departed = [departure.arxiv for departure in paper.departures if departure.key == "authors"]
    compared = _departed(ours, record.authors, [collapsed(name) for name in departed if name])
    for i, j, place in pairs(compared, record.authors):
        mine, theirs = None if i is None else ours[i], None if j is None else record.authors[j]
        yield Difference("authors", ("authors", place), mine, theirs)


def _departed(ours: Sequence[str], theirs: Collection[str], departed: Sequence[str]) -> list[str]:
    """Our names, with arXiv's spelling for each that departs from it, so that they line up."""
    compared = list(ours)
    for name in departed:
        alone = [mine for mine in compared if mine not in theirs]
        if name in theirs and name not in compared and (near := get_close_matches(name, alone, n=1)):
            compared[compared.index(near[0])] = name
    return compared


def pairs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int | None, int | None, int]]:
    """What makes one list of the other: items to exchange, to delete (no second), to insert (no first).

    The third number is the place in `ours`; an item is inserted before it.
    """
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            for i, j in zip_longest(range(i1, i2), range(j1, j2)):
                yield i, j, i2 if i is None else i


_PLAIN = re.compile(r"[^\W_](?:[\w .'’/()+;-]*[\w.')])?")
_RESOLVER: Any = yaml.resolver.Resolver()


def scalar(text: str) -> str:
    """Text as a YAML scalar, anywhere in a file: plain where that says the same, else in double quotes."""
    text_tag = "tag:yaml.org,2002:str"
    if _PLAIN.fullmatch(text) and _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == text_tag:
        return text
    return json.dumps(text, ensure_ascii=False)


_GROUP = re.compile(r"\b(?:collaboration|consortium|team|group)$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?")


def author(name: str) -> str:
    """An author as an item of a list: a plain name, or a mapping where the family name is a guess."""
    if len(name.split()) == 1 or _GROUP.search(name):
        return f"{{group: {scalar(name)}}}"
    if not is_guess(name):
        return scalar(name)
    words = name.split()
    at = next((at for at, word in enumerate(words) if at and word[0].islower()), len(words) - 1)
    at = max(1, at - 1) if _SUFFIX.fullmatch(words[at]) else at
    if re.search(r"\bet al\b|\band\b|&|;", name):
        return f"{{group: {scalar(name)}}}"
    return f"{{given: {scalar(' '.join(words[:at]))}, family: {scalar(' '.join(words[at:]))}}}"


def is_guess(name: str) -> bool:
    """Whether a person should look at how `author` split a name."""
    try:
        split_name(name)
    except Refused:
        return True
    return bool(_GROUP.search(name))


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


def entry(record: Record, id: str) -> str:
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
