"""The line on a long build."""

from __future__ import annotations

import logging

import pytest
from mkdocs_progress import Progress


def test_a_line_comes_every_two_seconds(caplog: pytest.LogCaptureFixture) -> None:
    """A build says how far it is once every two seconds and not more, each time of what it does then."""
    caplog.set_level(logging.INFO, "mkdocs.readinglist")
    ticks = iter(range(100))
    progress = Progress(1234, lambda: next(ticks) / 2)
    for what in (*["read"] * 5, *["finished"] * 4):
        progress.step(what)
    assert caplog.messages == ["4 of 1,234 pages are read.", "3 of 1,234 pages are finished."]


def test_a_short_build_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Below two seconds there is no line."""
    caplog.set_level(logging.INFO, "mkdocs.readinglist")
    progress = Progress(5, lambda: 0.0)
    for _ in range(5):
        progress.step("read")
    assert caplog.messages == []
