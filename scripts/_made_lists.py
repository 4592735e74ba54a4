"""Catalogues of any length, made for measurements: sound ones, and ones with a problem in every entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Entry = dict[str, Any]


def catalogue(number: int, spoil: Callable[[Entry, int], object] = lambda *_: None) -> str:
    """A catalogue of so many papers, each with two prerequisites among those before it, and each spoilt."""
    papers = [_paper(n) for n in range(1, number + 1)]
    for place, paper in enumerate(papers, 1):
        spoil(paper, place)
    head = {
        "title": f"A List of {number}",
        "description": f"{number} papers, made for a measurement.",
        "topics": [{"id": f"topic-{n}", "name": f"Topic {n}", "description": "A topic."} for n in range(8)],
        "levels": [{"id": "easy", "name": "Easy", "criterion": "Asks for little."}],
        "papers": papers,
    }
    return json.dumps(head, indent=1)  # which is YAML too


def _paper(number: int) -> Entry:
    before = {number - 1, number // 2} - {0}
    return {
        "id": f"paper-{number}",
        "arxiv": f"2001.{number:05}",
        "title": f"On the Properties of Paper Number {number}",
        "nickname": f"P{number}",
        "published": "2020-01-15",
        "year": 2020,
        "latest": {"version": 2, "date": "2021-02-03"},
        "authors": [f"Given{n} Family{n}" for n in range(8)],
        "organization": "An Institute",
        "categories": ["cs.CL", "cs.LG"],
        "topics": [f"topic-{number % 8}", f"topic-{(number + 3) % 8}"],
        "level": "easy",
        "minutes": 60,
        "annotation": "It says what it says, in a sentence or two that are as long as such sentences are. "
        * 3,
        "why_here": "It stands here because the ones before it lead up to it, and those after it need it.",
        "prerequisites": [{"paper": f"paper-{n}", "reason": "It is built on it."} for n in sorted(before)],
    }


def _needs(other: str) -> Entry:
    return {"paper": other, "reason": "x", "meanwhile": "x"}


# The record of the last sync knows none of these papers, so that every entry gives a notice in any case.
SPOILT: dict[str, Callable[[Entry, int], object]] = {
    "sound": lambda paper, n: None,
    "a wrong year": lambda paper, n: paper.update(year=2019),
    "an unknown key": lambda paper, n: paper.update(anotation="x"),
    "raw HTML": lambda paper, n: paper.update(why_here="<b>So</b>."),
    "a misspelt topic": lambda paper, n: paper.update(topics=[f"topik-{n}"]),
    "a misspelt prerequisite": lambda paper, n: paper["prerequisites"].append(_needs(f"papr-{n}")),
    "a circle of two": lambda paper, n: paper["prerequisites"].extend([_needs(f"paper-{n + 1}")][n % 2 :]),
    "the title of another": lambda paper, n: paper.update(title=f"On the Number {n // 2}"),
}
"""What can be wrong with an entry."""
