"""Whole catalogues: one wholly broken with its complete list of problems, and what follows from what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from builders import entry, messages, problems, source
from readinglist.checks.catalogue import check, validate
from readinglist.problems import CatalogueError
from readinglist.source import yaml_reader
from readinglist.source.prose import Prose

DATA = Path(__file__).parents[1] / "data"


def test_a_sound_catalogue_has_no_problem() -> None:
    """Every key at its best gives no problem at all."""
    full = entry(
        "second",
        2,
        venue="A Journal",
        doi="10.1000/182",
        links=[{"label": "Code", "url": "https://example.org/code"}],
        authors=["Ada Lovelace", {"given": "Diego", "family": "de las Casas"}, {"group": "MazeCo"}, "Plato"],
        prerequisites=[{"paper": "first", "reason": "It builds on $x^2$."}],
        aliases=["former"],
    )
    assert messages(source(entry("first"), full)) == []


def test_the_broken_catalogue() -> None:
    """A catalogue that is wrong throughout gives every problem, in order, with place and fix."""
    with pytest.raises(CatalogueError) as error:
        check(yaml_reader.read(DATA / "broken.yaml", "broken.yaml"), Prose("docs", {}))
    assert str(error.value) == (DATA / "broken.txt").read_text(encoding="utf-8").rstrip("\n")


FIRST = entry("first")
LATER = {"paper": "second", "reason": "It gives a part.", "meanwhile": "Take it as given."}
EARLIER = {"paper": "first", "reason": "It gives a part."}


def test_every_circle_is_reported_once() -> None:
    """Two separate circles are two problems, and a chain without one is none."""

    def needing(id: str, number: int, needed: str) -> dict[str, Any]:
        return entry(id, number, prerequisites=[{"paper": needed, "reason": "x", "meanwhile": "y"}])

    papers = [
        needing("a", 1, "b"),
        needing("b", 2, "a"),
        needing("c", 3, "d"),
        needing("d", 4, "e"),
        needing("e", 5, "c"),
    ]
    found = [text for text in messages(source(*papers)) if "circle" in text]
    assert len(found) == 2
    assert "'c' needs 'd' needs 'e' needs 'c'" in found[1]


def test_a_circle_of_many_is_reported_in_short() -> None:
    """A circle through the whole list names its first papers and its last."""
    links = [
        {"paper": f"p{n - 1 or 40}", "reason": "x"} | ({} if n > 1 else {"meanwhile": "y"})
        for n in range(1, 41)
    ]
    papers = [entry(f"p{n}", n, prerequisites=[link]) for n, link in enumerate(links, 1)]
    [said] = messages(source(*papers))
    assert "'p1' needs 'p40' needs 'p39'" in said
    assert "'p31' needs … (29 more) needs 'p1'. Delete one of them." in said


def test_circles_that_share_papers_are_each_reported() -> None:
    """A paper on two circles is reported for both, and a link that closes none is left alone."""
    ahead = [{"paper": id, "reason": "x", "meanwhile": "y"} for id in ("b", "c", "d")]
    back = [{"paper": "a", "reason": "x"}]
    papers = (
        entry("a", 1, prerequisites=ahead),
        entry("b", 2, prerequisites=back),
        entry("c", 3, prerequisites=back),
    )
    found = messages(source(*papers, entry("d", 4)))
    assert [text.split(": ")[2] for text in found] == [
        "'a' needs 'b' needs 'a'. Delete one of them.",
        "'a' needs 'c' needs 'a'. Delete one of them.",
    ]


def test_seconds_are_no_date() -> None:
    """A number in quotes is not taken for the seconds since 1970, whatever day they fall on."""
    [said] = messages(source(entry("first", published="1497225600")))
    assert "'1497225600' is not a date." in said


def test_without_papers_nothing_is_said_of_what_names_them() -> None:
    """A list that lost its papers is one problem, and neither its notes nor its links are wrong."""
    raw = source().replace(b"papers:", b"paper:")
    pages = Prose("docs", {"papers/first.md": "## The idea\n\nNotes.", "about.md": "[a](papers/first.md)"})
    [said] = messages(raw, pages)
    assert "unknown key 'paper'. Did you mean 'papers'?" in said


def test_a_script_sees_what_is_wrong_within_entries() -> None:
    """What contradicts itself is not sound for a script either; what two papers share is not its matter."""
    catalogue, found = validate(yaml_reader.parse(source(entry("first", year=2018)), "papers.yaml"))
    assert catalogue is None
    assert [problem.path for problem in found] == ["papers[0].year"]
    catalogue, found = validate(yaml_reader.parse(source(entry("first"), entry("first", 2)), "papers.yaml"))
    assert catalogue and not found


def test_a_date_just_before_the_month_of_the_id_is_taken() -> None:
    """arXiv numbers at announcement, so the last days of the month before belong to the id too."""
    paper: dict[str, Any] = {
        "arxiv": "2101.00027",
        "published": "2020-12-31",
        "year": 2020,
        "latest": {"version": 1, "date": "2020-12-31"},
    }
    assert messages(source(entry("first", **paper))) == []


def test_problems_of_one_paper_do_not_hide_those_of_another() -> None:
    """A paper with a bad key still counts for the rules across papers."""
    found = messages(source(entry("first", minutes=61), entry("second", 1)))
    assert len(found) == 2
    assert "the arXiv id '1706.00001' is listed twice" in found[1]


def test_an_id_that_stands_twice_is_all_that_is_reported() -> None:
    """What refers to the paper that lost its id is not said wrong, on other papers, tracks or pages."""
    third = entry("third", 3, prerequisites=[EARLIER | {"paper": "second"}])
    raw = source(FIRST, entry("first", 2, title="Another"), third)
    pages = Prose(
        "docs", {"papers/second.md": "## The problem\n\nOld.\n", "about.md": "[a](papers/second.md)"}
    )
    [problem] = messages(raw, pages)
    assert "the id 'first' is listed twice" in problem


def test_the_catalogue_is_reported_before_the_prose() -> None:
    """What is wrong in a page often follows from the catalogue, and so comes after it."""
    raw = source(entry("frist"))
    [first, second] = problems(
        raw.replace(b"minutes: 60", b"minutes: 61"), Prose("docs", {"a.md": "[a](papers/first.md)"})
    )
    assert (first.file, second.file) == ("papers.yaml", "docs/a.md")


def test_notes_without_a_paper_are_a_problem() -> None:
    """A page in docs/papers/ that belongs to no paper is reported with its own file name."""
    prose = Prose("docs", {"papers/frist.md": "## The idea\n\nNotes."})
    [problem] = problems(source(), prose)
    assert str(problem) == (
        "docs/papers/frist.md:1:1: notes of no paper: 'frist' is not in the catalogue. "
        "Name the file after a paper's id, or delete it. Did you mean 'first'?"
    )
