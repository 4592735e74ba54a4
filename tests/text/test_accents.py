r"""TeX's accents are letters, and two texts that say the same compare equal."""

from __future__ import annotations

import pytest
from readinglist.text.accents import accented, comparable

ACCENTS = [
    (r"Schr\"odinger Bridges", "Schrödinger Bridges"),
    (r"{\'E}tale, Ren\'{e}, Fran\c{c}ois", "Étale, René, François"),
    (r"\v{C}ech, Erd\H{o}s, \L{}ojasiewicz, \O rsted", "Čech, Erdős, Łojasiewicz, Ørsted"),
    (r"Mart\'{\i}n, Mart\'\i n, Stra{\ss}e, \AA ngstr\"{o}m", "Martín, Martín, Straße, Ångström"),
    (r"the class $\hat{\"o} \c{c}$ of \~n", r"the class $\hat{\"o} \c{c}$ of ñ"),
    (
        r"\emph{MAP}, {YARN}, 100\% \cite{x} a\\b \LaTeX \over",
        r"\emph{MAP}, {YARN}, 100\% \cite{x} a\\b \LaTeX \over",
    ),
    ("no backslash", "no backslash"),
]


@pytest.mark.parametrize(("text", "expected"), ACCENTS)
def test_accents_are_letters_and_the_rest_stays(text: str, expected: str) -> None:
    """Accents and letters of their own are converted, outside formulas; no other TeX is touched."""
    assert accented(text) == expected


SAME = [
    ("Cafe\u0301", "Café"),
    (r"Schr\"odinger", "Schrödinger"),
    (r"The \$100  Question", "The $100 Question"),
    ("no\u00a0break", "no break"),
    ("two\nlines", "two lines"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_texts_that_say_the_same_compare_equal(one: str, other: str) -> None:
    """Composed or not, in TeX or in letters, with any space, and with a dollar either way."""
    assert comparable(one) == comparable(other)
    assert comparable("Café") != comparable("Cafe")
