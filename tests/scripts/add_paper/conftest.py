"""A server that plays arXiv, a catalogue, and the command that adds a paper to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import _console
import add_paper
import pytest
from _arxiv_client import Pace, Transport
from arxiv_server import Arxiv, Fact
from builders import COMMENT, entry, source

Captured = pytest.CaptureFixture[str]
Run = Callable[..., int]
WAY = Fact(
    "2305.18290",
    "Direct Route Estimation: Your Walking Plan is Secretly a Reward Plan",
    ("Rafael Rafailov", "Diego de las Casas"),
    "2023-05-29T17:57:46Z",
    3,
    "2024-07-29T22:26:36Z",
    ("cs.LG", "cs.AI"),
)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Arxiv]:
    """A running server that knows one paper."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Arxiv([WAY]) as running:
        yield running


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound catalogue in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    Path("list.yaml").write_bytes(source(entry("first"), entry("second", 2, aliases=["old"])) + COMMENT)
    return Path("list.yaml")


@pytest.fixture
def run(server: Arxiv) -> Run:
    """The command, asking that server without waiting."""
    connect = partial(Transport, pace=Pace(0), timeout=20)

    def main(*arguments: str) -> int:
        paper, *rest = arguments
        given = [paper, "list.yaml", "--base-url", server.url, *rest]
        return _console.run(lambda: add_paper.main(given, connect, date(2026, 11, 24)))

    return main
