"""The command that compares with arXiv: exact sentences, exit codes, bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import _console
import arxiv_server
import pytest
import sync_arxiv
from _arxiv_client import Pace, Transport
from arxiv_server import SECOND, Arxiv, Fact, entry_before, entry_now, feed, says
from builders import entry, source
from readinglist.arxiv import snapshot

Captured = pytest.CaptureFixture[str]


Run = Callable[..., int]


@pytest.mark.parametrize("shape", [entry_now, entry_before])
def test_nothing_differs_is_zero(
    run: Run, server: Arxiv, capsys: Captured, shape: Callable[[Fact], str]
) -> None:
    """In both shapes: nothing on standard output, one request for all, exit code 0."""
    server.entry = shape
    assert run() == 0
    assert capsys.readouterr() == ("", "Asked arXiv for 2 of 2 papers.\n2 papers compared, no difference.\n")
    assert [request.ids for request in server.asked] == [["1706.00001", "1706.00002"]]


CHANGED = {
    "title": "A New Title",
    "version": 3,
    "updated": "2019-05-06T00:00:00Z",
    "authors": ("Ada Lovelace", "C. Babbage", "Mary Somerville", "New One"),
    "categories": ("cs.LG", "cs.CL"),
    "doi": "10.1000/x",
    "journal_ref": "J. 1",
    "comment": "This paper has been withdrawn",
}
TOLD = """list.yaml:23:12: second: title: 'The Paper on Second' here, 'A New Title' on arXiv.
list.yaml:27:13: second: latest: 'v2 of 2018-01-31' here, 'v3 of 2019-05-06' on arXiv.
list.yaml:21:5: second: doi: missing here, '10.1000/x' on arXiv.
list.yaml:21:5: second: journal_ref: missing here, 'J. 1' on arXiv.
list.yaml:28:31: second: authors: 'Charles Babbage' here, 'C. Babbage' on arXiv.
list.yaml:28:14: second: authors: missing here, 'New One' on arXiv.
list.yaml:30:17: second: categories: 'cs.CL' here, 'cs.LG, cs.CL' on arXiv.
list.yaml:22:12: second: arXiv says that the paper is withdrawn. Say so in the annotation, or take the paper out; where it is not so, or known, write departures: [{key: withdrawn, reason: …}].
"""


def test_each_difference_has_its_place_and_is_one(
    run: Run, server: Arxiv, file: Path, capsys: Captured
) -> None:
    """Every difference with file, line, column and both values; the file is left alone; exit code 1."""
    before = file.read_bytes()
    server.changed(**CHANGED)
    assert run() == 1
    said = capsys.readouterr()
    assert said.out == TOLD
    assert said.err.endswith("2 papers compared, 8 differences.\n")
    assert file.read_bytes() == before


def test_write_changes_those_values_alone(run: Run, server: Arxiv, file: Path, capsys: Captured) -> None:
    """With --write arXiv's values stand in their places, mark, line ends and comments stay; 0 the next time."""
    expected = file.read_bytes()
    server.changed(**CHANGED | {"published": "2017-05-31T00:00:00Z"})
    head, second = expected.split(b'  - id: "second"')
    for old, new in (
        (b"The Paper on Second", b"A New Title"),
        (b'"2017-06-12"', b'"2017-05-31"'),
        (b'"version": 2, "date": "2018-01-31"', b'"version": 3, "date": "2019-05-06"'),
        (b'"Charles Babbage", "Mary Somerville"]', b'"C. Babbage", "Mary Somerville", New One]'),
        (b'["cs.CL"]', b'[cs.LG, "cs.CL"]\r\n    doi: 10.1000/x\r\n    journal_ref: J. 1'),
    ):
        assert old in second
        second = second.replace(old, new)
    second = second.replace(b'"C. Babbage"', b"C. Babbage")
    assert run("--write") == 1
    assert file.read_bytes() == head + b'  - id: "second"' + second
    assert capsys.readouterr().err.endswith(
        "9 differences. list.yaml was written: look at the change, and commit it.\n"
    )
    server.changed(comment="")
    assert run("--write") == 0


def test_a_withdrawal_is_only_reported(run: Run, server: Arxiv, file: Path) -> None:
    """Of a withdrawal nothing is written, and it stays a difference."""
    before = file.read_bytes()
    server.changed(comment="Withdrawn")
    assert run("--write") == 1
    assert file.read_bytes() == before


