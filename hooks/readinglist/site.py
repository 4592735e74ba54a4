"""The whole product of the core: every page and file of the site, in memory.

A hook feeds them to MkDocs, a script writes the same to a folder for any other engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from readinglist.arxiv import snapshot as record
from readinglist.checks.catalogue import GENERATED, check
from readinglist.exports.reader_data import catalogue_json
from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper
from readinglist.pages.rendering import Pages
from readinglist.pages.safety import Fault
from readinglist.problems import Problem, line_and_column
from readinglist.source import prose as source_prose
from readinglist.source import reading
from readinglist.text import markdown

REACH = 20
"""Neighbours on each side in a paper's sidebar: a short list shows whole, a long one costs no more a page."""


@dataclass(frozen=True)
class Info:
    """What the site knows beyond the catalogue: its address, and the line on which each paper stands."""

    site_url: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Output:
    """A page or file by its address in the docs; `line` of the catalogue is where an edit link leads."""

    uri: str
    content: str
    line: int | None = None


@dataclass(frozen=True)
class Edition:
    """A catalogue that passed every check, with the prose beside it and the line of each paper."""

    catalogue: Catalogue
    prose: Mapping[str, str]
    lines: Mapping[str, int]
    notices: Sequence[Problem] = ()
    name: str = "papers.yaml"
    """How messages call the catalogue, and below the folder of the prose."""
    folder: str = "docs"
    pictures: Mapping[str, Path] = field(default_factory=dict)
    """The pictures beside the prose, by address."""


def load(file: Path, name: str = "", snapshot: Path | None = None) -> Edition:
    """The catalogue in a file and the hand-written pages in `docs/` beside it.

    `name` is how messages call the file; `snapshot` is the record of the last sync with arXiv, where
    there is one. Raises `CannotOpen` where there is no catalogue, and `CatalogueError` with every
    problem where anything is wrong.
    """
    name = name or str(file)
    beside = source_prose.read(file.parent / "docs", str(Path(name).parent / "docs"))
    document = reading.read(file, name)
    known = record.load(snapshot.read_text(encoding="utf-8")) if snapshot and snapshot.exists() else None
    catalogue, notices = check(document, beside, known)
    lines = {paper.id: document.line(("papers", index)) for index, paper in enumerate(catalogue.papers)}
    pictures = {uri: file for uri, file in beside.files.items() if file.suffix in source_prose.PICTURES}
    return Edition(catalogue, beside.pages, lines, notices, name, beside.folder, pictures)


def in_fixed_words(edition: Edition) -> Edition:
    """The edition with words of ours in place of all that people wrote, to see the theme by itself."""
    catalogue = edition.catalogue
    first = catalogue.papers[0].model_copy(update={"title": "Words", "nickname": "Words"})
    papers = (first, first.model_copy(update={"id": "words"}))
    fixed = catalogue.model_copy(update={"title": "Words", "description": "Words", "papers": papers})
    return replace(edition, catalogue=fixed, prose={})


def blamed(edition: Edition, uri: str, fault: Fault) -> str:
    """A fault of a finished page as a message, with the file that it came from and, if known, the line."""
    prose, paper = edition.prose.get(uri), uri.removeprefix("papers/").removesuffix(".md")
    values = sorted(re.findall(r"[\w-]{4,}", fault.raw), key=len, reverse=True)
    at = next((prose.find(value) for value in values if value in prose), -1) if prose else -1
    places = [f"{edition.folder}/{uri}" + (f":{line_and_column(prose, at)[0]}" if prose and at >= 0 else "")]
    if at < 0 and paper in edition.lines:
        places = [f"{edition.name}:{edition.lines[paper]}", *(places if prose else ())]
    return f"{' or '.join(places)}: {fault.message} in the finished page of {uri}. Take it out."


def files(catalogue: Catalogue, pages: Mapping[str, str], info: Info) -> Iterator[Output]:
    """Every page and file of the site; `pages` is the hand-written Markdown by address.

    Prose at the address of a generated page is laid into it; other prose is a page of its own.
    """
    notes = {uri: text for uri, text in pages.items() if uri.startswith("papers/")}
    written = {uri: markdown.rendered(text).strip() for uri, text in pages.items() if uri not in notes}
    render = Pages(catalogue)
    yield Output("index.md", render.home(written.pop("index.md", "")))
    yield Output("map.md", render.map(written.pop("map.md", "")))
    yield Output("glossary.md", render.glossary(written.pop("glossary.md", "")))
    yield Output("catalogue.json", catalogue_json(catalogue))
    for uri in sorted(set(GENERATED) - {"index.md", "map.md", "glossary.md"}):
        yield Output(uri, render.listing(uri.removesuffix(".md"), written.pop(uri, "")))
    for paper in catalogue.papers:
        content = render.paper(paper, markdown.rendered_parts(notes.get(paper.uri, "")))
        yield Output(paper.uri, content, info.lines.get(paper.id))
        for alias in paper.aliases:
            canonical = (
                f"{info.site_url.rstrip('/')}/papers/{paper.id}/" if info.site_url else f"../{paper.id}/"
            )
            yield Output(f"papers/{alias}/index.html", render.redirect(paper, canonical))
    for uri, content in written.items():
        yield Output(uri, f"{content}\n")


def neighbours(catalogue: Catalogue, uri: str) -> tuple[Paper, ...]:
    """The papers of a page's sidebar, in the order of reading; none where it is not a paper's page."""
    place = catalogue.numbers.get(uri.removeprefix("papers/").removesuffix(".md"), 0) - 1
    if place < 0 or uri != catalogue.papers[place].uri:
        return ()
    return catalogue.papers[max(0, place - REACH) : place + REACH + 1]
