"""Whatever arXiv says and wherever comments stand, adding and syncing keep every comment and change nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from readinglist.arxiv.differences import differences
from readinglist.arxiv.new_entry import entry
from readinglist.arxiv.record import Record
from readinglist.arxiv.updates import changes
from readinglist.checks.catalogue import validate
from readinglist.model.catalogue import Catalogue
from readinglist.source import editing, yaml_reader
from readinglist.source.document import Document

LINES = """\
title: A Small List
description: A few papers, in order.
topics:
  - {id: architecture, name: Architecture, description: How a model is put together.}
levels:
  - {id: easy, name: Easy, criterion: Asks for calculus.}
papers:
  - id: first
    arxiv: "1706.00001"
    title: "The Paper on First"
    nickname: First
    published: "2017-06-12"
    year: 2017
    latest: {version: 2, date: "2018-01-31"}
    authors:
      - Ada Lovelace
      - {given: Charles, family: Babbage}
      - Mary Somerville
    organization: Analytical Society
    categories: [cs.CL, cs.LG]
    topics: [architecture]
    level: easy
    minutes: 60
    annotation: What there is to know.
    why_here: Its place is here.

  - id: second
    arxiv: "1706.00002"
    title: The Paper on Second
    nickname: Second
    published: "2017-06-12"
    year: 2017
    latest:
      version: 1
      date: "2017-06-12"
    authors: [Ada Lovelace]
    organization: Analytical Society
    categories:
      - cs.CL
    topics: [architecture]
    level: easy
    minutes: 60
    annotation: What there is to know.
    why_here: Its place is here.
""".splitlines()

NAMES = ["Ada Lovelace", "Charles Babbage", "Mary Somerville", "Grace Hopper", "Alan Turing"]


@st.composite
def commented(draw: st.DrawFn) -> str:
    """The catalogue with comments on lines of their own and at the ends of lines, in LF or CRLF."""
    lines: list[str] = []
    for number, line in enumerate(LINES):
        if draw(st.integers(0, 3)) == 0:
            lines.append(" " * draw(st.integers(0, 8)) + f"# own {number}")
        lines.append(line + (f" # end {number}" if line and draw(st.integers(0, 3)) == 0 else ""))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end, f"{end}# last{end}"]))


@st.composite
def said(draw: st.DrawFn) -> Record:
    """What arXiv says of the first paper; no author leaves the list, as a comment on the line would go along."""
    known = NAMES[:3]
    place = draw(st.integers(0, 3))
    more = draw(st.lists(st.sampled_from(NAMES[3:]), max_size=2, unique=True))
    return Record(
        "1706.00001",
        draw(st.sampled_from(["The Paper on First", "Another: Title", "On “Quotes” and 'More'"])),
        tuple(known[:place] + more + known[place:]),
        date(2017, 6, draw(st.sampled_from([12, 13]))),
        draw(st.sampled_from([2, 3])),
        date(2018, 1, 31),
        draw(
            st.sampled_from(
                [("cs.CL", "cs.LG"), ("cs.LG", "cs.CL"), ("cs.CL",), ("cs.AI", "cs.CL", "stat.ML")]
            )
        ),
        draw(st.sampled_from([None, "10.1000/182"])),
        draw(st.sampled_from([None, "A Journal 1 (2018): 2"])),
    )


def parsed(text: str) -> tuple[Document, Catalogue]:
    """A document and its catalogue, which is sound."""
    document = yaml_reader.parse(text.encode(), "papers.yaml")
    catalogue, problems = validate(document)
    assert catalogue and not problems and not document.problems
    return document, catalogue


def comments(text: str) -> list[str]:
    """Every comment, in order."""
    return re.findall(r"# (?:own|end|last)(?: \d+)?", text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(commented(), said())
def test_sync_takes_what_arxiv_says_and_keeps_every_comment(text: str, record: Record) -> None:
    """After a sync nothing differs from arXiv, the other entry is as it was, and every comment stands in its order."""
    document, catalogue = parsed(text)
    found = list(differences(catalogue.papers[0], record))
    new = editing.spliced(text, changes(document, 0, catalogue.papers[0], found))
    _, after = parsed(new)
    assert list(differences(after.papers[0], record)) == []
    assert after.papers[1] == catalogue.papers[1]
    assert comments(new) == comments(text)
    if not found:
        assert new == text


@settings(max_examples=200, deadline=None, derandomize=True)
@given(commented(), said(), st.sampled_from([None, 0, 1]))
def test_add_puts_one_entry_in_and_keeps_every_comment(text: str, record: Record, place: int | None) -> None:
    """An added entry stands where it was asked for, the text around it is as it was, and so is every comment."""
    document, _ = parsed(text)
    edit = editing.insertion(
        document, entry(replace(record, arxiv="1706.00009"), "added", date(2026, 11, 24)), place
    )
    new = editing.spliced(text, [edit])
    assert edit.start == edit.end
    ids = [paper["id"] for paper in yaml_reader.parse(new.encode(), "papers.yaml").data["papers"]]
    assert ids == (["first", "added", "second"] if place == 0 else ["first", "second", "added"])
    assert comments(new) == comments(text)
