"""Anchors of headings, as the site makes them."""

from __future__ import annotations

import pytest
from readinglist.text.anchors import heading, slugify
from readinglist.text.markdown import terms_of

SLUGS = [
    ("Key results", "key-results"),
    ("Schrödinger's  cat, 2", "schrodingers-cat-2"),
    ("注意力 机制", "注意力-机制"),
    ("Внимание й", "внимание-й"),
    ("תשומת לב", "תשומת-לב"),
    ("انتباه", "انتباه"),
    ("ध्यान", "ध्यान"),
    ("β-VAE", "β-vae"),
    ("???", ""),
]


@pytest.mark.parametrize(("words", "anchor"), SLUGS)
def test_an_anchor_keeps_the_letters_of_its_script(words: str, anchor: str) -> None:
    """Latin words become ASCII, as ever; of other scripts every letter and vowel stays."""
    assert slugify(words) == anchor


def test_a_heading_is_its_words_and_its_anchor() -> None:
    """Markup is no part of either; an anchor that somebody wrote is the one; a heading without letters has none."""
    assert heading("A `code` *term*") == ("a-code-term", "A code term")
    assert heading("Mine { #own }") == ("own", "Mine")
    assert heading("") == ("", "")
    assert heading("?!")[0] == ""


def test_a_term_may_be_a_formula() -> None:
    """A formula in a heading counts as the words that it shows, also one that cannot be set."""
    assert terms_of("## $\\beta$-VAE\n\nx\n\n## \n\n## $\\foo$ y\n") == {
        "β-vae": "β-VAE",
        "foo-y": "$\\foo$ y",
    }