def test_departures_are_passed_over(run: Run, server: Arxiv, file: Path, capsys: Captured) -> None:
    """What departs on purpose is not said and not written, as long as arXiv has the value it names."""
    departures = [{"key": "authors", "arxiv": "Lukasz Kaiser", "reason": "The paper prints Łukasz."}]
    file.write_bytes(source(entry("first", authors=["Ada Lovelace", "Łukasz Kaiser"], departures=departures)))
    before = file.read_bytes()
    server.facts = [Fact(authors=("Ada Lovelace", "Lukasz Kaiser"))]
    assert run("--write") == 0
    assert file.read_bytes() == before
    capsys.readouterr()
    server.facts = [Fact(authors=("Ada Lovelace", "L. Kaiser"))]
    assert run() == 1
    assert "'Łukasz Kaiser' here, 'L. Kaiser' on arXiv" in capsys.readouterr().out


BAD = arxiv_server.BAD | {
    "429": says(429, b"Rate exceeded.", Retry_After="0"),
    "429 for an hour": says(429, b"Rate exceeded.", Retry_After="3600"),
    "an error feed": says(200, arxiv_server.refusal(dated=True)),
    "without authors": says(200, feed([entry_now(Fact(authors=())), entry_now(SECOND)])),
}


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD)
def test_no_answer_is_two(
    run: Run, server: Arxiv, file: Path, capsys: Captured, answer: arxiv_server.Answer
) -> None:
    """An answer that is none is an error that names the papers; nothing is reported, written or recorded."""
    before = file.read_bytes()
    server.changed(title="Other")
    server.always = answer
    assert run("--write") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("No answer to rely on for 1706.00001")
    assert said.err.endswith(". Nothing was changed.\n")
    assert file.read_bytes() == before
    assert not Path(".arxiv-snapshot-list.json").exists()


def test_a_stall_is_two(server: Arxiv, file: Path, capsys: Captured) -> None:
    """A server that says nothing is given up, with the time it had."""
    server.always = arxiv_server.stall
    connect = partial(Transport, pace=Pace(0), timeout=0.05)
    given = [str(file), "--base-url", server.url]
    assert _console.run(lambda: sync_arxiv.main(given, connect)) == 2
    assert capsys.readouterr().err == (
        "No answer to rely on for 1706.00001, 1706.00002: "
        "arXiv was asked, and it said nothing for 0.05 seconds. Nothing was changed.\n"
    )


@pytest.mark.parametrize("facts", [[], [SECOND]])
def test_a_partial_answer_is_two(
    run: Run, server: Arxiv, file: Path, capsys: Captured, facts: list[Fact]
) -> None:
    """A paper that the answer does not hold is named at its place; what came is compared, nothing written."""
    before = file.read_bytes()
    server.facts = facts
    if facts:
        server.changed(title="Other")
    assert run("--write") == 2
    said = capsys.readouterr()
    assert (
        "list.yaml:7:12: arXiv's answer does not hold 1706.00001. Check the id, or run this again later.\n"
        in said.err
    )
    assert said.err.endswith(
        f"{'1 paper' if facts else '0 papers'} compared, {2 - len(facts)} without an answer. Nothing was written.\n"
    )
    assert ("here, 'Other' on arXiv" in said.out) == bool(facts)
    assert file.read_bytes() == before
    assert not Path(".arxiv-snapshot-list.json").exists()


def test_more_than_a_hundred(server: Arxiv, run: Run, file: Path, capsys: Captured) -> None:
    """A hundred and one papers are two requests, and a line each says how far it is."""
    file.write_bytes(source(*(entry(f"paper-{n}", n, title=f"Title {n}") for n in range(1, 102))))
    server.facts = [Fact(f"1706.{n:05}", f"Title {n}") for n in range(101, 0, -1)]
    assert run() == 0
    assert len(server.asked) == 2
    assert capsys.readouterr().err == (
        "Asked arXiv for 100 of 101 papers.\nAsked arXiv for 101 of 101 papers.\n101 papers compared, no difference.\n"
    )


def test_a_bar_on_a_terminal() -> None:
    """On a terminal one line fills up."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    progress = sync_arxiv.Progress(terminal)
    progress(100, 200)
    progress(200, 200)
    assert terminal.getvalue() == (
        f"\r\033[K[{'#' * 12}{'.' * 12}] Asked arXiv for 100 of 200 papers."
        f"\r\033[K[{'#' * 24}] Asked arXiv for 200 of 200 papers.\n"
    )


def test_the_record_of_what_arxiv_said(run: Run, server: Arxiv) -> None:
    """A whole answer is recorded as arXiv has it, also without --write, and only where it changed."""
    server.changed(version=3, updated="2019-05-06T00:00:00Z")
    assert run() == 1
    seen = snapshot.load(Path(".arxiv-snapshot-list.json").read_text())
    assert seen["1706.00002"].version == 3
    assert sorted(seen) == ["1706.00001", "1706.00002"]
    number = Path(".arxiv-snapshot-list.json").stat().st_ino
    run()
    assert Path(".arxiv-snapshot-list.json").stat().st_ino == number
