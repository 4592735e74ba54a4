"""The whole product of the core: every page and file of the site, in memory.

A hook feeds them to MkDocs, a script writes the same to a folder for any other engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from readinglist import addresses
from readinglist.arxiv import snapshot
from readinglist.checks.catalogue import check
from readinglist.exports import feed as atom
from readinglist.exports import installing, sharing, sharing_card, twins
from readinglist.exports import linked_data as ld
from readinglist.exports.table import PAPER_EXPORTS, SELECTION_EXPORTS, always, exported
from readinglist.model import routes
from readinglist.model.catalogue import Catalogue
from readinglist.model.edition import Edition as Edition
from readinglist.model.paper import Paper
from readinglist.pages.safety import Flaw
from readinglist.pages.table import PAGES, needed, needed_by, paper_page, redirect
from readinglist.problems import Problem, line_and_column
from readinglist.source import prose as source_prose
from readinglist.source import yaml_reader
from readinglist.text import markdown

REACH = 20
"""Neighbours on each side in a paper's sidebar: a short list shows whole, a long one costs no more a page."""


@dataclass(frozen=True)
class Output:
    """A page or file by its address in the docs; `line` of the catalogue is where an edit link leads.

    A file is published at `at`, where that is not its address in the docs.
    """

    uri: str
    content: str | bytes
    line: int | None = None
    at: str = ""

    @property
    def encoded(self) -> bytes:
        """The content as it is written to a file."""
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True)
class Picture:
    """A picture that is wanted as PNG at an address from the root of the site, so many pixels wide."""

    uri: str
    svg: str
    width: int


Keep = Callable[[Sequence[str], Callable[[], list[Problem]]], list[Problem]]
"""What hands on the problems of a list made of these texts: those that a function finds, or found before."""


def _anew(made_of: Sequence[str], find: Callable[[], list[Problem]]) -> list[Problem]:
    return find()


def load(file: Path, name: str = "", keep: Keep = _anew) -> Edition:
    """The catalogue in a file and the hand-written pages in `docs/` beside it.

    `name` is how messages call the file, and `keep` is asked for what the rules find. The record of its
    last sync with arXiv is asked too, where there is one. Raises `CannotOpen` where there is no catalogue,
    and `CatalogueError` with every problem where anything is wrong.
    """
    name = name or str(file)
    beside = source_prose.read(file.parent / "docs", str(Path(name).parent / "docs"))
    document = yaml_reader.read(file, name)
    seen = snapshot.beside(file)
    known = snapshot.load(seen.read_bytes()) if seen.exists() else None
    tracks = isinstance(document.data, dict) and document.data.get("tracks")
    generated = always().union(needed(tracks, {*beside.pages, *beside.texts}))
    made_of = document.text, *source_prose.texts(beside), repr(known)
    catalogue, notices = check(document, beside, known, generated, partial(keep, (document.file, *made_of)))
    lines = {paper.id: document.line(("papers", index)) for index, paper in enumerate(catalogue.papers)}
    pictures = {uri: file for uri, file in beside.files.items() if file.suffix in source_prose.PICTURES}
    return Edition(
        catalogue,
        beside.pages,
        lines,
        notices,
        name=name,
        folder=beside.folder,
        pictures=pictures,
        texts=beside.texts,
    )


def absent(edition: Edition) -> frozenset[str]:
    """The pages that a list can have and this one has not, so that no menu leads to them."""
    return frozenset(PAGES.keys() - needed_by(edition).keys())


def linked_data(edition: Edition, uri: str, site_url: str = "") -> str:
    """What a page is, as JSON-LD; empty where there is nothing to say of it."""
    return ld.linked_data(replace(edition, site_url=site_url), uri)


def shared(
    edition: Edition, uri: str, title: str, description: str, site_url: str = "", drawn: bool = False
) -> str:
    """What a link to a page shows elsewhere, as elements for its head; a card only where it is drawn."""
    return sharing.metas(replace(edition, site_url=site_url), uri, title, description, drawn)


def pictures(edition: Edition, site_url: str, logo: str = "") -> Iterator[Picture]:
    """What a build draws: pictures that go with links to the pages, and icons of the logo if there is one."""
    for uri, svg, size in installing.icons(logo) if logo else ():
        yield Picture(uri, svg, size)
    for uri, svg in sharing.cards(replace(edition, site_url=site_url)):
        yield Picture(uri, svg, sharing_card.WIDTH)


