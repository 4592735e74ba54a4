"""A server that plays arXiv, a catalogue, and the command that compares them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import _console
import pytest
import sync_arxiv
from _arxiv_client import Pace, Transport
from arxiv_server import SECOND, Arxiv, Fact
from builders import entry, source

Captured = pytest.CaptureFixture[str]
Run = Callable[..., int]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Arxiv]:
    """A running server that knows two papers, in another order than the catalogue."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Arxiv([Fact(), SECOND][::-1]) as running:
        yield running


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound catalogue with comments in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    text = source(entry("first"), entry("second", 2)).replace(
        b"    year: 2017\n", b"    year: 2017 # of v1\n"
    )
    Path("list.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    return Path("list.yaml")


@pytest.fixture
def run(server: Arxiv, file: Path) -> Run:
    """The command, asking that server without waiting."""
    connect = partial(Transport, pace=Pace(0), timeout=20)

    def main(*arguments: str) -> int:
        given = [str(file), "--base-url", server.url, *arguments]
        return _console.run(lambda: sync_arxiv.main(given, connect))

    return main
