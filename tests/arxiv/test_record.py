"""Comparing an entry with arXiv, and writing a new one: tables of whole values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import yaml
from builders import catalogue, entry
from readinglist.arxiv.differences import Difference, differences
from readinglist.arxiv.new_entry import author, slug
from readinglist.arxiv.new_entry import entry as written
from readinglist.arxiv.record import Record, reference
from readinglist.model.paper import Paper
from readinglist.problems import Refused
from readinglist.source.scalars import scalar

RECORD = Record(
    arxiv="1706.00001",
    title="The Paper on First",
    authors=("Ada Lovelace", "Charles Babbage", "Mary Somerville"),
    published=date(2017, 6, 12),
    version=2,
    updated=date(2018, 1, 31),
    categories=("cs.CL",),
)


def paper(**keys: Any) -> Paper:
    """A paper like the record, save for these keys."""
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
    """Each value that differs is told with both values; what arXiv lacks contradicts nothing."""
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


REFERENCES = [
    ("2305.18290", "2305.18290"),
    (" arXiv:2305.18290v3 ", "2305.18290"),
    ("https://arxiv.org/abs/2305.18290", "2305.18290"),
    ("http://www.arxiv.org/pdf/2305.18290v2.pdf", "2305.18290"),
    ("https://arxiv.org/html/2305.18290v1#S2", "2305.18290"),
    ("https://export.arxiv.org/abs/hep-th/9901001v2?context=x", "hep-th/9901001"),
    ("hep-th/9901001", "hep-th/9901001"),
    ("math.GT/0309136", "math.GT/0309136"),
    ("arxiv.org/abs/1412.6980", "1412.6980"),
    ("arXiv:2305.18290v3 [cs.LG] 29 Jul 2024", "2305.18290"),
    ("arXiv:hep-th/9901001v2 [hep-th] 1 Jan 1999", "hep-th/9901001"),
    ("10.48550/arXiv.2305.18290", "2305.18290"),
    ("https://doi.org/10.48550/arXiv.2305.18290", "2305.18290"),
    ("https://huggingface.co/papers/2305.18290", "2305.18290"),
    ("https://www.alphaxiv.org/abs/2305.18290v2", "2305.18290"),
    ("https://ar5iv.labs.arxiv.org/html/2305.18290", "2305.18290"),
    ("https://ar5iv.org/abs/2305.18290", "2305.18290"),
    ("https://scirate.com/arxiv/2305.18290", "2305.18290"),
    ("https://arxiv.org/abs//2305.18290", "2305.18290"),
    ("<https://arxiv.org/abs/2305.18290>.", "2305.18290"),
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_references(text: str, expected: str) -> None:
    """An id or an address, with or without version, new or old, is the id."""
    assert reference(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "labyrinth",
        "2305.1829",
        "1412.69800",
        "https://example.org/abs/2305.18290",
        "2305.182901",
        "2313.18290",
        "https://notarxiv.org/abs/2305.18290",
        "https://huggingface.co/models/2305.18290",
        "2305.18290 and 2305.18291",
    ],
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    """Anything else is refused with an example."""
    with pytest.raises(Refused, match="is not a paper on arXiv"):
        reference(text)


AUTHORS = [
    ("Ada Lovelace", "Ada Lovelace"),
    ("Diego de las Casas", "{given: Diego, family: de las Casas}"),
    ("Stéphane d'Ascoli", "{given: Stéphane, family: d'Ascoli}"),
    ("Sammy Davis Jr.", "{given: Sammy, family: Davis Jr.}"),
    ("Sammy Davis, Jr.", '{given: Sammy, family: "Davis, Jr."}'),
    ("MazeCo", "{group: MazeCo}"),
    ("The ATLAS Collaboration", "{group: The ATLAS Collaboration}"),
    ("A. and B. Lovelace", "{group: A. and B. Lovelace}"),
    ("Jane No", "Jane No"),
    ("Mats van On", "{given: Mats, family: van On}"),
    ("Joan of No", "{given: Joan, family: of No}"),
    ("D: Ville", '"D: Ville"'),
    ("'t Hooft", '"\'t Hooft"'),
]


@pytest.mark.parametrize(("name", "expected"), AUTHORS)
def test_authors_are_written_so_that_they_read_back(name: str, expected: str) -> None:
    """Plain where the model takes the name, else a mapping; the whole name stays the same."""
    assert author(name) == expected
    [value] = yaml.safe_load(f"- {author(name)}")
    assert paper(authors=[value]).authors[0].name == name


@pytest.mark.parametrize(
    "text", ["No", "null", "12", "1.5", "2017-06-12", "a: b", "a #b", "x, y", "{", "- a", "é\\", "~"]
)
def test_scalars_that_yaml_would_bend_are_quoted(text: str) -> None:
    """Text stays text, also within brackets."""
    assert scalar(text).startswith('"')
    assert yaml.safe_load(f"[{scalar(text)}]") == [text]


SLUGS = [
    ("Direct Route Estimation: Your Model", set(), "direct-route-estimation"),
    ("YARN: Pre-training", {"yarn", "yarn-2"}, "yarn-3"),
    ("Index", set(), "index-2"),
    ("Über Łatent Spaces", set(), "uber-atent-spaces"),
    ("深層", set(), "arxiv-1706-00001"),
    ("Word " * 30, set(), "-".join(["word"] * 12)),
]


@pytest.mark.parametrize(("title", "taken", "expected"), SLUGS)
def test_ids_come_from_titles(title: str, taken: set[str], expected: str) -> None:
    """The words before the colon, shortened between words, and a number where the id is taken."""
    assert slug(replace(RECORD, title=title), taken) == expected


@pytest.mark.parametrize("id", ["007", "no", "null", "2001", "2017-06-12", "on", "true"])
def test_an_id_that_yaml_reads_otherwise_is_quoted(id: str) -> None:
    """It stays text, and the same text."""
    [data] = yaml.safe_load(written(RECORD, id, date(2026, 11, 24)))
    assert data["id"] == id


def test_an_author_before_a_colon_is_a_group() -> None:
    """Whatever its name looks like, arXiv marks it as one."""
    assert author("Foo Bar") == "Foo Bar"
    assert author("Foo Bar", {"Foo Bar"}) == "{group: Foo Bar}"


def test_a_new_entry_is_written_as_the_others() -> None:
    """Keys in the order of the catalogue, quotes where they are needed, TODO where a person must write."""
    record = replace(
        RECORD,
        title='The "Paper": On $\\ell_1$',
        authors=("Ada Lovelace", "Diego de las Casas", "MazeCo"),
        categories=("cs.CL", "stat.ML"),
        doi="10.1000/x(1)<2>",
        journal_ref="J. Tests: 1 (2018)",
    )
    assert (
        written(record, "the-paper", date(2026, 11, 24))
        == r"""- id: the-paper
  arxiv: "1706.00001"
  title: "The \"Paper\": On $\\ell_1$"
  nickname: TODO what people call it
  published: "2017-06-12"
  year: 2017
  latest: {version: 2, date: "2018-01-31"}
  authors:
    - Ada Lovelace
    - {given: Diego, family: de las Casas}
    - {group: MazeCo}
  organization: TODO where it comes from
  venue: TODO where it was published, arXiv aside, or delete the line
  categories: [cs.CL, stat.ML]
  doi: "10.1000/x(1)<2>"
  journal_ref: "J. Tests: 1 (2018)"
  added: "2026-11-24"
  topics: [TODO]
  level: TODO
  minutes: TODO
  annotation: TODO what the paper is, in one to three sentences
  why_here: TODO why it is in the list, and at this place
  prerequisites:
    - paper: TODO the id of a paper to read before, or delete prerequisites
      reason: TODO what that paper gives the reader"""
    )
