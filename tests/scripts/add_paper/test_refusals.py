"""Where no paper can be added, nothing is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import _console
import add_paper
import arxiv_server
import pytest
from arxiv_server import Arxiv

Captured = pytest.CaptureFixture[str]
Run = Callable[..., int]


BAD = arxiv_server.BAD


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD)
def test_no_answer_is_two(
    run: Run, server: Arxiv, file: Path, capsys: Captured, answer: arxiv_server.Answer
) -> None:
    """An answer that is none leaves the file, with exit code 2 and a sentence that names the paper."""
    before = file.read_bytes()
    server.always = answer
    assert run("2305.18290") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("No answer to rely on for 2305.18290: arXiv was asked, and it")
    assert said.err.endswith(". Nothing was changed.\n")
    assert file.read_bytes() == before


FILES = [
    (
        b"title: [a\nb: 1\n",
        "list.yaml:1:8: a [ or { is opened here and not closed. Close it, with commas between items.\n",
    ),
    (
        b"title: x\n",
        "list.yaml:1:1: there is no list of papers. Write papers: [] at the end of the catalogue.\n",
    ),
]


@pytest.mark.parametrize(("content", "sentence"), FILES)
def test_a_bad_file_is_two(
    run: Run, server: Arxiv, file: Path, capsys: Captured, content: bytes, sentence: str
) -> None:
    """A file without a list to add to is reported, and arXiv is not asked."""
    file.write_bytes(content)
    assert run("2305.18290") == 2
    assert capsys.readouterr().err == f"{sentence}Fix that first. Nothing was added.\n"
    assert file.read_bytes() == content
    file.unlink()
    assert run("2305.18290") == 2
    assert (
        capsys.readouterr().err
        == "list.yaml could not be opened: No such file or directory. Give the path of a catalogue.\n"
    )
    assert server.asked == []


def test_a_bad_base_url_is_two(file: Path, capsys: Captured) -> None:
    """An address that is none is a sentence."""
    given = ["2305.18290", "list.yaml", "--base-url", "here"]
    assert _console.run(lambda: add_paper.main(given)) == 2
    assert (
        capsys.readouterr().err
        == "'here' is not the address of a server: write it as in http://127.0.0.1:8080.\n"
    )


def test_a_full_disk_leaves_the_old_file(
    run: Run, file: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be written is reported, and the old file stands."""
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert run("2305.18290") == 2
    assert (
        capsys.readouterr().err
        == "list.yaml could not be written: No space left on device. It is as before.\n"
    )
    assert file.read_bytes() == before
    assert [path.name for path in Path().iterdir()] == ["list.yaml"]
