"""An invented list on ways out of mazes, with all that a list can have; the suite's browser reads it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import builders
from builders import TEACHING, entry, source
from project import ROOT, another_list
from readinglist.model.catalogue import Catalogue

TOPICS = [
    {"id": "walking", "name": "Walking", "description": "Rules for one pair of feet."},
    {"id": "marking", "name": "Marking and memory", "description": "What to leave behind, and what to keep."},
    {"id": "drawing", "name": "Drawing", "description": "From steps to a plan."},
]
LEVELS = [
    {"id": "easy", "name": "Easy", "criterion": "Asks for a pencil."},
    {"id": "hard", "name": "Hard", "criterion": "Asks for proofs by induction besides."},
]
TRACKS: list[dict[str, Any]] = [
    {"id": "needs", "name": "By need", "description": "Nothing on trust.", "order": "prerequisites"},
    {
        "id": "weekend",
        "name": "A weekend",
        "description": "The shortest way out.",
        "steps": [
            {"paper": "wall", "reason": "Where everyone begins."},
            {"paper": "chalk", "reason": "The rule that always works.", "without": ["thread", "plan"]},
            {"paper": "dead-ends", "reason": "The other way round."},
        ],
    },
]
MANY = [
    *("Leonhard Euler", "Sofya Kovalevskaya", "Emmy Noether", "Wacław Sierpiński", "Sophie Germain"),
    *("Maria Agnesi", "Georg Cantor", "Évariste Galois", "Bernhard Riemann", "Srinivasa Ramanujan"),
    *("Niels Abel", "Hypatia", "Carl Gauss", "Augusta De Morgan"),
]


def _needs(paper: str, reason: str, meanwhile: str = "") -> dict[str, str]:
    return {"paper": paper, "reason": reason} | ({"meanwhile": meanwhile} if meanwhile else {})


def _first(number: int, day: str) -> dict[str, Any]:
    """What follows from the day of version 1."""
    arxiv = f"{day[2:4]}{day[5:7]}.{number:05}"
    latest = {"version": 2, "date": "2024-02-29"}
    return {"arxiv": arxiv, "published": day, "year": int(day[:4]), "latest": latest}


PAPERS = [
    entry(
        "wall",
        title="One Hand on the Wall",
        nickname="Wall",
        **TEACHING,
        **_first(1, "2015-03-04"),
        topics=["walking", "marking"],
        doi="10.1000/mazes.1",
        venue="Mazes 2002",
        aliases=["hand"],
        links=[{"label": "Code (official)", "url": "https://example.org/wall"}],
    ),
    entry(
        "thread",
        title="A Thread of Bounded Length",
        nickname="Thread",
        **TEACHING,
        **_first(2, "2018-05-06"),
        authors=["Emmy Noether", "Georg Cantor", "Niels Abel", "Hypatia"],
        topics=["marking"],
        prerequisites=[_needs("wall", "The thread follows the hand.")],
    ),
    entry(
        "chalk",
        title="Two Chalk Marks Suffice",
        nickname="Chalk",
        **TEACHING,
        **_first(3, "2017-02-01"),
        authors=MANY,
        topics=["marking", "walking"],
        level="hard",
        prerequisites=[
            _needs("thread", "Marks replace the thread."),
            _needs("plan", "The proof draws a plan.", "A plan has a point for each crossing."),
        ],
    ),
    entry(
        "plan",
        title="Drawing While Walking",
        nickname="Plan",
        **TEACHING,
        **_first(4, "2016-07-08"),
        topics=["drawing"],
        prerequisites=[_needs("wall", "It is drawn with one hand on the wall.")],
    ),
    entry(
        "dead-ends",
        title="Filling Every Dead End",
        nickname="Dead ends",
        **_first(5, "2019-01-01"),
        topics=["drawing"],
        minutes=25,
    ),
    entry(
        "islands",
        title="Islands, or Why the Hand Can Fail",
        nickname="Islands",
        **_first(6, "2019-11-12"),
        topics=["walking"],
        level="hard",
        prerequisites=[_needs("wall", "It is the case that the wall leaves out.")],
    ),
    entry(
        "two-walkers",
        title="Two Walkers Who Cannot Speak",
        nickname="Two walkers",
        **_first(7, "2021-09-09"),
        topics=["walking"],
        minutes=120,
        prerequisites=[
            _needs("chalk", "Each reads what the other wrote."),
            _needs("islands", "They part at islands."),
        ],
    ),
    entry(
        "hedges",
        title="Hedges That Grow",
        nickname="Hedges",
        **_first(8, "2023-12-13"),
        topics=["drawing", "marking"],
        prerequisites=[_needs("plan", "The plan ages.")],
    ),
]
"""In the order of reading: two of them teach less, one needs a later one, one has a long list of authors."""

_PICTURE = (
    '\n![The turns rise with the crossings.](../assets/figures/wall.svg "Our drawing, after section 2.")\n'
)
_NOTES = """## The problem

Somebody stands in a [maze](../glossary.md#maze) without light, and asks for a reward.

## The idea

Keep one hand on the wall: see [the plan](plan.md). With $n$ crossings there are $2n$ turns at most.

| Rule | Steps | Light |
|---|---|---|
| *Hand* | $2n$ | none |
| *Thread* | $n + \\sqrt{n}$ | `some` |

## Key equations

### The bound

$$
T(n) = \\sum_{i=1}^{n} \\left( 2 d_i - \\frac{1}{1 + e^{-d_i}} \\right) \\le 2n \\max_i d_i + \\sqrt{\\frac{n}{2}} + T(n - 1) + T(n - 2)
$$

It grows with the longest [dead end](../glossary.md#dead-end).

| Symbol | What it is | Unit |
|---|---|---|
| $T(n)$ | the longest walk | steps |
| $d_i$ | the length of a passage | steps |
"""
PROSE = {
    "index.md": "For those who are lost: eight papers, each after what it needs.\n",
    "about.md": "It is one way through.\n\n## The order\n\nFor reading. See [how to contribute](contribute.md).\n",
    "contribute.md": (
        "---\ntitle: Contribute\ndescription: How to correct a sentence or propose a paper for this list.\n---\n\n"
        "# Contribute\n\nEverything is in `papers.yaml`.\n"
    ),
    "glossary.md": (
        "## Crossing\n\nA place with more than two ways.\n\n## Dead end\n\nA place with one way.\n\n"
        "## Maze\n\n*Also: labyrinth*\n\nPassages between [crossings](#crossing), with $n$ of them.\n"
    ),
    "tracks.md": "Each for a purpose.\n",
    "papers/wall.md": _NOTES.replace("\n| Rule", f"{_PICTURE}\n| Rule"),
    "papers/chalk.md": _NOTES.replace("](plan.md)", "](wall.md)"),
}
HEAD: dict[str, Any] = {
    "title": "Ways Out of Mazes",
    "description": "Eight invented papers, annotated, in an order made for reading.",
    "topics": TOPICS,
    "levels": LEVELS,
    "tracks": TRACKS,
}


def catalogue() -> Catalogue:
    """The sample as the core reads it."""
    return builders.catalogue(*PAPERS, **HEAD)


def text() -> bytes:
    """The sample as a file."""
    return source(*PAPERS, **HEAD)


def project(folder: Path) -> Path:
    """The sample as a project of its own, with the real theme and hook."""
    another_list(folder, text())
    shutil.copytree(ROOT / "tests/data/sample", folder / "docs", dirs_exist_ok=True)
    for name, prose in PROSE.items():
        file = folder / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(prose, encoding="utf-8")
    return folder
