"""How long it takes from an edit under `mkdocs serve` until the page shows it."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from _engines import MKDOCS, environment
from readinglist.problems import Failure

LONGEST = 600
"""Seconds until it is given up."""


def refresh(project: Path, number: int, rounds: int) -> float:
    """Seconds from an edit of the last of so many papers until its page shows it, the best of the rounds."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    page = f"http://{address}/papers/paper-{number}/"
    process = subprocess.Popen(
        [*MKDOCS, "serve", "-a", address],
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _until(lambda: "says what it says" in _text(page))
        return min(_edited(project / "papers.yaml", page, turn) for turn in range(rounds))
    finally:
        process.terminate()
        process.wait()


def _edited(source: Path, page: str, turn: int) -> float:
    """Edits the last annotation, which is that of the page."""
    before, text, after = source.read_text(encoding="utf-8").rpartition("It says")
    begin = time.perf_counter()
    source.write_text(f"{before}Round {turn}. {text}{after}", encoding="utf-8")
    _until(lambda: f"Round {turn}." in _text(page))
    return time.perf_counter() - begin


def _text(page: str) -> str:
    with suppress(OSError), urllib.request.urlopen(page, timeout=LONGEST) as answer:
        return str(answer.read().decode())
    return ""


def _until(done: Callable[[], bool]) -> None:
    end = time.perf_counter() + LONGEST
    while not done():
        if time.perf_counter() > end:
            raise Failure("mkdocs serve did not show an edit.")
        time.sleep(0.02)
