"""Every page of this list in a real Chromium, once each; and what this list has to be found by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from look import Look, check, searched, wider
from project import ROOT

PAGES = [f"papers/{path.stem}/" for path in sorted((ROOT / "docs/papers").glob("*.md"))]
PAGES += ["", "tracks/", "map/", "topics/", "years/", "glossary/", "equations/", "reading/", "print/"]
PAGES += ["about/", "contribute/", "design/", "performance/"]
Open = Callable[..., Look]


@pytest.mark.parametrize("uri", PAGES, ids=lambda uri: uri or "home")
def test_each_page(look: Open, host: str, uri: str) -> None:
    """Each page is sound, and magnified fourfold, which leaves 320 pixels, it scrolls downwards only."""
    opened = look(uri)
    check(opened, host)
    opened.page.set_viewport_size({"width": 320, "height": 800})
    assert wider(opened.page) <= 0


SEARCHES = [
    ("few-shot learners", "gpt-3"),
    ("RoPE", "rope"),
    ("Łukasz Kaiser", "attention"),
    ("1412.6980", "adam"),
    ("Systems and efficiency", "flashattention"),
]


def test_search_finds_the_papers(look: Open) -> None:
    """A paper of this list is among the first three results for its title, nickname, author, arXiv id or topic."""
    page = look("").page
    for query, paper in SEARCHES:
        searched(page, query, paper)
