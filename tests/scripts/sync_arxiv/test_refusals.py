"""Files that cannot be compared, and values that cannot be written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import _console
import pytest
import sync_arxiv
from _arxiv_client import Pace, Transport
from arxiv_server import SECOND, Arxiv, Fact
from builders import entry, source
from readinglist import site
from readinglist.arxiv import snapshot, updates
from readinglist.problems import Path as ProblemPath
from readinglist.source.document import Document
from readinglist.source.editing import Edit, exchanged

Captured = pytest.CaptureFixture[str]


Run = Callable[..., int]


def test_each_list_has_a_record_of_its_own(run: Run, server: Arxiv, file: Path) -> None:
    """What a sync recorded of one list the check of that list knows, and that of its neighbour is another."""
    run()
    assert not site.load(file).notices
    other = file.with_name("papers.yaml")
    other.write_bytes(source(entry("first")))
    assert not site.load(other).notices  # no sync as yet
    connect = partial(Transport, pace=Pace(0), timeout=20)
    assert sync_arxiv.main([str(other), "--base-url", server.url], connect) == 0
    assert [*snapshot.load(snapshot.beside(other).read_bytes())] == ["1706.00001"]
    assert snapshot.beside(other).name == ".arxiv-snapshot.json"
    assert len(snapshot.load(snapshot.beside(file).read_bytes())) == 2


def test_a_bad_file_is_two(run: Run, server: Arxiv, file: Path, capsys: Captured) -> None:
    """A catalogue that is not sound, or not there, is reported, and arXiv is not asked."""
    file.write_bytes(source(entry("first", minutes="TODO")))
    assert run() == 2
    said = capsys.readouterr().err
    assert said.startswith("list.yaml:18:14: unfinished: 'TODO' is left over.")
    assert said.endswith("The catalogue is not sound: fix that first. Nothing was written.\n")
    file.unlink()
    assert run() == 2
    assert (
        capsys.readouterr().err
        == "list.yaml could not be opened: No such file or directory. Give the path of a catalogue.\n"
    )
    assert server.asked == []


def test_what_cannot_be_written_is_named_and_the_rest_is_written(
    run: Run, server: Arxiv, file: Path, capsys: Captured
) -> None:
    """A value that the file has no place for stops neither the other values of the paper nor other papers."""
    before = file.read_bytes()
    head, second = before.split(b'  - id: "second"')
    broken = second.replace(b'"Charles Babbage", ', b'"Charles Babbage",\r\n      ')
    file.write_bytes(head + b'  - id: "second"' + broken)
    server.facts = [
        Fact("1706.00002", "<b>Bold</b>", ("Ada Lovelace", "New One", "Charles Babbage", "Mary Somerville")),
        Fact(title="TODO: $100"),
    ]
    assert run("--write") == 1
    assert (
        "list.yaml:28:14: a list in brackets goes over several lines. Write it with one dash an item, a line each. "
        "What arXiv has for authors was not written.\n"
    ) in capsys.readouterr().err
    expected = broken.replace(b"The Paper on Second", b"<b>Bold</b>")
    assert (
        file.read_bytes()
        == head.replace(b"The Paper on First", b"TODO: $100") + b'  - id: "second"' + expected
    )


def test_a_value_that_the_model_refuses_is_named(
    run: Run, server: Arxiv, file: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the catalogue would not take back is left out, with the reason, and the others are written."""

    def written(document: Document, path: ProblemPath, value: str) -> Iterator[Edit]:
        yield exchanged(document, path, "\u202e")

    monkeypatch.setitem(updates._SIMPLE, "title", written)
    server.facts = [Fact(title="Other", version=3), Fact("1706.00002", "Other too")]
    assert run("--write") == 1
    said = capsys.readouterr().err
    assert said.count(": title was not written, as arXiv's is refused: ") == 2
    assert b'"version": 3' in file.read_bytes() and b"The Paper on First" in file.read_bytes()
    assert said.endswith("3 differences. list.yaml was written: look at the change, and commit it.\n")


def test_dates_that_go_backwards_are_left_to_a_person(
    run: Run, server: Arxiv, file: Path, capsys: Captured
) -> None:
    """A latest version older than the first is not written, nor what hangs on it; other papers are."""
    before = file.read_bytes()
    server.facts = [
        Fact(published="2019-06-13T00:00:00Z", updated="2019-06-01T00:00:00Z"),
        replace(SECOND, title="Other"),
    ]
    assert run("--write") == 1
    said = capsys.readouterr().err
    assert "first: latest was not written, as arXiv's is refused: version 2 of 2019-06-01 is older" in said
    assert "first: published was not written, as arXiv's is refused: version 2 of 2018-01-31 is older" in said
    assert file.read_bytes() == before.replace(b"The Paper on Second", b"Other")


def test_classes_of_other_schemes_are_none_of_arxivs(run: Run, server: Arxiv) -> None:
    """The classes of the ACM and of the MSC, which entries list too, are no difference."""
    server.facts = [
        Fact(categories=("cs.CL", "I.2.7", "68T50, 68T07")),
        replace(SECOND, categories=("cs.CL", "F.1.1; I.2")),
    ]
    assert run("--write") == 0


def test_what_no_entry_can_hold_is_said(run: Run, server: Arxiv, capsys: Captured) -> None:
    """A DOI that is none is no difference, and is named."""
    server.changed(doi="in press")
    assert run("--write") == 0
    assert "arXiv has doi: 'in press' of 1706.00002, which an entry cannot hold.\n" in capsys.readouterr().err


def test_a_withdrawal_can_be_known(run: Run, server: Arxiv, file: Path) -> None:
    """An entry that says so itself has no difference."""
    departures = [{"key": "withdrawn", "reason": "The comment means version 1."}]
    file.write_bytes(source(entry("first", departures=departures)))
    server.facts = [Fact(comment="Withdrawn")]
    assert run() == 0


def test_authors_before_a_colon_are_a_group(run: Run, server: Arxiv, file: Path) -> None:
    """The colon is no author, not in the record either, and the group is written as one."""
    server.facts = [
        Fact(authors=("Foo Bar", ":", "Ada Lovelace")),
        replace(SECOND, authors=("Foo Bar:", "Ada Lovelace")),
    ]
    assert run("--write") == 1
    assert file.read_bytes().count(b'[{group: Foo Bar}, "Ada Lovelace"]') == 2
    assert {seen.authors for seen in snapshot.load(snapshot.beside(file).read_bytes()).values()} == {2}
    assert run() == 0


def test_a_kill_leaves_the_old_file(
    run: Run, server: Arxiv, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill between writing and replacing leaves the old file and nothing beside it."""

    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    before = file.read_bytes()
    server.changed(title="Other")
    monkeypatch.setattr(os, "replace", kill)
    assert run("--write") == _console.STOPPED
    assert file.read_bytes() == before
    assert [path.name for path in Path().iterdir()] == ["list.yaml"]
