"""Pages for an engine without our hook: each says in its front matter what the theme shows around it."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import mkdocs_reference
import yaml
from _console import ROOT
from markdown.extensions import toc
from readinglist import addresses, site
from readinglist.model.paper import Paper
from readinglist.text import blocks, escaping, markdown

Neighbour = dict[str, str] | None

_BRACES = re.compile(r"\{:?([^{}]*)\}$")


@dataclass(frozen=True)
class Repository:
    """Where the files of a list are edited: no address where it has none there."""

    address: str
    folder: str
    source: Path

    def edit(self, file: str) -> str:
        """Where a file is edited, by its path from the docs; nowhere where there is no such file."""
        inside = self.source.resolve().is_relative_to(ROOT)
        return addresses.edit(self.address, self.folder, file) if file and self.address and inside else ""

    def report(self, paper: str) -> str:
        """Where an error on a paper's page is reported; nowhere on other pages."""
        return addresses.report(self.address, paper) if paper else ""

    def catalogue(self, line: int) -> str:
        """A line of the catalogue, by its path from the docs."""
        return addresses.line_of(os.path.relpath(self.source.resolve(), ROOT / "docs"), line)

    def prose(self, uri: str) -> str:
        """The prose of a page, by its path from the docs."""
        return os.path.relpath(self.source.absolute().parent / "docs" / uri, ROOT / "docs")


@dataclass(frozen=True)
class Pages:
    """The pages of a list, which know their neighbours; `home` is what the nav calls the first."""

    edition: site.Edition
    outputs: list[site.Output]
    repository: Repository
    site_url: str
    home: str

    def all(self) -> list[site.Output]:
        """Every page with what is around it, and with the anchors to which others link."""
        return [self._surrounded(page) for page in self._pages]

    @cached_property
    def _pages(self) -> list[site.Output]:
        return [output for output in self.outputs if output.uri.endswith(".md") and not output.at]

    def _surrounded(self, page: site.Output) -> site.Output:
        around = json.dumps(self._around(page), ensure_ascii=False)
        front, text = _parted(page)
        return replace(page, content=f"---\n{front}around: {around}\n---\n{anchored(text)}")

    def _around(self, page: site.Output) -> dict[str, Any]:
        neighbours = site.neighbours(self.edition.catalogue, page.uri)
        return {
            "home": page.uri == addresses.HOME,
            **dict(zip(("previous", "next"), self._beside(page.uri), strict=True)),
            "neighbours": [named(paper) for paper in neighbours],
            "linked_data": mkdocs_reference.linked_data(self.edition, page.uri, self.site_url),
            **self._ways_to_correct(page),
        }

    def _ways_to_correct(self, page: site.Output) -> dict[str, str]:
        paper, repository = addresses.paper_at(page.uri), self.repository
        prose = repository.prose(page.uri) if page.uri in self.edition.prose else ""
        return {
            "edit_url": repository.edit(repository.catalogue(page.line) if page.line else prose),
            "report_url": repository.report(paper),
            "notes_url": repository.edit(prose) if paper else "",
        }

    def _beside(self, uri: str) -> tuple[Neighbour, Neighbour]:
        """The pages before and after one, for those that are read in a row."""
        if uri not in self._order:
            return None, None
        row: list[Neighbour] = [None, *self._order.values(), None]
        at = [*self._order].index(uri) + 1
        return row[at - 1], row[at + 1]

    @cached_property
    def _order(self) -> dict[str, dict[str, str]]:
        """Home, the papers and what is beyond, as one reads them."""
        titles = {page.uri: _title(page) for page in self._pages} | {addresses.HOME: self.home}
        papers = (paper.uri for paper in self.edition.catalogue.papers)
        return {
            uri: {"url": addresses.published(uri), "title": titles[uri]}
            for uri in (addresses.HOME, *papers, addresses.BEYOND)
            if uri in titles
        }


def named(paper: Paper) -> dict[str, str]:
    """What a list says of a paper, escaped for HTML."""
    shown = {"nickname": paper.nickname, "label": paper.label}
    escaped = {key: escaping.attribute(text) for key, text in shown.items()}
    return {"id": paper.id, "url": paper.url, **escaped}


def anchored(text: str) -> str:
    """A page whose headings say their anchors where an engine would make others of their words."""
    for heading in reversed(markdown.Page(text).headings):
        if heading.anchor != toc.slugify(heading.words, "-"):
            line = text[heading.start : heading.end].rstrip()
            after = text[heading.start + len(line) :]
            text = f"{text[: heading.start]}{_with_id(line, heading.anchor)}{after}"
    return text


def _with_id(line: str, anchor: str) -> str:
    """A heading with its anchor in braces, the last of what is in these."""
    found = _BRACES.search(line)
    if not found:
        return f"{line} {{ #{anchor} }}"
    has_one = re.search(r"(^|\s)#", found[1])
    return line if has_one else f"{line[: found.end(1)].rstrip()} #{anchor} }}"


def _title(page: site.Output) -> str:
    return str((yaml.safe_load(_parted(page)[0]) or {}).get("title", ""))


def _parted(page: site.Output) -> tuple[str, str]:
    """The front matter of a page, and its text."""
    text = page.encoded.decode()
    found = blocks.FRONT.match(text)
    return (found["yaml"], text[found.end() :]) if found else ("", text)
