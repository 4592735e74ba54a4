"""The questions of the list as cards to learn from, in the order of reading."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from readinglist import addresses
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.text.escaping import plain
from readinglist.text.formulas import mathml, shown

IN_ONE_SENTENCE = "Say it in one sentence."


@dataclass(frozen=True)
class Card:
    """A question and its answer as HTML; `id` stays when the answer or signs of the question change."""

    id: str
    paper: Paper
    question: str
    answer: str
    source: str
    """A link to the page of the paper, or where the site has no address to arXiv."""


def cards(edition: Edition) -> Iterator[Card]:
    """Every card of the list."""
    for paper in edition.catalogue.papers:
        asked = [(item.question, item.answer) for item in paper.questions]
        if paper.one_sentence:
            asked.append((IN_ONE_SENTENCE, paper.one_sentence))
        address = addresses.absolute(edition.site_url, paper.url) or paper.abstract_url
        source = f'<a href="{escape(address)}">{escape(plain(paper.label))}</a>'
        for question, answer in asked:
            yield Card(_id(paper, question), paper, _html(question), _html(answer), source)


def subdeck(edition: Edition, paper: Paper) -> str:
    """The name of the deck of a paper within that of the list, with its number, so that decks sort by it."""
    digits = len(str(len(edition.catalogue.papers)))
    number = f"{edition.catalogue.numbers[paper.id]:0{digits}}"
    names = (plain(edition.catalogue.title), f"{number} {plain(paper.nickname)}")
    return "::".join(name.replace("::", ":") for name in names)


def _id(paper: Paper, question: str) -> str:
    # By the words: a place in the row would give one question what was learned of another.
    words = re.sub(r"\W+", " ", question).strip().lower()
    return hashlib.sha256(f"{paper.id}\n{words}".encode()).hexdigest()[:20]


def _html(text: str) -> str:
    return "".join(
        mathml(part.text) if part.math else escape(part.text.replace(r"\$", "$")) for part in shown(text)
    )
