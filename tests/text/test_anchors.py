"""Anchors of headings, as the site makes them."""

from __future__ import annotations

import pytest
from readinglist.text.anchors import slug
from readinglist.text.markdown import Page

SLUGS = [
    ("Key results", "key-results"),
    ("Schrödinger's  cat, 2", "schrodingers-cat-2"),
    ("注意力 机制", "注意力-机制"),
    ("Внимание й", "внимание-й"),
    ("תשומת לב", "תשומת-לב"),
    ("انتباه", "انتباه"),
    ("ध्यान", "ध्यान"),
    ("β-VAE", "β-vae"),
    ("???", "section"),
    ("__config", "config"),
    ("Straße", "straße"),
]


@pytest.mark.parametrize(("words", "anchor"), SLUGS)
def test_an_anchor_keeps_the_letters_of_its_script(words: str, anchor: str) -> None:
    """Latin words become ASCII, as ever; of other scripts every letter and vowel stays."""
    assert slug(words) == anchor


HEADINGS = [
    ("A `code` *term*", "a-code-term", "A code term"),
    ("Mine { #own }", "own", "Mine"),
    ("?!", "section", "?!"),
]


@pytest.mark.parametrize(("written", "anchor", "words"), HEADINGS)
def test_a_heading_is_its_words_and_its_anchor(written: str, anchor: str, words: str) -> None:
    """Markup is no part of either; an anchor that somebody wrote is the one."""
    [heading] = Page(f"## {written}\n").headings
    assert (heading.anchor, heading.words) == (anchor, words)
