"""Entries against the record of the last sync: a right-looking link to the wrong paper is caught offline."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import NO_PROSE, entry, source
from readinglist.arxiv.snapshot import Seen, dumped, load
from readinglist.checks.catalogue import check
from readinglist.problems import CatalogueError, Problem
from readinglist.source import yaml_reader

V1, V2 = date(2017, 6, 12), date(2018, 1, 31)
KNOWN = {
    "1706.00001": Seen("The Paper on First", 3, V1, 2, V2),
    "1706.00002": Seen("The Paper on Second", 3, V1, 2, V2),
}


def found(*papers: dict[str, Any]) -> list[Problem]:
    """Problems and notices of a catalogue checked against the record."""
    try:
        return check(yaml_reader.parse(source(*papers), "papers.yaml"), NO_PROSE, KNOWN)[1]
    except CatalogueError as error:
        return error.problems


def test_entries_that_agree_give_nothing() -> None:
    """An entry that is as arXiv had it is neither a problem nor a notice."""
    assert found(entry("first"), entry("second", 2)) == []


WRONG = [
    (
        entry("first", 2, title="The paper on first"),
        "is the title of arXiv 1706.00001, not of 1706.00002",
        "arxiv",
    ),
    (
        entry("first", 1, title="Quite Another"),
        "title 'Quite Another' is not that of the paper (arXiv 1706.00001",
        "title",
    ),
    (entry("first", authors=["Ada Lovelace"]), "1 authors, where there are 3", "authors"),
    (entry("first", published="2017-06-13"), "published '2017-06-13' is not that of the paper", "published"),
    (
        entry("first", latest={"version": 3, "date": "2018-01-31"}),
        "the latest version is not v3 of 2018-01-31",
        "latest",
    ),
]


@pytest.mark.parametrize(("paper", "message", "key"), WRONG, ids=[case[2] for case in WRONG])
def test_a_contradiction_is_one_problem(paper: dict[str, Any], message: str, key: str) -> None:
    """Each value that contradicts the record is one problem, at its place."""
    [problem] = found(paper)
    assert message in problem.message
    assert problem.path == f"papers[0].{key}"
    assert not problem.notice


ODD = [
    ("2017-09-12", "2017-09-12 is not a day of the month that the arXiv id"),
    ("2017-04-05", "2017-04-05 is not a day of the month that the arXiv id"),
]


@pytest.mark.parametrize(("published", "message"), ODD)
def test_an_odd_date_is_a_notice_where_arxiv_did_not_say_so(published: str, message: str) -> None:
    """A date that does not fit the id is worth a look, and none where arXiv has it."""
    paper = entry("first", published=published, latest={"version": 2, "date": "2018-01-31"})
    [notice] = check(yaml_reader.parse(source(paper), "papers.yaml"), NO_PROSE)[1]
    assert notice.notice and notice.path == "papers[0].published" and notice.message.startswith(message)
    seen = Seen("The Paper on First", 3, date.fromisoformat(published), 2, date(2018, 1, 31))
    assert check(yaml_reader.parse(source(paper), "papers.yaml"), NO_PROSE, {"1706.00001": seen})[1] == []


@pytest.mark.parametrize(
    ("here", "said"),
    [
        ("Cafe\u0301 Au Lait", "Café Au Lait"),
        (r"Schr\"odinger \$5", "Schrödinger $5"),
        ("no\u00a0break", "no break"),
    ],
)
def test_a_title_that_says_the_same_is_no_contradiction(here: str, said: str) -> None:
    """The check compares as the sync does: composed letters, TeX's accents, dollars and spaces are alike."""
    seen = Seen(said, 3, V1, 2, V2)
    raw = source(entry("first", title=here))
    assert check(yaml_reader.parse(raw, "papers.yaml"), NO_PROSE, {"1706.00001": seen})[1] == []


def test_two_papers_of_arxivs_may_have_one_title() -> None:
    """Where arXiv has two papers of one title, it is no slip, and worth a look; so it is with a DOI."""
    record = {f"1706.0000{n}": Seen("Reply", 3, V1, 2, V2) for n in (1, 2)}
    raw = source(*(entry(f"r{n}", n, title="Reply", doi="10.1000/x") for n in (1, 2)))
    said = check(yaml_reader.parse(raw, "papers.yaml"), NO_PROSE, record)[1]
    assert [(one.path, one.notice) for one in said] == [("papers[1].title", True), ("papers[1].doi", True)]


def test_a_value_refused_in_reading_is_reported_once() -> None:
    """A date without quotes is one problem, and no more is said of it."""
    for key, bare in (("published", b'"2017-06-12"'), ("latest", b'"2018-01-31"')):
        raw = source(entry("first")).replace(bare, bare.strip(b'"'))
        with pytest.raises(CatalogueError) as error:
            check(yaml_reader.parse(raw, "papers.yaml"), NO_PROSE, KNOWN)
        [problem] = error.value.problems
        assert key in problem.path and "is not in quotes" in problem.message


def test_a_date_of_another_form_is_reported_once() -> None:
    """What is no date is not compared as well."""
    [problem] = found(entry("first", published="12 June 2017"))
    assert problem.message == "'12 June 2017' is not a date"


def test_a_departure_is_no_contradiction() -> None:
    """A value that departs on purpose, with a reason, is passed over."""
    departures = [{"key": "authors", "reason": "A group."}, {"key": "title", "reason": "Its case."}]
    assert found(entry("first", authors=["Ada Lovelace"], title="Other", departures=departures)) == []


def test_a_title_of_the_same_letters_is_the_same() -> None:
    """Accents written apart, as some keyboards do, and other spaces are no other title."""
    seen = {"1706.00001": Seen("L\u00e9vy Flights", 3, V1, 2, V2)}
    raw = source(entry("first", title="Le\u0301vy  Flights"))
    assert check(yaml_reader.parse(raw, "papers.yaml"), NO_PROSE, seen)[1] == []


def test_a_new_entry_is_a_notice() -> None:
    """An entry of which id and title are new does not fail the check, and says what to run."""
    [notice] = found(entry("ninth", 9))
    assert notice.notice
    assert str(notice) == (
        "papers.yaml:7:12: notice: arXiv 1706.00009 is new since the last sync, so nothing was compared. "
        "Run scripts/sync_arxiv.py."
    )


def test_the_record_is_written_and_read_alike() -> None:
    """What is written is read back, one paper a line in order."""
    text = dumped(dict(reversed(KNOWN.items())))
    assert load(text) == KNOWN
    assert [line.strip()[:13] for line in text.splitlines()[1:-1]] == ['"1706.00001":', '"1706.00002":']
