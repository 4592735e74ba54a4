"""What hand-written pages may hold: words, formulas and links that a theme can be trusted with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readinglist import addresses
from readinglist.checks import front_matter, glossary, misread_lines, passages
from readinglist.problems import (
    MOST_OF_A_KIND,
    Fault,
    Places,
    Problem,
    and_more,
    at_most,
    did_you_mean,
    quoted,
)
from readinglist.source import yaml_reader
from readinglist.source.prose import Prose
from readinglist.text.markdown import PARTS, Heading, Page

# MkDocs takes more than this for front matter: other marks of its end, and key: value lines without marks.
_LIKEFRONT = re.compile(r"\A(?:---|[ ]{0,3}[A-Za-z0-9_-]+:)")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
LONGEST_PAGE, MOST_HEADINGS, MOST_LINKS = 200_000, 1_000, 1_000
"""Characters, headings and links of a page."""


def problems(prose: Prose, generated: Iterable[str]) -> Iterator[Problem]:
    """Everything wrong with the pages; those at the address of a generated one must fit into it."""
    generated = set(generated)
    yield from prose.unread
    for uri, text in prose.pages.items():
        places = Places(text)
        found = at_most(MOST_OF_A_KIND, _faults(uri, text, generated), kind=lambda fault: fault[1])
        for (at, message, fix), more in found:
            yield Problem(prose.file(uri), *places.of(at), "", message + and_more(more), fix)


def orphans(prose: Prose, ids: Iterable[str]) -> Iterator[Problem]:
    """Notes whose paper is not in the catalogue."""
    known = set(ids)
    for uri in prose.pages:
        name = addresses.paper_at(uri)
        if addresses.of_papers(uri) and name not in known:
            fix = f"Name the file after a paper's id, or delete it. {did_you_mean(name, known)}".strip()
            yield Problem(
                prose.file(uri), 1, 1, "", f"notes of no paper: {quoted(name)} is not in the catalogue", fix
            )


def _faults(uri: str, text: str, generated: set[str]) -> Iterator[Fault]:
    if conflict := _CONFLICT.search(text):
        yield conflict.start(), "a conflict that git left", "Keep one side of it"
        return
    if len(text) > LONGEST_PAGE:
        message = f"the page has {len(text):,} characters, and may have {LONGEST_PAGE:,}"
        yield 0, message, "Take it apart"
        return
    page, note = Page(text), uri in generated or addresses.of_papers(uri)
    yield from passages.invisible(text)
    yield from misread_lines.faults(page)
    yield from passages.faults(page)
    yield from _frame(page, note)
    yield from _shape(page) if addresses.of_papers(uri) else ()
    yield from _headings(page, note)
    yield from glossary.faults(page) if uri == "glossary.md" else ()


def _frame(page: Page, note: bool) -> Iterator[Fault]:
    """Title and front matter: sound where a page stands alone, none of them in a note."""
    front = page.front
    if note and front:
        fix = "Delete it: the catalogue has title and text"
        yield 0, "front matter in a page that is laid into a generated one", fix
    elif front and (reason := _unfit(front["yaml"])):
        fix = "Write key: value lines between the two ---, without markup"
        yield 0, f"the front matter cannot be read: {reason}", fix
    elif not note and not front and _LIKEFRONT.match(page.text):
        fix = "Begin with a heading, or with key: value lines between two ---"
        yield 0, "a first line that reads like front matter", fix
    for heading in page.headings:
        if note and heading.level == 1:
            message = f"a title of its own: {quoted(_line(page, heading))}"
            yield heading.start, message, "Begin headings at ##: the page has its title"


def _shape(page: Page) -> Iterator[Fault]:
    """Notes stand under the headings that the page has a place for, each once and in order."""
    known, seen = ", ".join(f"## {name}" for name in PARTS), ""
    sections = [heading for heading in page.headings if heading.level == 2]
    before = page.text[: sections[0].start if sections else len(page.text)]
    if before.strip() and not page.front and not any(heading.level == 1 for heading in page.headings):
        at = len(before) - len(before.lstrip())
        yield at, "notes before the first heading", f"Begin with one of {known}"
    for section in sections:
        name, written = section.name, quoted(_line(page, section))
        if name not in PARTS:
            fix = f"Write one of {known}, or ### for a heading within them"
            yield section.start, f"the page of a paper has no place for {written}", fix
        elif seen in PARTS and PARTS.index(name) <= PARTS.index(seen):
            message = f"{written} comes after {quoted('## ' + seen)}"
            yield section.start, message, f"Keep the order {known}, each once"
        seen = name if name in PARTS else seen


def _headings(page: Page, note: bool) -> Iterator[Fault]:
    """Headings go down one level at a time, as readers who go by headings expect, and each has words."""
    last = 1 if note else 0
    for heading in page.headings:
        written = _line(page, heading)
        if all(piece.kind == "attributes" for piece in heading.pieces):
            yield heading.start, "a heading without words", "Write them, or delete it"
        elif heading.level > last + 1:
            yield heading.start, f"{quoted(written)} skips a level of headings", f"Write {'#' * (last + 1)}"
        last = heading.level
    if len(page.headings) > MOST_HEADINGS:
        at = page.headings[MOST_HEADINGS].start
        yield at, f"the page has more than {MOST_HEADINGS:,} headings", "Take it apart"
    if len(page.links) > MOST_LINKS:
        at = page.links[MOST_LINKS].at
        yield at, f"the page has more than {MOST_LINKS:,} links", "Take it apart"


def _line(page: Page, heading: Heading) -> str:
    return page.text[heading.start : heading.end]


def _unfit(written: str) -> str:
    """Why front matter would not do; themes put its values into attributes as they are."""
    read = yaml_reader.parse(written.encode(), "")
    if read.problems:
        return read.problems[0].message
    if not isinstance(read.data, dict):
        return "it is not a mapping"
    return front_matter.unfit(read.data)
