"""What the theme puts around a text: learnt by the core from pages of fixed words, and what we add to it."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import mkdocs_leftovers
import mkdocs_pictures
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from readinglist import addresses, site
from readinglist.pages.safety import Frame
from readinglist.site import Edition

WORDS = "Words"
FORMULA = "<math></math>"


class Judge:
    """Compares finished pages with pages of fixed words, which are made only where a page is to be judged."""

    def __init__(self, env: Environment, edition: Edition) -> None:
        self._env, self._edition = env, edition
        self._contexts: dict[object, Mapping[str, Any]] = {}
        self._frames: dict[object, Frame] = {}

    def learn(self, place: object, context: Mapping[str, Any]) -> None:
        """Remembers what the theme is given: its addresses depend on nothing but how deep a page lies."""
        if place not in self._contexts:
            self._contexts[place] = {**context}

    def judge(self, output: str, uri: str, place: object) -> None:
        """Refuses a page with anything in it that is neither allowed nor the theme's."""
        if place not in self._frames:
            fixed = site.in_fixed_words(self._edition)
            self._frames[place] = Frame.of(pages(self._env, self._contexts[place], fixed))
        if found := [site.blamed(self._edition, uri, fault) for fault in self._frames[place].faults(output)]:
            raise PluginError("Nothing may get onto a page that is not allowed there.\n" + "\n".join(found))


def interface(config: MkDocsConfig, language: str) -> str:
    """The language of the theme's own words: the list's where the theme has it, else English."""
    for name in (language, language.partition("-")[0]):
        if any((Path(folder) / f"partials/languages/{name}.html").exists() for folder in config.theme.dirs):
            return name
    return "en"


def without(nav: Any, absent: Collection[str]) -> Any:
    """A nav without the pages that this list has no use for, and without sections that this leaves empty."""
    if isinstance(nav, list):
        return [kept for item in nav if (kept := without(item, absent))]
    if isinstance(nav, dict):
        return {title: kept for title, item in nav.items() if (kept := without(item, absent))}
    return None if nav in absent else nav


def files(config: MkDocsConfig) -> dict[str, str]:
    """The addresses of what every page names in its head; empty where it is not there."""
    return {
        "feed": site.feed(config.extra["edition"], config.site_url or ""),
        "manifest": mkdocs_pictures.logo(config) and addresses.MANIFEST,
    }


def about(edition: Edition, page: Page, config: MkDocsConfig) -> str:
    """What a page is, for its head: what a link to it shows elsewhere, and data that does not run."""
    uri, site_url = page.file.src_uri, config.site_url or ""
    title = config.site_name if page.is_homepage else Markup(page.meta.get("title") or page.title).striptags()
    description = unescape(page.meta.get("description") or config.site_description or "")
    drawn = not mkdocs_leftovers.previewing()
    metas = site.shared(edition, uri, title, description, site_url, drawn)
    return "\n".join(filter(None, (metas, linked_data(edition, uri, site_url))))


def linked_data(edition: Edition, uri: str, site_url: str) -> str:
    """What a page is, as a script element that holds data and does not run; empty where nothing is said."""
    data = site.linked_data(edition, uri, site_url)
    return f'<script type="application/ld+json">{data}</script>' if data else ""


def judge(output: str, page: Page, config: MkDocsConfig) -> None:
    """Refuses a page with anything in it that is not allowed, or says what it is in other words."""
    ours = about(config.extra["edition"], page, config)
    config.extra["judge"].judge(output.replace(ours, "", 1), page.file.src_uri, page.url.count("/"))


def pages(env: Environment, context: Mapping[str, Any], fixed: Any) -> Iterator[str]:
    """What the theme makes of pages in fixed words that stand at the address of a context's page.

    `fixed` is the edition in fixed words, for the templates of this site.
    """
    template = env.get_template("main.html")
    config = copy.copy(context["config"])
    config.site_name = config.site_description = WORDS
    config.extra = {**config.extra, "edition": fixed}
    papers = fixed.catalogue.papers
    for page in _variants(context["page"], papers[0]):
        # With and without the mark of the page that one is on.
        nav = SimpleNamespace(homepage=_leaf(), items=[_leaf(), page] if page else [_leaf()])
        neighbours = papers if page and page.meta.get("paper") else ()
        yield template.render(
            {**context, "config": config, "nav": nav, "page": page, "neighbours": neighbours}
        )


def _variants(page: Any, paper: Any) -> Iterator[Any]:
    """A page with all that the theme can show, one that hides what can be hidden, and one with little."""
    if page is None:
        yield None
        return
    described = {"title": WORDS, "description": WORDS}
    around = {"previous_page": _leaf(), "next_page": _leaf(), "toc": _toc(3), "canonical_url": "x/"}
    file = SimpleNamespace(src_uri=paper.uri)
    same = {"url": page.url, "title": WORDS, "content": FORMULA, "active": True, "file": file}
    yield SimpleNamespace(meta={**described, "paper": paper.id}, **around, **same)
    yield SimpleNamespace(meta={**described, "hide": ["navigation", "toc", "footer"]}, **around, **same)
    yield SimpleNamespace(meta={}, toc=[], **same)


def _leaf() -> Any:
    return SimpleNamespace(url="x/", title=WORDS, meta={}, children=None, active=False)


def _toc(depth: int, level: int = 1) -> list[Any]:
    children = _toc(depth - 1, level + 1) if depth else []
    # As many as a page needs to be given a fold of its contents.
    return [SimpleNamespace(url="#x", id="x", title=WORDS, level=level, children=children)] * 3
