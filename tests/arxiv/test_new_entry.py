"""Writing a new entry: tables of whole values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import yaml
from builders import RECORD, catalogue, entry
from readinglist.arxiv.new_entry import author, slug
from readinglist.arxiv.new_entry import entry as written
from readinglist.source.scalars import scalar

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
    [paper] = catalogue(entry("first", authors=[value])).papers
    assert paper.authors[0].name == name


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
