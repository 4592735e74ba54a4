"""Records with all the oddities of real ones, through the commands: add, write what is left, check, sync, publish.

GENERATED=3000 in the environment makes so many; the suite itself makes a few hundred.
"""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import add_paper
import markdown
import pytest
import sync_arxiv
from _arxiv_client import Pace, Transport
from arxiv_server import Arxiv, Fact, entry_before, entry_now
from builders import HEAD
from generated import facts
from oddities import ODDITIES
from readinglist import site
from readinglist.text import escaping
from readinglist.text.unfinished import BARE, TO_WRITE

COUNT, SIZE = int(os.environ.get("GENERATED", "240")), 30
RECORDS = [*facts(COUNT, seed=4)]
LISTS = [RECORDS[start : start + SIZE] for start in range(0, COUNT, SIZE)]
EMPTY = "".join(f"{key}: {json.dumps(value)}\n" for key, value in HEAD.items()) + "papers: []\n"
CHOSEN = {"topics": f"topics: [{BARE}]", "level": f"level: {BARE}", "minutes": f"minutes: {BARE}"}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Arxiv]:
    """A running server that knows nothing yet."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Arxiv([]) as running:
        yield running


def written(text: str) -> str:
    """The catalogue with all written that the command leaves to a person."""
    text = re.sub(r"\n +prerequisites:\n.*\n.*", "", text)
    text = re.sub(r"\n +venue: TODO .*", "", text)
    for mark in TO_WRITE.values():
        text = text.replace(mark, "What there is to say.")
    for mark, value in zip(
        CHOSEN.values(), ("topics: [training]", "level: easy", "minutes: 60"), strict=True
    ):
        text = text.replace(mark, value)
    return text


def shown(title: str) -> str:
    """The words that a page shows for a title."""
    return html.unescape(re.sub(r"<[^>]*>", "", markdown.markdown(escaping.inline(title))))


@pytest.mark.parametrize("number", range(len(LISTS)))
def test_what_arxiv_says_is_taken(
    server: Arxiv, tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    """Every record is added; written and checked nothing is wrong, sync finds nothing, and pages can be made."""
    server.facts, file = LISTS[number], tmp_path / "papers.yaml"
    server.entry = (entry_now, entry_before)[number % 2]
    file.write_text(EMPTY, encoding="utf-8")
    connect = partial(Transport, pace=Pace(0), timeout=20)
    asked = [str(file), "--base-url", server.url]
    for fact in server.facts:
        assert add_paper.main([fact.arxiv, *asked], connect, date(2026, 11, 24)) == 0, fact
    file.write_text(written(file.read_text(encoding="utf-8")), encoding="utf-8")
    edition = site.load(file)
    assert {problem.path.partition(".")[2] for problem in edition.notices} <= {"title", "published"}
    assert sync_arxiv.main(asked, connect) == 0, capsys.readouterr().out
    again = site.load(file)
    assert {problem.path.partition(".")[2] for problem in again.notices} <= {"title"}
    assert [*site.files(again)]
    for paper in again.catalogue.papers:
        if "$" not in paper.title and "\\" not in paper.title:
            assert shown(paper.title) == paper.title


def mixed(known: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The same papers with the values of others."""
    return [replace(other, arxiv=fact.arxiv) for fact, other in zip(known, others, strict=True)]


def test_sync_writes_whatever_arxiv_says(
    server: Arxiv, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where all values change to other odd ones, they are written, and then nothing differs."""
    server.facts, file = LISTS[1], tmp_path / "papers.yaml"
    file.write_text(EMPTY, encoding="utf-8")
    connect = partial(Transport, pace=Pace(0), timeout=20)
    asked = [str(file), "--base-url", server.url]
    for fact in server.facts:
        add_paper.main([fact.arxiv, *asked], connect, date(2026, 11, 24))
    file.write_text(written(file.read_text(encoding="utf-8")), encoding="utf-8")
    server.facts = mixed(LISTS[1], LISTS[0])
    assert sync_arxiv.main([*asked, "--write"], connect) == 1
    assert "not written" not in capsys.readouterr().err
    assert sync_arxiv.main(asked, connect) == 0, capsys.readouterr().out
    assert site.load(file)


def test_every_oddity_is_there() -> None:
    """The records hold each oddity, and the same ones every time."""
    assert len(ODDITIES) <= SIZE <= COUNT
    assert [*facts(COUNT, seed=4)] == RECORDS
