"""Strings that try to run, to ask another host or to hang, and the small lists that they are put into."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builders import NO_PROSE, TEACHING, entry, source
from project import ROOT
from readinglist.checks.catalogue import check
from readinglist.problems import CatalogueError, Problem
from readinglist.source import yaml_reader
from readinglist.source.prose import Prose

FOLDER = ROOT / "tests/data/payloads"


def payloads(kind: str) -> list[str]:
    """The strings of a kind: one a line of its file, `⏎` for a line break; lines that begin with ;; are notes."""
    lines = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").split("\n")
    return [line.replace("⏎", "\n") for line in lines if line.strip() and not line.startswith(";;")]


WORDS = [*payloads("words"), *payloads("arxiv"), *(f"${tex}$" for tex in payloads("tex"))]
NOTES = [*payloads("notes"), *WORDS, *(f"$$\n{tex}\n$$" for tex in payloads("tex"))]


def paper(number: int, words: str) -> dict[str, Any]:
    """A paper with the same words in every field that takes words."""
    teaching = {
        **TEACHING,
        "one_sentence": words[:300],
        "results": [
            {"claim": words, "value": words, "conditions": words, "where": words, "version": 1}
            for _ in range(4)
        ],
        "guide": None,
        "limits": [{"text": words, "where": words}],
        "aged": [
            {"verdict": "corrected", "text": words, "sources": [{"title": words, "arxiv": "1904.09237"}]}
        ],
        "next": [{"title": words, "arxiv": f"1801.0000{n}", "why": words} for n in range(1, 4)],
        "questions": [{"question": words, "answer": words} for _ in range(4)],
        "elsewhere": [{"kind": "talk", "title": words, "by": words, "url": f"https://example.org/{number}"}],
    }
    names = ("title", "nickname", "organization", "venue", "journal_ref", "annotation", "why_here")
    return entry(f"p{number}", number, **teaching, **dict.fromkeys(names, words))


def wrong(text: bytes, prose: Prose = NO_PROSE) -> list[Problem]:
    """What the check says of a catalogue and its prose; empty where it takes them."""
    try:
        check(yaml_reader.parse(text, "papers.yaml"), prose)
    except CatalogueError as error:
        return [problem for problem in error.problems if not problem.notice]
    return []


def taken(words: list[str]) -> Iterator[str]:
    """Those that the check takes in every field, each once by what it compares."""
    seen = set()
    for one in words:
        key = " ".join(one.casefold().split())
        if key not in seen and not wrong(source(paper(1, one))):
            seen.add(key)
            yield one


def notes_of(markdown: str) -> Prose:
    """Markdown as the notes of the first paper."""
    return Prose("docs", {"papers/p1.md": f"## The idea\n\n{markdown}\n"})


def page_of(markdown: str) -> Prose:
    """Markdown as a page of its own, below its title where it has none."""
    title = "" if markdown.startswith(("# ", "---\n")) else "# Page\n\n"
    return Prose("docs", {"page.md": f"{title}{markdown}\n"})


def project(folder: Path) -> Path:
    """A project with the real theme and hook, and neither catalogue nor prose."""
    for name in ("docs", "hooks"):
        ignored = shutil.ignore_patterns("__pycache__", "papers", "*.md", "figures", "equations")
        kept = ignored if name == "docs" else shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=kept)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    # Pages of a fork are in its nav or are named as outside it.
    config = config.replace("  /contribute.md\n", "  /page*.md\n  /contribute.md\n")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder
