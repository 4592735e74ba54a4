"""The terms of a glossary as data."""

from __future__ import annotations

from readinglist.text.terms import Term, terms

GLOSSARY = """Words before the first.

## Fourier transform

*Also: FFT, fast transform*

A *sum* of `several`
[waves](#waves), with $x$.

More on it.

## Wave { #wave }

One.
"""


def test_a_term_has_its_other_names_and_its_words() -> None:
    """Names are parted by commas; the text is what readers see, its markup and the line of names left out."""
    assert terms(GLOSSARY) == (
        Term(
            "Fourier transform",
            "fourier-transform",
            ("FFT", "fast transform"),
            "A sum of several waves, with x. More on it.",
        ),
        Term("Wave", "wave", (), "One."),
    )


def test_a_term_may_be_a_formula() -> None:
    """A formula in a heading counts as the words that it shows, also one that cannot be set."""
    found = terms("## $\\beta$-VAE\n\nx\n\n## $\\foo$ y\n")
    assert [(term.anchor, term.name) for term in found] == [("β-vae", "β-VAE"), ("foo-y", "$\\foo$ y")]


def test_a_term_need_not_say_anything() -> None:
    """A heading alone is a term too, and one whose first block is code has no other names."""
    assert [term.text for term in terms("## A\n\n## B\n\n```\n*Also: C*\n```\n\nD\n")] == ["", "D"]
