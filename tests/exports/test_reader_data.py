"""What the scripts of the site read of the catalogue."""

from __future__ import annotations

import json

import write_types
from builders import TEACHING, catalogue, entry
from readinglist.exports import reader_data


def test_the_list_as_the_scripts_read_it() -> None:
    """Papers come in order with what a script needs to plan by; texts are plain, tracks are resolved."""
    made = catalogue(
        entry("first", title="Of $x$ & *more*", aliases=["eerste"]),
        entry(
            "second",
            2,
            guide=TEACHING["guide"],
            prerequisites=[{"paper": "first", "reason": "It lays the ground."}],
        ),
        tracks=[{"id": "all", "name": "All", "description": "All.", "order": "prerequisites"}],
    )
    data = json.loads(reader_data.dumped(made))
    assert data["title"] == "A Small List"
    assert [paper["id"] for paper in data["papers"]] == ["first", "second"]
    assert data["papers"][0] == {
        "id": "first",
        "number": 1,
        "title": "Of x & *more*",
        "nickname": "First",
        "year": 2017,
        "published": "2017-06-12",
        "minutes": 60,
        "level": "easy",
        "topics": ["architecture"],
        "url": "papers/first/",
        "prerequisites": [],
        "guide": [],
        "aliases": ["eerste"],
    }
    assert data["papers"][1]["prerequisites"] == [{"paper": "first", "reason": "It lays the ground."}]
    # What is to be read and skimmed; the rest is not counted.
    assert data["papers"][1]["guide"] == [
        {"part": "Section 1", "minutes": 40},
        {"part": "Section 2", "minutes": 20},
    ]
    assert data["topics"][0] == {"id": "architecture", "name": "Architecture"}
    assert data["tracks"] == [{"id": "all", "name": "All", "papers": ["first", "second"]}]


def test_the_scripts_know_that_shape() -> None:
    """The committed types are what the exports define now; run scripts/write_types.py where they are not."""
    assert write_types.TARGET.read_text(encoding="utf-8") == write_types.dumped(), (
        "Run scripts/write_types.py."
    )
