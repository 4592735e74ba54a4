"""Asking arXiv over a real connection: good answers in both shapes, and every bad one told apart."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import arxiv_server
import pytest
from _arxiv_answers import withdrawn
from _arxiv_client import NoAnswer, Pace, Transport, query_url
from arxiv_server import Answer, Arxiv, Fact, entry_before, entry_now, feed, says
from readinglist.arxiv.record import Record
from readinglist.problems import CannotOpen

ID = "1706.00001"


@dataclass
class Clock:
    """A clock that only sleeping moves, and that notes how long each sleep was."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Arxiv]:
    """A running server that plays arXiv."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Arxiv() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


def transport(server: Arxiv, clock: Clock, timeout: float = 20) -> Transport:
    """A way to that server, at arXiv's pace by that clock."""
    return Transport(server.url, Pace(3.0, clock.sleep, lambda: clock.now), timeout)


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
    told: list[tuple[int, int]] = []
    found = transport(server, clock).records([*ids, ids[0]], lambda done, of: told.append((done, of)))
    assert sorted(found) == ids
    assert [len(request.ids) for request in server.asked] == [100, 100, 50]
    assert clock.slept == [3.0, 3.0]
    assert told == [(100, 250), (200, 250), (250, 250)]


def test_it_says_who_asks(server: Arxiv, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The User-Agent is the project's name and version, and its repository where that is set."""
    monkeypatch.setenv("REPO_URL", "https://example.org/list\r\nX-Evil: 1")
    transport(server, clock).records([ID])
    monkeypatch.delenv("REPO_URL")
    transport(server, clock).records([ID])
    named, plain = (request.headers["User-Agent"] for request in server.asked)
    assert named == f"{plain} (+https://example.org/listX-Evil:1)"
    assert plain.startswith("annotated-reading-list/0.")


BAD: dict[str, tuple[Answer, str, list[float]]] = {
    "429": (
        says(429, b"Rate exceeded.", Retry_After="7"),
        "it asks for fewer requests (Rate exceeded)",
        [7, 7],
    ),
    "429 with a date long ago": (
        says(429, b"", Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"),
        "it asks for fewer requests (Rate exceeded)",
        [3, 3],
    ),
    "429 with a date far off": (
        says(429, b"", Retry_After="Wed, 21 Oct 2099 07:28:00 GMT"),
        "it asks for fewer requests (Rate exceeded)",
        [],
    ),
    "503": (says(503, b"<html>", Retry_After="nonsense"), "it answered HTTP 503", [3, 6]),
    "503 for an hour": (says(503, b"", Retry_After="3600"), "it answered HTTP 503", []),
    "404": (says(404, b"no"), "it answered HTTP 404", []),
    "400": (says(400, arxiv_server.refusal()), "it refused the request (incorrect id format for x)", []),
    "an error feed": (
        says(200, arxiv_server.refusal(dated=True)),
        "it refused the request (incorrect id format for x)",
        [],
    ),
    "cut": (arxiv_server.cut, "its answer was cut off", [3, 6]),
    "hung up": (arxiv_server.hang_up, "it hung up", [3, 6]),
    "truncated": (
        arxiv_server.truncated,
        "its answer is cut off or broken (no element found: line 21, column 91)",
        [3, 6],
    ),
    "HTML": (
        arxiv_server.HTML,
        "its answer is no Atom feed but '<!DOCTYPE html> <html><body><p>Back soo…'",
        [3, 6],
    ),
    "XHTML": (
        arxiv_server.XHTML,
        "its answer is no Atom feed but '<html xmlns='http://www.w3.org/1999/xht…'",
        [3, 6],
    ),
    "too fast": (arxiv_server.RATE, "it asks for fewer requests (Rate exceeded)", [3, 6]),
    "empty": (arxiv_server.EMPTY, "its answer is no Atom feed but ''", [3, 6]),
}


@pytest.mark.parametrize(("answer", "reason", "slept"), BAD.values(), ids=BAD)
def test_a_bad_answer_is_an_error(
    server: Arxiv, clock: Clock, answer: Answer, reason: str, slept: list[float]
) -> None:
    """It is told with the papers it concerns, after a few tries where trying again may help."""
    server.always = answer
    with pytest.raises(NoAnswer) as error:
        transport(server, clock).records([ID, "1706.00002"])
    assert str(error.value) == (
        f"No answer to rely on for {ID}, 1706.00002: arXiv was asked, and {reason}. Nothing was changed."
    )
    assert clock.slept == slept
    assert len(server.asked) == len(slept) + 1


@pytest.mark.parametrize("answer", [answer for answer, _, slept in BAD.values() if slept])
def test_a_second_try_may_succeed(server: Arxiv, clock: Clock, answer: Answer) -> None:
    """What goes wrong once and then right is a good answer."""
    server.script.append(answer)
    assert list(transport(server, clock).records([ID])) == [ID]
    assert len(server.asked) == 2


def test_a_redirect_is_followed(server: Arxiv, clock: Clock) -> None:
    """An answer that sends elsewhere is followed, at the same pace."""
    there = f"/api/query?id_list={ID}&start=0&max_results=100"
    server.script.append(says(302, b"", Location=there))
    assert list(transport(server, clock).records([ID])) == [ID]
    assert clock.slept == [3]


def test_a_stall_ends_with_the_time_limit(server: Arxiv, clock: Clock) -> None:
    """A server that says nothing is given up after the time limit, each time."""
    server.always = arxiv_server.stall
    with pytest.raises(NoAnswer, match=r"it said nothing for 0\.05 seconds\."):
        transport(server, clock, timeout=0.05).records([ID])
    assert clock.slept == [3, 6]


def test_nobody_there(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is not there is told as such."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: a connection is refused
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(NoAnswer, match="it could not be reached"):
            transport(Arxiv(url=url), clock).records([ID])


def test_a_page_that_breaks_off_is_an_error(server: Arxiv, clock: Clock) -> None:
    """Fewer entries than the feed counts, and none on the next page: the papers are named."""
    server.script.extend([says(200, feed([entry_now(Fact())], total=2)), arxiv_server.NOTHING])
    with pytest.raises(
        NoAnswer, match=r"1706\.00001, 1706\.00002: arXiv was asked, and its answer breaks off"
    ):
        transport(server, clock).records([ID, "1706.00002"])
    assert len(server.asked) == 2


def test_a_failure_names_all_that_is_left(server: Arxiv, clock: Clock) -> None:
    """A second request that fails leaves its papers, and those after, without an answer."""
    ids = [f"1706.{number:05}" for number in range(1, 251)]
    server.facts = [Fact(id) for id in ids]
    server.script.append(lambda handler: says(200, server.good(handler))(handler))
    server.always = says(404, b"")
    with pytest.raises(NoAnswer) as error:
        transport(server, clock).records(ids)
    assert error.value.ids == tuple(ids[100:])


@pytest.mark.parametrize(
    "entry",
    [
        entry_now(Fact(authors=())),
        entry_now(Fact(title="")),
        entry_now(Fact(authors=("Ada Lovelace", " "))),
        entry_now(Fact(categories=("",))),
    ],
)
def test_an_entry_without_a_part_is_an_error(server: Arxiv, clock: Clock, entry: str) -> None:
    """A whole feed with half an entry never reads as a paper without authors."""
    server.always = says(200, feed([entry]))
    with pytest.raises(NoAnswer, match="lacks a part of it"):
        transport(server, clock).records([ID])


@pytest.mark.parametrize("value", ["", "yesterday"])
def test_an_entry_without_dates_is_an_error(server: Arxiv, clock: Clock, value: str) -> None:
    """An entry that the package would pass over is not taken for a paper that arXiv does not know."""
    server.always = says(200, feed([entry_now(Fact(published=value))]))
    with pytest.raises(NoAnswer, match=f"No answer to rely on for {ID}"):
        transport(server, clock).records([ID])


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
def test_a_withdrawal_is_told_in_words(comment: str, summary: str, version: int, expected: bool) -> None:
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


def test_a_base_url_that_is_none_is_told() -> None:
    """A word in place of an address is a sentence that says how to write one."""
    with pytest.raises(CannotOpen, match="'localhost' is not the address of a server"):
        query_url("localhost")