def manifest(edition: Edition) -> Output:
    """What says how a device keeps the site like a program, with those icons."""
    return Output(addresses.MANIFEST, installing.manifest(edition))


def in_fixed_words(edition: Edition) -> Edition:
    """The edition with words of ours in place of all that people wrote, to see the theme by itself."""
    catalogue = edition.catalogue
    first = catalogue.papers[0].model_copy(update={"title": "Words", "nickname": "Words"})
    papers = (first, first.model_copy(update={"id": "words"}))
    fixed = catalogue.model_copy(update={"title": "Words", "description": "Words", "papers": papers})
    return replace(edition, catalogue=fixed, prose={})


def blamed(edition: Edition, uri: str, fault: Flaw) -> str:
    """A fault of a finished page as a message, with the file that it came from and, if known, the line."""
    prose, paper = edition.prose.get(uri), addresses.paper_at(uri)
    values = sorted(re.findall(r"[\w-]{4,}", fault.raw), key=len, reverse=True)
    at = next((prose.find(value) for value in values if value in prose), -1) if prose else -1
    places = [f"{edition.folder}/{uri}" + (f":{line_and_column(prose, at)[0]}" if prose and at >= 0 else "")]
    if at < 0 and paper in edition.lines:
        places = [f"{edition.name}:{edition.lines[paper]}", *(places if prose else ())]
    return f"{' or '.join(places)}: {fault.message} in the finished page of {uri}. Take it out."


def files(edition: Edition, site_url: str = "") -> Iterator[Output]:
    """Every page and file of the site; `site_url` is where it is published, empty where nobody said so.

    Prose at the address of a generated page is laid into it; other prose is a page of its own.
    """
    edition = replace(edition, site_url=site_url)
    alone = {uri: text for uri, text in edition.prose.items() if not addresses.of_papers(uri)}
    language = edition.catalogue.language
    prose = {uri: markdown.rendered(text, language).strip() for uri, text in alone.items()}
    for uri, renderer in needed_by(edition).items():
        yield Output(uri, renderer(edition, prose.pop(uri, "")))
    for uri, content in prose.items():
        yield Output(uri, f"{content}\n")
    for uri, export in exported(edition).items():
        yield _file(uri, export(edition))
    for uri, twin in twins.of_pages(edition).items():
        yield _file(uri, twin)
    for ending, some in SELECTION_EXPORTS.items():
        for uri, papers in _selections(edition.catalogue, ending):
            yield _file(uri, some(edition, papers))
    for paper in edition.catalogue.papers:
        yield from _of_paper(edition, paper)


def _selections(catalogue: Catalogue, ending: str) -> Iterator[tuple[str, tuple[Paper, ...]]]:
    """The papers of each track and topic that has some, by the address of a file about them."""
    for track in catalogue.tracks:
        yield addresses.of_track(track.id, ending), routes.papers(catalogue, track)
    for topic in catalogue.topics:
        if papers := catalogue.on(topic.id):
            yield addresses.of_topic(topic.id, ending), papers


def _of_paper(edition: Edition, paper: Paper) -> Iterator[Output]:
    """The page of a paper, its files for programs, and a redirect from each of its former addresses."""
    yield Output(paper.uri, paper_page(edition, paper), edition.lines.get(paper.id))
    for name, export in PAPER_EXPORTS.items():
        yield _file(addresses.of_paper_file(paper.id, name), export(edition, paper))
    for alias in paper.aliases:
        yield Output(addresses.redirect(alias), redirect(edition, paper))


def _file(uri: str, content: str | bytes) -> Output:
    """What is published as it is, though it may be Markdown."""
    return Output(addresses.in_docs(uri), content, at=uri)


def feed(edition: Edition, site_url: str) -> str:
    """The address of the feed from the root of the site; empty where there is none."""
    return atom.ADDRESS if atom.is_made(replace(edition, site_url=site_url)) else ""


def neighbours(catalogue: Catalogue, uri: str) -> tuple[Paper, ...]:
    """The papers of a page's sidebar, in the order of reading; none but at home and on a paper's page."""
    if uri == addresses.HOME:
        return catalogue.papers[: 2 * REACH + 1]
    place = catalogue.numbers.get(addresses.paper_at(uri), 0) - 1
    if place < 0:
        return ()
    return catalogue.papers[max(0, place - REACH) : place + REACH + 1]
