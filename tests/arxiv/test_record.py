"""Comparing an entry with arXiv: tables of whole values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import RECORD, catalogue, entry
from readinglist.arxiv.differences import Difference, differences
from readinglist.arxiv.record import Record
from readinglist.model.paper import Paper


def paper(**keys: Any) -> Paper:
    """A paper like the record, except for these keys."""
    return catalogue(entry("first", **keys)).papers[0]


def found(record: Record, **keys: Any) -> list[str]:
    """What differs between such a paper and a record."""
    return [one.text for one in differences(paper(**keys), record)]


def test_nothing_differs() -> None:
    """White space and the order of further categories are no differences."""
    record = replace(RECORD, categories=("cs.CL", "cs.LG", "stat.ML"))
    assert found(record, title="The  Paper on First", categories=["cs.CL", "stat.ML", "cs.LG"]) == []


DIFFERENCES: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    ({"title": "Other"}, {}, ["title: 'The Paper on First' here, 'Other' on arXiv"]),
    (
        {"title": "the paper on first"},
        {},
        ["title: 'The Paper on First' here, 'the paper on first' on arXiv"],
    ),
    (
        {"published": date(2016, 6, 12)},
        {},
        ["published: '2017-06-12' here, '2016-06-12' on arXiv"],
    ),
    (
        {"version": 3, "updated": date(2019, 1, 1)},
        {},
        ["latest: 'v2 of 2018-01-31' here, 'v3 of 2019-01-01' on arXiv"],
    ),
    ({"updated": date(2019, 1, 1)}, {}, ["latest: 'v2 of 2018-01-31' here, 'v2 of 2019-01-01' on arXiv"]),
    ({"categories": ("cs.LG", "cs.CL")}, {}, ["categories: 'cs.CL' here, 'cs.LG, cs.CL' on arXiv"]),
    (
        {"categories": ("cs.LG", "cs.CL")},
        {"categories": ["cs.CL", "cs.LG"]},
        ["categories: 'cs.CL, cs.LG' here, 'cs.LG, cs.CL' on arXiv"],
    ),
    ({"doi": "10.1000/x"}, {}, ["doi: missing here, '10.1000/x' on arXiv"]),
    ({"doi": "10.1000/X"}, {"doi": "10.1000/x"}, []),
    ({}, {"doi": "10.1000/x", "journal_ref": "J. 1"}, []),
    ({"title": "Schrödinger’s Café"}, {"title": 'Schr\\"odinger’s Cafe\u0301'}, []),
    ({"title": "The $100 Question"}, {"title": r"The \$100 Question"}, []),
    ({"journal_ref": "Z. Phys. Köln"}, {"journal_ref": r"Z. Phys. K\"oln"}, []),
    (
        {"authors": ("Jürgen Müller",)},
        {"authors": [{"given": r"J\"urgen", "family": "Mu\u0308ller"}]},
        [],
    ),
    ({"journal_ref": "J. 2"}, {"journal_ref": "J. 1"}, ["journal_ref: 'J. 1' here, 'J. 2' on arXiv"]),
    ({"withdrawn": True}, {}, ["arXiv says that the paper is withdrawn"]),
    (
        {"authors": ("Ada Lovelace", "Mary Somerville", "Charles Babbage")},
        {},
        [
            "authors: missing here, 'Mary Somerville' on arXiv",
            "authors: 'Mary Somerville' here, missing on arXiv",
        ],
    ),
    (
        {"authors": ("Ada Lovelace", "Chas. Babbage")},
        {},
        [
            "authors: 'Charles Babbage' here, 'Chas. Babbage' on arXiv",
            "authors: 'Mary Somerville' here, missing on arXiv",
        ],
    ),
]


@pytest.mark.parametrize(("theirs", "ours", "expected"), DIFFERENCES)
def test_differences(theirs: dict[str, Any], ours: dict[str, Any], expected: list[str]) -> None:
    """Each value that differs is reported with both values; what arXiv lacks contradicts nothing."""
    assert found(replace(RECORD, **theirs), **ours) == expected


def test_places_of_authors() -> None:
    """An author has the place in the entry: of the name, or before which to insert it."""
    record = replace(RECORD, authors=("New One", "Ada Lovelace", "C. Babbage", "Mary Somerville", "New Two"))
    assert [*differences(paper(), record)] == [
        Difference("authors", ("authors", 0), None, "New One"),
        Difference("authors", ("authors", 1), "Charles Babbage", "C. Babbage"),
        Difference("authors", ("authors", 3), None, "New Two"),
    ]


DEPARTURES: list[tuple[dict[str, Any], dict[str, str], int]] = [
    ({"title": "Other"}, {"key": "title"}, 0),
    ({"title": "Other"}, {"key": "title", "arxiv": "Other"}, 0),
    ({"title": "Newer"}, {"key": "title", "arxiv": "Other"}, 1),
    ({"title": "Other"}, {"key": "doi"}, 1),
    ({"version": 3, "updated": date(2019, 1, 1)}, {"key": "latest", "arxiv": "v3"}, 0),
    ({"version": 3, "updated": date(2019, 1, 1)}, {"key": "latest", "arxiv": "2019-01-01"}, 0),
    ({"version": 4, "updated": date(2019, 2, 1)}, {"key": "latest", "arxiv": "3"}, 1),
    ({"published": date(2016, 6, 12)}, {"key": "published", "arxiv": "2016-06-12"}, 0),
    ({"categories": ("cs.CL", "cs.LG")}, {"key": "categories", "arxiv": "cs.CL, cs.LG"}, 0),
    (
        {"authors": ("Ada Lovelace", "C. Babbage", "Mary Somerville")},
        {"key": "authors", "arxiv": "C. Babbage"},
        0,
    ),
    (
        {"authors": ("Ada Lovelace", "X. Babbage", "Mary Somerville")},
        {"key": "authors", "arxiv": "C. Babbage"},
        1,
    ),
    ({"authors": ("C. Babbage", "Mary Somerville")}, {"key": "authors", "arxiv": "C. Babbage"}, 1),
    ({"authors": ("Ada Lovelace", "C. Babbage")}, {"key": "authors", "arxiv": "C. Babbage"}, 1),
    ({"authors": ("Nobody Known",)}, {"key": "authors"}, 0),
    ({"withdrawn": True}, {"key": "title"}, 1),
    ({"withdrawn": True}, {"key": "withdrawn"}, 0),
    ({"title": "<think> The $5"}, {"key": "title", "arxiv": r"<think> The \$5"}, 0),
    ({"title": "Café"}, {"key": "title", "arxiv": "Cafe\u0301"}, 0),
]


@pytest.mark.parametrize(("theirs", "departure", "count"), DEPARTURES)
def test_departures(theirs: dict[str, Any], departure: dict[str, str], count: int) -> None:
    """A departure covers its key: whatever arXiv has, or only the value that it names."""
    departures = [departure | {"reason": "So the paper prints it."}]
    assert len(found(replace(RECORD, **theirs), departures=departures)) == count


def test_a_departed_name_lines_up_with_its_own() -> None:
    """A name that departs is matched with the like of it, not with a neighbour that differs too."""
    departures = [{"key": "authors", "arxiv": "Lukasz Kaiser", "reason": "The paper prints Łukasz."}]
    ours = ["Somebody Gone", "Łukasz Kaiser", "Ada Lovelace"]
    record = replace(RECORD, authors=("Lukasz Kaiser", "Ada Lovelace"))
    assert found(record, authors=ours, departures=departures) == [
        "authors: 'Somebody Gone' here, missing on arXiv"
    ]
