"""Pages of fixed words through the theme, from which the core learns what the theme puts around a text."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment

WORDS = "Words"
FORMULA = "<math></math>"


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
