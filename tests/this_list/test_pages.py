"""Every page of this list in a real Chromium, once each; and what this list has to be found by.

Each page is looked at in one of eight ways, in turn; with SWEEP set in the environment, in all eight.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from look import Look, check, searched, wider
from project import ROOT

PAGES = [f"papers/{path.stem}/" for path in sorted((ROOT / "docs/papers").glob("*.md"))]
PAGES += ["", "tracks/", "map/", "topics/", "years/", "glossary/", "notation/", "equations/", "beyond/"]
PAGES += ["reading/", "print/", "data/", "about/", "contribute/", "design/", "moving/", "performance/"]
MISSING = "no/such/page/"
WAYS = list(product((320, 360, 768, 1280), ("light", "dark")))
LOOKS = [(uri, *WAYS[at % len(WAYS)]) for at, uri in enumerate([*PAGES, MISSING])]
if os.environ.get("SWEEP"):
    LOOKS = [(uri, *way) for uri, way in product([*PAGES, MISSING], WAYS)]
Open = Callable[..., Look]


def test_no_page_is_left_out(built: Path) -> None:
    """What is looked at below is all that was built."""
    assert {path.parent.relative_to(built) for path in built.rglob("index.html")} == set(map(Path, PAGES))


@pytest.mark.parametrize(("uri", "width", "scheme"), LOOKS)
def test_each_page(look: Open, host: str, uri: str, width: int, scheme: str) -> None:
    """Each page is sound, and magnified fourfold, which leaves 320 pixels, it scrolls downwards only."""
    opened = look(uri, width, scheme)
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
