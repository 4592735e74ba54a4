"""Lists that `scripts/new_list.py` makes of generated papers, with what a person would write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import new_list
from _arxiv_client import Pace, Transport
from arxiv_server import Arxiv, Fact

TITLE = "Ways Out of Mazes: A List"
TODAY = date(2026, 11, 24)


def facts(count: int) -> list[Fact]:
    """Papers of invented titles, as arXiv would have them."""
    return [Fact(f"1706.{number:05}", f"Maze Number {number}: A Way Out") for number in range(1, count + 1)]


def make(folder: Path, papers: Sequence[Fact], *options: str) -> int:
    """Makes a list of papers that arXiv's stand-in knows, and gives the exit status."""
    with Arxiv(list(papers)) as server:
        ids = [paper.arxiv for paper in papers]
        given = [str(folder), *ids, "--title", TITLE, "--base-url", server.url, *options]
        return new_list.main(given, partial(Transport, pace=Pace(0), timeout=20), TODAY)


def write(catalogue: Path, topics: int = 3) -> None:
    """Writes what is marked TODO, and of more topics than the template has, those too."""
    text = catalogue.read_text(encoding="utf-8")
    more = "".join(
        f"  - id: topic-{n}\n    name: Topic {n}\n    description: Number {n}.\n"
        for n in range(4, topics + 1)
    )
    text = text.replace("\nlevels:\n", f"{more}\nlevels:\n", 1)
    head, *entries = re.split(r"(?m)^(?=  - id: .*\n    arxiv:)", text)
    names = re.findall(r"(?m)^  - id: (.+)\n    name", head.partition("\nlevels:")[0])
    written = [_written(entry, number, names[number % len(names)]) for number, entry in enumerate(entries)]
    catalogue.write_text(head + "".join(written), encoding="utf-8")


def _written(entry: str, number: int, topic: str) -> str:
    entry = re.sub(r"(?m)^    (venue|prerequisites): ?(TODO.*)?\n(      .*\n?)*", "", entry)
    for key, value in {
        "nickname": f"Maze {number}",
        "organization": "Analytical Society",
        "topics": f"[{topic}]",
        "level": "introductory",
        "minutes": "30",
        "annotation": f"What there is to know of maze {number}.",
        "why_here": f"It has the place {number}.",
    }.items():
        entry = re.sub(rf"(?m)^    {key}: .*TODO.*$", f"    {key}: {value}", entry)
    return entry
