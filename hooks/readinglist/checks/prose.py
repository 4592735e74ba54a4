"""What hand-written pages may hold: words, formulas and links that a theme can be trusted with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readinglist import addresses
from readinglist.checks import front_matter
from readinglist.problems import Problem, Refused, did_you_mean, line_and_column, quoted
from readinglist.source import reading
from readinglist.source.prose import Prose
from readinglist.text.characters import faulty, unseen
from readinglist.text.formulas import faults_of_words, mathml
from readinglist.text.markdown import FRONT, PARTS, PIECE, SECTION, without_code

_TITLE = re.compile(r"^#(?!#)[ ]*\S.*$|^\S[^\n]*\n=+[ ]*$", re.MULTILINE)


# MkDocs takes more than this for front matter: other marks of its end, and key: value lines without marks.
_LIKEFRONT = re.compile(r"\A(?:---|[ ]{0,3}[A-Za-z0-9_-]+:)")


_SCHEME = re.compile(
    r"(?:\]\(\s*<?|^[ ]*\[[^\]\n]+\]:\s*<?|<)(?P<url>(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):[^\s)>]*)", re.M
)


_ATTRIBUTES = re.compile(r"\{[^{}\n=]*=[^{}\n]*\}?")


_FOREIGN_PICTURE = re.compile(r"!\[[^\]\n]*\]\(\s*<?(?P<url>(?:https?:)?//[^\s)>]*)", re.IGNORECASE)


_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>]+>")


_HEADING = re.compile(r"^(?P<marks>#{1,6})[ ]+\S.*$", re.MULTILINE)


def problems(prose: Prose, generated: Iterable[str]) -> Iterator[Problem]:
    """Everything wrong with the pages; those at the address of a generated one must fit into it."""
    generated = set(generated)
    yield from prose.unread
    for uri, text in prose.pages.items():
        note = uri in generated or addresses.of_papers(uri)
        shape = _shape(text) if addresses.of_papers(uri) else ()
        faults = (*_frame(text, note), *shape, *_levels(text, note), *_unseen(text), *_faults(text))
        for at, message, fix in faults:
            yield Problem(prose.file(uri), *line_and_column(text, at), "", message, fix)


def orphans(prose: Prose, ids: Iterable[str]) -> Iterator[Problem]:
    """Notes whose paper is not in the catalogue."""
    known = set(ids)
    for uri in prose.pages:
        name = addresses.paper_at(uri) or uri
        if addresses.of_papers(uri) and name not in known:
            fix = f"Name the file after a paper's id, or delete it. {did_you_mean(name, known)}".strip()
            yield Problem(
                prose.file(uri), 1, 1, "", f"notes of no paper: {quoted(name)} is not in the catalogue", fix
            )


Fault = tuple[int, str, str]
"""Offset in the text, message, fix."""


def _frame(text: str, note: bool) -> Iterator[Fault]:
    """Title and front matter: sound where a page stands alone, none of them in a note."""
    front = FRONT.match(text)
    if note and front:
        yield (
            0,
            "front matter in a page that is laid into a generated one",
            "Delete it: the catalogue has title and text",
        )
    elif front and (reason := _unfit(front["yaml"])):
        fix = "Write key: value lines between the two ---, without markup"
        yield 0, f"the front matter cannot be read: {reason}", fix
    elif not note and not front and _LIKEFRONT.match(text):
        yield (
            0,
            "a first line that reads like front matter",
            "Begin with a heading, or with key: value lines between two ---",
        )
    if note and (title := _TITLE.search(without_code(text))):
        yield (
            title.start(),
            f"a title of its own: {quoted(title[0])}",
            "Begin headings at ##: the page has its title",
        )


def _shape(notes: str) -> Iterator[Fault]:
    """Notes stand under the headings that the page has a place for, each once and in order."""
    known = ", ".join(f"## {name}" for name in PARTS)
    text, seen = without_code(notes), ""
    sections = list(SECTION.finditer(text))
    before = text[: sections[0].start() if sections else len(text)]
    if before.strip() and not _TITLE.search(text) and not FRONT.match(text):
        at = len(before) - len(before.lstrip())
        yield at, "notes before the first heading", f"Begin with one of {known}"
    for section in sections:
        name = section["name"]
        if name not in PARTS:
            fix = f"Write one of {known}, or ### for a heading within them"
            yield section.start(), f"the page of a paper has no place for {quoted(section[0])}", fix
        elif seen in PARTS and PARTS.index(name) <= PARTS.index(seen):
            message = f"{quoted(section[0])} comes after {quoted('## ' + seen)}"
            yield section.start(), message, f"Keep the order {known}, each once"
        seen = name if name in PARTS else seen


def _levels(text: str, note: bool) -> Iterator[Fault]:
    """Headings go down one level at a time, as readers who go by headings expect."""
    last = 1 if note else 0
    for heading in _HEADING.finditer(without_code(text)):
        level = len(heading["marks"])
        if level > last + 1:
            message = f"{quoted(heading[0])} skips a level of headings"
            yield heading.start(), message, f"Write {'#' * (last + 1)}"
        last = level


def _unfit(written: str) -> str:
    """Why front matter would not do; themes put its values into attributes as they are."""
    read = reading.parse(written.encode(), "")
    if read.problems:
        return read.problems[0].message
    if not isinstance(read.data, dict):
        return "it is not a mapping"
    return front_matter.unfit(read.data)


def _unseen(text: str) -> Iterator[Fault]:
    for at, character in unseen(text):
        yield at, *faulty(character)


def _faults(text: str) -> Iterator[Fault]:
    """Faults outside code; a formula is judged as TeX and the rest as words."""
    end = 0
    front = FRONT.match(text)
    if front:
        end = front.end()
    for piece in PIECE.finditer(text, end):
        yield from _words(text, end, piece.start())
        end = piece.end()
        if piece["open"] is not None:
            fix = "Close it with the same signs, at the same indent"
            yield piece.start(), "a code block is opened here and not closed", fix
        if tex := piece["display"] or piece["inline"]:
            try:
                mathml(tex)
            except Refused as refused:
                yield piece.start(), refused.message, refused.fix
    yield from _words(text, end, len(text))


def _words(text: str, start: int, end: int) -> Iterator[Fault]:
    words = text[start:end]
    plain = _AUTOLINK.sub(lambda link: " " * len(link[0]), words)
    for at, refused in faults_of_words(plain):
        yield start + at, refused.message, refused.fix
    for found in _SCHEME.finditer(words):
        if found["scheme"].lower() not in {"https", "mailto"}:
            yield (
                start + found.start("url"),
                f"the link {quoted(found['url'])} is not https",
                "Write https://…",
            )
    for found in _FOREIGN_PICTURE.finditer(words):
        message = f"a picture from another host, {quoted(found['url'])}"
        yield start + found.start("url"), message, "Put the file into docs/ and name it by its path"
    for found in _ATTRIBUTES.finditer(words):
        yield (
            start + found.start(),
            f"an attribute in {quoted(found[0])}",
            "Write only .classes and #ids in braces",
        )
