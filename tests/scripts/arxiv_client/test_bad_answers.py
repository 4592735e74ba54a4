"""Every bad answer of arXiv, distinguished from the others."""

from __future__ import annotations

import socket

import arxiv_server
import pytest
from _arxiv_client import NoAnswer
from arxiv_clock import Clock, transport
from arxiv_server import Answer, Arxiv, Fact, entry_now, feed, says

ID = "1706.00001"


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
    """It is reported with the papers it concerns, after a few tries where trying again may help."""
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
    """A server that is not there is reported as such."""
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
