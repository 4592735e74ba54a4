"""A server that plays arXiv, and a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from arxiv_clock import Clock
from arxiv_server import Arxiv


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
