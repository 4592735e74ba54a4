"""Small catalogues for tests, written as people write them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from readinglist.arxiv.record import Record
from readinglist.checks.catalogue import check
from readinglist.model.catalogue import Catalogue
from readinglist.pages.table import PAGES
from readinglist.problems import CatalogueError, Problem
from readinglist.source import yaml_reader
from readinglist.source.prose import Prose

NO_PROSE = Prose("docs", {})
COMMENT = b"# A comment at the end.\n"
"""What may follow the last entry of a catalogue."""
RECORD = Record(
    arxiv="1706.00001",
    title="The Paper on First",
    authors=("Ada Lovelace", "Charles Babbage", "Mary Somerville"),
    published=date(2017, 6, 12),
    version=2,
    updated=date(2018, 1, 31),
    categories=("cs.CL",),
)
"""What arXiv says of the paper that `entry("first")` makes."""

HEAD: dict[str, Any] = {
    "title": "A Small List",
    "description": "A few papers, in order.",
    "topics": [
        {"id": "architecture", "name": "Architecture", "description": "How a model is put together."},
        {"id": "training", "name": "Training", "description": "How the weights come about."},
    ],
    "levels": [{"id": "easy", "name": "Easy", "criterion": "Asks for calculus."}],
}


TEACHING: dict[str, Any] = {
    "one_sentence": "It can be said in one sentence.",
    "guide": {
        "version": 1,
        "read": [{"part": "Section 1", "minutes": 40, "why": "The idea."}],
        "skim": [{"part": "Section 2", "minutes": 20, "why": "The runs."}],
        "skip": [{"part": "Section 3", "why": "Details."}],
        "hurried": [
            {"part": "Figure 1", "minutes": 5, "why": "The picture."},
            {"part": "Table 1", "minutes": 10, "why": "The figures."},
        ],
    },
    "results": [
        {"claim": f"Claim {n}", "value": f"{n} | $n^{n}$", "conditions": "One run", "where": f"Table {n}"}
        | ({"version": 2} if n == 4 else {})
        for n in range(1, 5)
    ],
    "limits": [{"text": "Only one run.", "where": "Section 4"}, {"text": "Only English."}],
    "aged": [
        {
            "verdict": "corrected",
            "text": "The proof has a gap.",
            "sources": [
                {"title": "On *Gaps*", "arxiv": "1904.09237"},
                {"title": "A Page", "url": "https://example.org/a"},
            ],
        }
    ],
    "roots": [{"title": "Before", "arxiv": "1502.00001", "why": "It began."}],
    "next": [{"title": f"Next {n}", "arxiv": f"2101.0000{n}", "why": "It goes on."} for n in range(1, 4)],
    "questions": [
        {"question": f"What is $x_{n}$?", "answer": f"It is the unknown number {n}."} for n in range(1, 5)
    ],
    "elsewhere": [{"kind": "talk", "title": "A Talk", "by": "Ada", "url": "https://example.org/talk"}],
}
"""The parts of a paper that teach, whole and in order."""


def entry(id: str, number: int = 1, **keys: Any) -> dict[str, Any]:
    """A whole paper; `keys` replace or add keys, and None takes one away."""
    paper: dict[str, Any] = {
        "id": id,
        "arxiv": f"1706.{number:05}",
        "title": f"The Paper on {id.title()}",
        "nickname": id.title(),
        "published": "2017-06-12",
        "year": 2017,
        "latest": {"version": 2, "date": "2018-01-31"},
        "authors": ["Ada Lovelace", "Charles Babbage", "Mary Somerville"],
        "organization": "Analytical Society",
        "categories": ["cs.CL"],
        "topics": ["architecture"],
        "level": "easy",
        "minutes": 60,
        "annotation": f"What there is to know about {id}.",
        "why_here": f"The place of {id} is here.",
    }
    return {key: value for key, value in (paper | keys).items() if value is not None}


def source(*papers: dict[str, Any], **head: Any) -> bytes:
    """The text of a catalogue, one key a line; JSON values, which are YAML too."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in (HEAD | head).items()]
    lines.append("papers:")
    for paper in papers or (entry("first"),):
        for index, (key, value) in enumerate(paper.items()):
            lines.append(f"{'    ' if index else '  - '}{key}: {json.dumps(value, ensure_ascii=False)}")
    return ("\n".join(lines) + "\n").encode()


def catalogue(*papers: dict[str, Any], **head: Any) -> Catalogue:
    """A catalogue that passes every check."""
    return check(yaml_reader.parse(source(*papers, **head), "papers.yaml"), NO_PROSE)[0]


def problems(raw: bytes, prose: Prose = NO_PROSE) -> list[Problem]:
    """Every problem of a catalogue's text, in order; none where it is sound."""
    try:
        check(yaml_reader.parse(raw, "papers.yaml"), prose, None, PAGES)
    except CatalogueError as error:
        return error.problems
    return []


def messages(raw: bytes, prose: Prose = NO_PROSE) -> list[str]:
    """The same as `LINE:COL: text`."""
    return [f"{p.line}:{p.column}: {p.text}" for p in problems(raw, prose)]
