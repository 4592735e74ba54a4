"""Rows of tables of symbols are read whole, whatever is in their cells."""

from __future__ import annotations

import pytest
from readinglist.text import symbols
from readinglist.text.markdown import Page

NOTES = r"""## Key equations

### One

| Symbol | What it is | Unit |
|---|---|---|
| $p(a | b)$, $q$ | the odds of $a$, see [there](../glossary.md#odds) | none |
| $\beta$ | a \| in words | - |

| Other | What it is |
|---|---|
| $z$ | no symbol |
"""


def test_rows() -> None:
    """A line within a formula ends no cell, links lead on from the root, and other tables do not count."""
    first, second = symbols.of(Page(NOTES), "papers/first.md")
    assert first.formulas == ("p(a | b)", "q")
    assert "<math><mi>a</mi></math>" in first.meaning and first.meaning.endswith(
        "see [there](<glossary.md#odds>)"
    )
    assert (first.words, first.anchor) == ("the odds of a, see there", "one")
    assert second.words == "a | in words"


TYPED = [
    (r"\pi_{\text{ref}}(y \mid x)", "π_ref(y | x)", "π"),
    (r"\mathcal{L}_{\text{end}}", "ℒ_end", "L"),
    (r"\hat{m}_t", "m̂_t", "m"),
    (r"\propto", "∝", ""),
]


@pytest.mark.parametrize(("tex", "shown", "letter"), TYPED)
def test_a_symbol_in_plain_signs(tex: str, shown: str, letter: str) -> None:
    """A formula is one line of signs, and is looked up by its first letter."""
    assert (symbols.shown(tex), symbols.letter(symbols.shown(tex))) == (shown, letter)


def test_greek_letters_have_names() -> None:
    """They are those that people type, also for variants."""
    assert [symbols.letter_name(sign) for sign in "βλΔϵφς"] == [
        "beta",
        "lambda",
        "delta",
        "epsilon",
        "phi",
        "sigma",
    ]
    assert symbols.spelled("π_ref").split() == ["pi", "_ref"]
