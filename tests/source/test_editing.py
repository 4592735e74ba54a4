"""Text put in at marks: what is asked for changes, and every other byte stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import RECORD
from readinglist.arxiv.differences import differences
from readinglist.arxiv.updates import changes
from readinglist.checks.catalogue import validate
from readinglist.problems import CannotOpen
from readinglist.source import yaml_reader
from readinglist.source.editing import Edit, insertion, spliced

HEAD = """title: A Small List
description: A few papers.
topics:
  - {id: architecture, name: Architecture, description: How.}
levels:
  - {id: easy, name: Easy, criterion: Calculus.}
papers:
"""
ENTRY = """  - id: first # the first
    arxiv: "1706.00001"
    title: 'The Paper on First'
    nickname: First
    published: "2017-06-12"
    year: 2017 # of v1
    latest: {version: 2, date: '2018-01-31'} # so far
    authors:
      # in order
      - Ada Lovelace # first
      - "Charles Babbage"
      - {given: Mary, family: Somerville} # third
      # the end
    organization: Society
    categories: [cs.CL] # primary
    topics: [architecture]
    level: easy
    minutes: 60
    annotation: What there is to know.
    why_here: >-
      Folded, because
      it is long.
"""


def amended(text: str, **theirs: Any) -> str:
    """The text with what arXiv has; checked to read back without a difference."""
    record = replace(RECORD, **theirs)
    document = yaml_reader.parse(text.encode(), "papers.yaml")
    catalogue, problems = validate(document)
    assert catalogue, problems
    paper = catalogue.papers[0]
    new = spliced(document.text, changes(document, 0, paper, [*differences(paper, record)]))
    after, problems = validate(yaml_reader.parse(new.encode(), "papers.yaml"))
    assert after, problems
    assert [one for one in differences(after.papers[0], record) if one.key != "withdrawn"] == []
    return new


CHANGES: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({}, []),
    ({"withdrawn": True}, []),
    ({"title": "It's: new"}, [("'The Paper on First'", "'It''s: new'")]),
    (
        {"published": date(2017, 5, 31), "version": 3, "updated": date(2019, 1, 1)},
        [
            ('"2017-06-12"', '"2017-05-31"'),
            ("version: 2, date: '2018-01-31'", "version: 3, date: '2019-01-01'"),
        ],
    ),
    ({"categories": ("cs.LG", "cs.CL")}, [("[cs.CL]", "[cs.LG, cs.CL]")]),
    (
        {"doi": "10.1000/x", "journal_ref": "J. 1: 2"},
        [("[cs.CL] # primary\n", '[cs.CL] # primary\n    doi: 10.1000/x\n    journal_ref: "J. 1: 2"\n')],
    ),
    (
        {"authors": ("Ada King", "C. Babbage", "Mary F. Somerville")},
        [
            ("- Ada Lovelace #", "- Ada King #"),
            ('"Charles Babbage"', '"C. Babbage"'),
            ("{given: Mary, family: Somerville}", "Mary F. Somerville"),
        ],
    ),
    (
        {
            "authors": (
                "New One",
                "Ada Lovelace",
                "New Two",
                "New van Three",
                "Charles Babbage",
                "Mary Somerville",
                "MazeCo",
            )
        },
        [
            (
                "      - Ada Lovelace # first\n",
                "      - New One\n      - Ada Lovelace # first\n      - New Two\n      - {given: New, family: van Three}\n",
            ),
            ("Somerville} # third\n", "Somerville} # third\n      - {group: MazeCo}\n"),
        ],
    ),
    ({"authors": ("Ada Lovelace", "Mary Somerville")}, [('      - "Charles Babbage"\n', "")]),
    (
        {"authors": ("Mary Somerville", "Ada Lovelace")},
        [
            ("      - Ada Lovelace # first\n", "      - Mary Somerville\n      - Ada Lovelace # first\n"),
            ('      - "Charles Babbage"\n', ""),
            ("      - {given: Mary, family: Somerville} # third\n", ""),
        ],
    ),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("theirs", "swaps"), CHANGES)
def test_only_what_differs_changes(
    theirs: dict[str, Any], swaps: list[tuple[str, str]], line_end: str
) -> None:
    """Values are exchanged in their style, lines put in or taken out; comments and line ends stay."""
    text = expected = (HEAD + ENTRY).replace("\n", line_end)
    for old, new in swaps:
        assert old.replace("\n", line_end) in expected
        expected = expected.replace(old.replace("\n", line_end), new.replace("\n", line_end))
    assert amended(text, **theirs) == expected


def test_lists_in_brackets() -> None:
    """Items in brackets keep the way they are written; over several lines they are refused, not re-written."""
    start, end = ENTRY.index("    authors:"), ENTRY.index("    organization")
    text = HEAD + ENTRY[:start] + '    authors: ["Ada Lovelace", Charles Babbage] # two\n' + ENTRY[end:]
    new = amended(text, authors=("Ada Lovelace", "New One", "Charles Babbage"))
    assert '    authors: ["Ada Lovelace", New One, Charles Babbage] # two\n' in new
    with pytest.raises(CannotOpen, match="goes over several lines"):
        amended(text.replace('", Ch', '",\n      Ch'), authors=("Ada Lovelace",))


def test_block_lists_of_categories() -> None:
    """A list with one dash an item keeps its lines."""
    text = (HEAD + ENTRY).replace("[cs.CL] # primary", "\n      - cs.CL # primary")
    assert "      - cs.LG\n      - cs.CL # primary\n" in amended(text, categories=("cs.LG", "cs.CL"))


def test_a_folded_title_keeps_its_shape() -> None:
    """A block scalar is exchanged in its own lines, and a mapping in blocks becomes one name."""
    text = (HEAD + ENTRY).replace("'The Paper on First'", ">- # long\n      The Paper\n      on First")
    assert "    title: >- # long\n      Other\n    nickname" in amended(text, title="Other")
    text = (HEAD + ENTRY).replace(
        "{given: Mary, family: Somerville}", "given: Mary\n        family: Somerville"
    )
    authors = ("Ada Lovelace", "Charles Babbage", "Mary F. Somerville")
    assert "      - Mary F. Somerville # third\n      # the end\n" in amended(text, authors=authors)
    assert "Somerville" not in amended(text, authors=authors[:2])


def test_an_entry_in_braces_gets_a_key_too() -> None:
    """A missing key of an entry in braces is put in between commas."""
    plain = ENTRY[: ENTRY.index("    authors")].split("\n")
    flow = ", ".join(line.strip().removeprefix("- ").partition(" #")[0] for line in plain if line.strip())
    rest = "authors: [Ada Beta], organization: S, categories: [cs.CL], topics: [architecture], level: easy"
    text = f"{HEAD}  - {{{flow}, {rest}, minutes: 60, annotation: What., why_here: So.}}\n"
    assert "categories: [cs.CL], doi: 10.1000/x, topics" in amended(
        text, authors=("Ada Beta",), doi="10.1000/x"
    )


NEW = "- id: new\n  title: New"
INDENTED = "  - id: new\n    title: New"
TAIL = "    # links: none yet\n\n  # The second part.\n"
PLACES = [
    (HEAD + ENTRY, None, HEAD + ENTRY + "\n" + INDENTED + "\n"),
    (HEAD + ENTRY.rstrip("\n"), None, HEAD + ENTRY + "\n" + INDENTED),
    (HEAD + ENTRY + "\n\nmore: 1\n", None, HEAD + ENTRY + "\n" + INDENTED + "\n\n\nmore: 1\n"),
    (
        HEAD + ENTRY + TAIL + ENTRY,
        0,
        HEAD + ENTRY + "    # links: none yet\n\n" + INDENTED + "\n\n  # The second part.\n" + ENTRY,
    ),
    (HEAD + "  []\n", None, HEAD.rstrip("\n") + "\n" + INDENTED + "\n"),
    ("papers:\n- id: a # x\n", None, "papers:\n- id: a # x\n\n- id: new\n  title: New\n"),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "after", "expected"), PLACES)
def test_an_entry_is_put_in_behind_another(
    text: str, after: int | None, expected: str, line_end: str
) -> None:
    """It stands behind the paper and its comments, a blank line before it, in the file's own line ends."""
    document = yaml_reader.parse(text.replace("\n", line_end).encode(), "papers.yaml")
    new = spliced(document.text, [insertion(document, NEW, after)])
    assert new == expected.replace("\n", line_end)
    papers = yaml_reader.parse(new.encode(), "papers.yaml").data["papers"]
    assert papers[len(papers) - 1 if after is None else after + 1] == {"id": "new", "title": "New"}


def test_papers_in_brackets_are_refused() -> None:
    """A list of papers in brackets is not guessed at."""
    with pytest.raises(CannotOpen, match="papers is a list in brackets"):
        insertion(yaml_reader.parse(b"papers: [{id: a}]\n", "papers.yaml"), NEW)


def test_edits_are_made_in_order() -> None:
    """Edits at one place keep their order; edits that overlap are a mistake of the program."""
    assert spliced("abc", [Edit(2, 3, "C"), Edit(1, 1, "1"), Edit(1, 1, "2")]) == "a12bC"
    with pytest.raises(ValueError, match="overlap"):
        spliced("abc", [Edit(0, 2, ""), Edit(1, 3, "")])
