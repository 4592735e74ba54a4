"""Whole generated pages, as files to be read in review.

`UPDATE_GOLDEN=1` rewrites them; read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builders import TEACHING, catalogue, entry
from readinglist import site
from readinglist.citations.formats import FORMATS
from readinglist.pages.table import parts

GOLDEN = Path(__file__).parent / "golden"

CATALOGUE = catalogue(
    entry(
        "first",
        title='First "Things": 1 < 2 & *more*',
        authors=[f"Author Number{number}" for number in range(13)],
        added="2026-01-02",
        annotation="What comes first, in $O(n^2)$ steps & [no] *stars*.",
        prerequisites=[
            {"paper": "third", "reason": "It says why.", "meanwhile": "Take it as given for now."}
        ],
    ),
    entry(
        "second",
        2,
        nickname="Two",
        added="2026-01-03",
        revised="2026-02-04",
        topics=["training", "architecture"],
        venue="A Journal 7 (2018)",
        publication={"kind": "journal", "name": "A Journal", "year": 2018, "volume": "7"},
        doi="10.1000/182",
        links=[{"label": "Code", "url": "https://example.org/code?a=b&c=d"}],
        prerequisites=[{"paper": "first", "reason": "It lays the ground."}],
        aliases=["zweite"],
        **TEACHING,
    ),
    entry(
        "third",
        3,
        arxiv="1412.6980",
        published="2014-12-22",
        year=2014,
        latest={"version": 1, "date": "2014-12-22"},
        authors=["Diederik P. Kingma", "Jimmy Ba"],
    ),
    tracks=[
        {
            "id": "all",
            "name": "By prerequisites",
            "description": "Nothing on trust.",
            "order": "prerequisites",
        },
        {
            "id": "short",
            "name": "Short",
            "description": "Two & no more.",
            "steps": [
                {"paper": "second", "reason": "It is *short*.", "without": ["first"]},
                {"paper": "first", "reason": "Then this.", "without": ["third"]},
            ],
        },
    ],
)
PROSE = {
    "index.md": "The introduction.\n",
    "papers/first.md": """## The idea

By hand, with $x$ and a [term](../glossary.md#term).

![See *this* and $y$.](../assets/figures/first.svg "Our drawing, after section 1.")

## Key equations

$$
x
$$
""",
    "contribute.md": "# Contribute\n",
    "glossary.md": "Of terms.\n\n## Term\n\n*Also: T, a [term]*\n\nWhat it means.\n\n## Unused\n\n### More\n\n$x$\n",
}
TEXTS = {
    "assets/figures/first.svg": '<svg width="605"><title>A</title>\n<path d="M0 0"/></svg>\n',
    "assets/figures/first-narrow.svg": '<svg width="312"><title>A</title></svg>\n',
    "assets/figures/first.csv": 'n,"a, b"\n1,2 < 3\n',
    "equations/first.py": '"""The first, by `one` formula."""\n',
    "equations/first.csv": "quantity,computed,printed,where,why\nAll *of* it,2 · 10^-18,2 · 10^-18,Table 1,\nLess | more,1,,Ours,\n",
    "equations/second.py": "x = 1\n" * 26,
    "equations/second.csv": "quantity,computed,printed,where,why\nIt,2,3,Table 1,It rounds.\n",
}
EDITION = site.Edition(CATALOGUE, PROSE, {"second": 7}, texts=TEXTS)
# References and what the search knows have tests of their own.
OUTPUTS = {
    output.uri: output
    for output in site.files(EDITION, "https://example.org/list/")
    if not output.uri.endswith((*FORMATS, "search.json"))
}


@pytest.mark.parametrize("uri", sorted(OUTPUTS))
def test_a_page_is_as_it_was_read(uri: str) -> None:
    """Every generated page and file equals its golden copy."""
    golden = GOLDEN / uri.replace("/", "__")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(OUTPUTS[uri].encoded)
    assert OUTPUTS[uri].encoded.decode() == golden.read_text(encoding="utf-8")


def test_no_golden_page_is_left_over() -> None:
    """Every golden copy belongs to a page that is still made."""
    assert {path.name for path in GOLDEN.iterdir()} == {uri.replace("/", "__") for uri in OUTPUTS}


def test_a_short_list_stands_whole_and_a_long_one_in_parts() -> None:
    """Up to a hundred papers are one part, more are parts of fifty with their numbers."""
    small = catalogue(*(entry(f"p{n}", n) for n in range(1, 101)))
    large = catalogue(*(entry(f"p{n}", n) for n in range(1, 121)))
    assert [(part.first, part.last) for part in parts(small)] == [(1, 100)]
    assert [(part.first, part.last) for part in parts(large)] == [(1, 50), (51, 100), (101, 120)]
    assert [paper.id for part in parts(large) for paper in part.papers] == [
        paper.id for paper in large.papers
    ]
