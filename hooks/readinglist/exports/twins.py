"""Markdown twins: what the pages say as plain Markdown with formulas as TeX, for programs that read words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import partial

from readinglist import addresses
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.pages import beyond, equations
from readinglist.pages.rendering import render
from readinglist.pages.table import PAGES, needed_by
from readinglist.text import escaping, markdown, rewriting

_OF_LISTS: Mapping[str, str] = {
    addresses.HOME: "twin_home.md",
    addresses.BEYOND: "twin_beyond.md",
    "about.md": "twin_about.md",
    "equations.md": "twin_equations.md",
    "map.md": "twin_map.md",
    "topics.md": "twin_topics.md",
    "tracks.md": "twin_tracks.md",
    "years.md": "twin_years.md",
}
"""The templates of pages on the whole list; those without words of their own have no twin."""
_GLOSSARY = "glossary.md"


def of_paper(edition: Edition, paper: Paper) -> str:
    """The page of a paper; parts that nobody wrote are left out."""
    return _finished(edition, paper.uri, words_of(edition, paper))


def words_of(edition: Edition, paper: Paper) -> str:
    """The same with links as they are written in the docs."""
    written = markdown.parts(edition.prose.get(paper.uri, ""))
    notes = {part: written[part] for part in markdown.PARTS if written.get(part)}
    page = render(
        "twin_paper.md",
        edition.catalogue,
        paper=paper,
        notes=notes,
        code=equations.of(paper, edition.texts),
    )
    return re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


def of_pages(edition: Edition) -> Mapping[str, str]:
    """Every other page that has a twin, by address: lists, the glossary, and prose that stands alone."""
    return {uri: _finished(edition, uri, _words(edition, uri)) for uri in names(edition)}


def names(edition: Edition) -> list[str]:
    """The pages besides those of papers that have a twin, in order."""
    alone = sorted(edition.prose.keys() - PAGES.keys())
    return [
        uri for uri in (*needed_by(edition), *alone) if _is_one(edition, uri) and not addresses.of_papers(uri)
    ]


def _words(edition: Edition, uri: str) -> str:
    prose = edition.prose.get(uri, "").strip()
    if template := _OF_LISTS.get(uri):
        further, modules = partial(beyond.by_topic, edition.catalogue), partial(_modules, edition)
        return render(template, edition.catalogue, prose=prose, further=further, modules=modules)
    return f"# Glossary\n\n{prose}\n" if uri == _GLOSSARY else prose


def _modules(edition: Edition) -> list[equations.Code]:
    papers = edition.catalogue.papers
    return [module for paper in papers if (module := equations.of(paper, edition.texts))]


def _finished(edition: Edition, uri: str, words: str) -> str:
    return rewriting.rewritten(words, lambda address: _led(edition, uri, address))


def _led(edition: Edition, uri: str, address: str) -> str:
    """Where a link of a twin leads: to another twin, else to the page for readers or the file."""
    target = addresses.from_page(uri, address)
    if not target:
        return address
    found = addresses.published(target) if target.endswith(".md") and not _is_one(edition, target) else target
    whole = addresses.absolute(edition.site_url, found)
    path = whole or posixpath.relpath(found or ".", posixpath.dirname(uri) or ".")
    return path + address[len(addresses.path(address)) :]


def _is_one(edition: Edition, uri: str) -> bool:
    """Whether a page that is there has a twin."""
    alone = uri in edition.prose and uri not in PAGES and not addresses.of_papers(uri)
    return alone or uri in _OF_LISTS or uri == _GLOSSARY or bool(addresses.paper_at(uri))


def llms(edition: Edition) -> str:
    """The list in the form of llmstxt.org: what it is, and each twin with a sentence."""
    catalogue = edition.catalogue
    lines = [f"# {escaping.written(catalogue.title)}", "", f"> {escaping.written(catalogue.description)}", ""]
    lines += [
        "The pages are there as Markdown, with formulas as TeX.",
        "",
        "## Papers, in the order of reading",
        "",
    ]
    for paper in catalogue.papers:
        said = escaping.written(paper.one_sentence or paper.annotation)
        lines.append(f"- [{escaping.written(paper.label)}]({_at(edition, paper.uri)}): {said}")
    lines += ["", "## Other pages", ""]
    lines += [f"- [{_title(edition, uri)}]({_at(edition, uri)})" for uri in names(edition)]
    lines += ["", "## Data", "", f"- [The whole catalogue as JSON]({_at(edition, 'catalogue.json')})"]
    return "\n".join(lines) + "\n"


def _at(edition: Edition, uri: str) -> str:
    return addresses.absolute(edition.site_url, uri) or uri


def _title(edition: Edition, uri: str) -> str:
    heading = next((one for one in markdown.Page(_words(edition, uri)).headings if one.level == 1), None)
    return heading.name if heading else uri.removesuffix(".md")
