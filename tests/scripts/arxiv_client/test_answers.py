"""Asking arXiv over a real connection: good answers in both shapes, its pace, and what they say."""

from __future__ import annotations

from datetime import date

import pytest
from _arxiv_answers import withdrawn
from _arxiv_client import NoAnswer, query_url
from arxiv_clock import Clock, transport
from arxiv_server import Arxiv, Fact, entry_before, entry_now, feed, says
from readinglist.arxiv.record import Record
from readinglist.problems import CannotOpen

ID = "1706.00001"


EXPECTED = Record(
    arxiv=ID,
    title="A Title over Lines",
    authors=("Ada Lovelace", "Diego de las Casas", "Edward Hu", "Sammy Davis, Jr."),
    published=date(2017, 6, 12),
    version=2,
    updated=date(2018, 1, 31),
    categories=("cs.LG", "cs.CL", "stat.ML"),
    doi="10.1000/xyz",
    journal_ref="J. Tests 1 (2018) 1",
)


@pytest.mark.parametrize("shape", [entry_now, entry_before])
def test_both_shapes_give_the_same_record(server: Arxiv, clock: Clock, shape: object) -> None:
    """White space is collapsed, names are in reading order, and the primary category is first."""
    server.entry = shape  # type: ignore[assignment]
    server.changed(
        title="A Title\n  over   Lines",
        authors=("Ada\n Lovelace ", "Diego de las Casas", "Hu, Edward", "Sammy Davis, Jr."),
        categories=("cs.CL", "cs.LG", "stat.ML"),
        primary="cs.LG",
        doi="https://doi.org/10.1000/xyz 10.1000/second",
        journal_ref="J. Tests\n 1 (2018) 1",
    )
    assert transport(server, clock).records([ID]) == {ID: EXPECTED}


def test_arxivs_own_doi_is_none(server: Arxiv, clock: Clock) -> None:
    """A DOI that is not a publisher's is left out."""
    server.changed(doi="10.48550/arXiv.1706.00001")
    assert transport(server, clock).records([ID])[ID].doi is None


def test_answers_are_matched_by_id(server: Arxiv, clock: Clock) -> None:
    """Order means nothing, an old id comes back without its class, and what was not asked is not taken."""
    server.facts = [Fact("math/0309136", "Old"), Fact("1706.00002", "Second"), Fact(ID, "First")]
    server.script.append(says(200, feed([entry_now(fact) for fact in server.facts])))
    found = transport(server, clock).records([ID, "math.GT/0309136"])
    assert {id: record.title for id, record in found.items()} == {ID: "First", "math.GT/0309136": "Old"}


def test_an_unknown_id_is_left_out(server: Arxiv, clock: Clock) -> None:
    """What arXiv does not know is not in the answer, and that is no error here."""
    assert transport(server, clock).records(["1706.99999"]) == {}


def test_a_version_may_stand_in_a_link_only(server: Arxiv, clock: Clock) -> None:
    """An id without version takes the version of the paper's link; none at all is no whole answer."""
    bare = entry_now(Fact()).replace(
        "<id>http://arxiv.org/abs/1706.00001v2", "<id>http://arxiv.org/abs/1706.00001"
    )
    server.script.append(says(200, feed([bare])))
    assert transport(server, clock).records([ID])[ID].version == 2
    server.changed(version="")
    with pytest.raises(
        NoAnswer, match=r"No answer to rely on for 1706.00001: arXiv's answer lacks a part of it"
    ):
        transport(server, clock).records([ID])


def test_few_requests_and_three_seconds_between(server: Arxiv, clock: Clock) -> None:
    """A hundred papers a request, at most one request in three seconds, ids without version."""
    ids = [f"1706.{number:05}" for number in range(1, 251)]
    server.facts = [Fact(id) for id in reversed(ids)]
    said: list[tuple[int, int]] = []
    found = transport(server, clock).records([*ids, ids[0]], lambda done, of: said.append((done, of)))
    assert sorted(found) == ids
    assert [len(request.ids) for request in server.asked] == [100, 100, 50]
    assert clock.slept == [3.0, 3.0]
    assert said == [(100, 250), (200, 250), (250, 250)]


def test_it_says_who_asks(server: Arxiv, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The User-Agent is the project's name and version, and its repository where that is set."""
    monkeypatch.setenv("REPO_URL", "https://example.org/list\r\nX-Evil: 1")
    transport(server, clock).records([ID])
    monkeypatch.delenv("REPO_URL")
    transport(server, clock).records([ID])
    named, plain = (request.headers["User-Agent"] for request in server.asked)
    assert named == f"{plain} (+https://example.org/listX-Evil:1)"
    assert plain.startswith("annotated-reading-list/0.")


WITHDRAWN = [
    ("This paper has been withdrawn", "", 2, True),
    ("This paper has been withdrawn by the author due to an error in Lemma 2.", "", 2, True),
    ("Withdrawn by the authors", "", 3, True),
    ("Paper withdrawn; superseded by arXiv:1234.56789", "", 2, True),
    ("12 pages. This version withdrawn by arXiv administrators", "", 2, True),
    ("The authors have withdrawn this paper", "", 2, True),
    ("Version 3 of this paper has been withdrawn", "", 3, True),
    ("", "This paper has been withdrawn by the authors.", 2, True),
    ("", "This article is withdrawn.", 2, True),
    ("v1 of this paper was withdrawn by mistake", "", 3, False),
    ("An earlier version of this paper was withdrawn. 12 pages", "", 2, False),
    ("12 pages, code at https://example.org", "", 2, False),
    ("Withdrawn from ICLR 2020", "", 2, False),
    ("This paper was withdrawn by the authors from CVPR 2021", "", 2, False),
    ("Withdrawn NeurIPS 2022 submission, 9 pages", "", 1, False),
    ("ICLR 2021 submission (withdrawn)", "", 1, False),
    ("We withdrew this paper from consideration at AAAI", "", 1, False),
    ("Withdrawn from arXiv by the authors", "", 2, True),
    ("The authors have withdrawn this submission", "", 2, True),
    ("This submission has been withdrawn", "", 2, True),
    ("", "Withdrawn from the repository, as Theorem 1 is wrong.", 2, True),
    ("", "We study drugs that were withdrawn from the market.", 2, False),
    ("", "One part of the data set has been withdrawn since this paper was written.", 2, False),
    ("Dataset of withdrawn drugs", "", 2, False),
]


@pytest.mark.parametrize(("comment", "summary", "version", "expected"), WITHDRAWN)
def test_a_withdrawal_is_reported_in_words(comment: str, summary: str, version: int, expected: bool) -> None:
    """The comment, or the start of the summary, says so of the latest version."""
    assert withdrawn(comment, summary, version) is expected


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("http://127.0.0.1:80", "http://127.0.0.1:80/api/query?{}"),
        ("http://127.0.0.1:80/", "http://127.0.0.1:80/api/query?{}"),
        ("https://example.org/mirror/api/query?", "https://example.org/mirror/api/query?{}"),
    ],
)
def test_a_base_url_is_a_server_or_the_whole_address(base: str, expected: str) -> None:
    """Both ways to write it lead to the same requests."""
    assert query_url(base) == expected


def test_a_base_url_that_is_none_is_reported() -> None:
    """A word in place of an address is a sentence that says how to write one."""
    with pytest.raises(CannotOpen, match="'localhost' is not the address of a server"):
        query_url("localhost")
