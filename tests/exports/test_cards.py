"""The questions as cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builders import TEACHING, catalogue, entry
from readinglist import site
from readinglist.exports.cards import Card, cards, subdeck


def made(site_url: str = "", **changes: Any) -> list[Card]:
    """The cards of a list whose first question and answer can be others."""
    questions = [dict(question) for question in TEACHING["questions"]]
    questions[0] |= changes
    papers = [entry("first", **(TEACHING | {"questions": questions})), entry("second", 2)]
    return [*cards(replace(site.Edition(catalogue(*papers)), site_url=site_url))]


def test_each_question_is_a_card_and_the_sentence_is_the_last() -> None:
    """Formulas are MathML, words are escaped, and a paper without questions has no cards."""
    found = made(question="Is $a < b$ & c?", answer=r"It costs \$5.")
    assert len(found) == 5
    assert found[0].question.startswith("Is <math>") and found[0].question.endswith("</math> &amp; c?")
    assert found[0].answer == "It costs $5."
    assert (found[-1].question, found[-1].answer) == (
        "Say it in one sentence.",
        "It can be said in one sentence.",
    )
    assert {card.paper.id for card in found} == {"first"}


def test_what_was_learned_stays_with_its_question() -> None:
    """A card keeps its id when its answer changes, or only signs and capitals of its question; else it is another."""
    [before, *rest] = made(question="What is x, then?")
    assert made(question="What is X then?", answer="Another.")[0].id == before.id
    [other, *same] = made(question="What is y, then?")
    assert other.id != before.id
    assert [card.id for card in same] == [card.id for card in rest]
    assert len({card.id for card in (before, *rest)}) == 5


def test_a_card_leads_to_its_paper() -> None:
    """To its page where the site has an address, else to arXiv."""
    assert 'href="https://list.example/papers/first/"' in made("https://list.example/")[0].source
    assert 'href="https://arxiv.org/abs/' in made()[0].source


def test_decks_sort_in_the_order_of_reading() -> None:
    """The number of a paper has as many digits as that of the last; a title makes no level of its own."""
    papers = [entry(f"p{n}", n, nickname=f"P::{n}") for n in range(1, 11)]
    edition = site.Edition(catalogue(*papers))
    names = [subdeck(edition, paper) for paper in edition.catalogue.papers]
    assert (names[0], names[-1]) == ("A Small List::01 P:1", "A Small List::10 P:10")
    assert names == sorted(names)
