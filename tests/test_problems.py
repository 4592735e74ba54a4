"""The likeliest meaning of a misspelt word is found, also among thousands."""

from __future__ import annotations

import pytest
from readinglist.problems import Words, did_you_mean, nearest

FEW = ("architecture", "training", "data")
MANY = Words([*(f"paper-{n}" for n in range(3000)), "labyrinth", "moving-walls", "chain-of-island"])


@pytest.mark.parametrize(("word", "meant"), [("architectre", "architecture"), ("Data", "data"), ("x", "")])
def test_among_few(word: str, meant: str) -> None:
    """A short list is looked at whole."""
    assert nearest(word, FEW) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("labyrnth", "labyrinth"),
        ("abyrinth", "labyrinth"),
        ("labyrnith", "labyrinth"),
        ("movingwalls", "moving-walls"),
        ("chains-of-iland", "chain-of-island"),
        ("papr-1234", "paper-1234"),
        ("nothing-of-the-kind", ""),
    ],
)
def test_among_thousands(word: str, meant: str) -> None:
    """A slip at the beginning, in the middle or at the end leads to the word, and what is like none to none."""
    assert nearest(word, MANY) == meant


def test_a_long_list_is_cut() -> None:
    """Where no word is near, the first forty are shown."""
    said = did_you_mean("nothing-of-the-kind", MANY)
    assert said.startswith("Known here: chain-of-island, labyrinth, moving-walls, paper-0, ")
    assert said.endswith(", …") and said.count(",") == 40
