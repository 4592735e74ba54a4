"""Sparks of AGI: errors of success rates, the sums of Table 2, and the puzzles of section 8."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given, settings
from hypothesis import strategies as st

sparks = equations("sparks-of-agi")

COUNTS = (22, 50, 28)


def test_the_standard_errors_of_the_page() -> None:
    """3 and 4 points on HumanEval, 3.2 standard errors apart; 4.9 points for 38 of 100."""
    assert sparks.standard_error(0.82, 164) == pytest.approx(0.030, abs=5e-4)
    assert sparks.standard_error(0.67, 164) == pytest.approx(0.037, abs=5e-4)
    assert sparks.z_score(0.82, 164, 0.67, 164) == pytest.approx(3.16, abs=0.01)
    assert sparks.standard_error(0.38, 100) == pytest.approx(0.049, abs=5e-4)


def test_the_standard_error_is_what_samples_show() -> None:
    """Success rates of many simulated tests spread as the formula says."""
    rates = np.random.default_rng(0).binomial(100, 0.38, size=20_000) / 100
    assert rates.std() == pytest.approx(sparks.standard_error(0.38, 100), rel=0.02)


@settings(derandomize=True, deadline=None)
@given(st.integers(1, 200), st.data())
def test_the_interval_holds_the_share(n: int, data: st.DataObject) -> None:
    """The interval lies between 0 and 1, holds the share, and is never a single point."""
    p = data.draw(st.integers(0, n)) / n
    low, high = sparks.interval(p, n)
    assert -1e-12 <= low <= p + 1e-12 and p - 1e-12 <= high <= 1 + 1e-12
    assert high - low > 0.01
    assert sparks.interval(p, 4 * n)[1] - sparks.interval(p, 4 * n)[0] < high - low


def test_a_single_success_says_little() -> None:
    """One success in one try leaves everything from a fifth up, though the formula says no error."""
    assert sparks.standard_error(1.0, 1) == 0
    assert sparks.interval(1.0, 1) == pytest.approx((0.21, 1.0), abs=0.005)
    assert sparks.interval(0.0, 100)[1] == pytest.approx(0.037, abs=5e-4)


@pytest.mark.parametrize("name", [name for name in sparks.TABLE_2 if not name.startswith("Human")])
def test_table_2(name: str) -> None:
    """Each model's percentages are whole problems of 22, 50 and 28, and give its overall."""
    row = sparks.TABLE_2[name]
    assert COUNTS in sparks.problem_counts(row)
    assert round(sparks.overall(row, COUNTS), 1) == row[3]


def test_the_first_row_reports_the_counts() -> None:
    """No other counts fit the first row; the users' parts with these counts give 36.7, not 38.2."""
    assert sparks.problem_counts(sparks.TABLE_2["GPT-4, k = 1"]) == [COUNTS]
    human = sparks.TABLE_2["Human (LeetCode users)"]
    assert round(sparks.overall(human, COUNTS), 1) == 36.7
    assert not sparks.fits(human, COUNTS)


def test_the_puzzles() -> None:
    """There are 18 primes, and each equation has just one number to change."""
    assert sparks.primes(2, 20) == [2, 3, 5, 7, 11, 13, 17, 19]
    assert len(sparks.primes(150, 250)) == 18
    assert sparks.change_one(9, 4, 6, 6, 99) == [(9, 7, 6, 6)]
    assert sparks.change_one(7, 4, 8, 8, 113) == [(7, 7, 8, 8)]
    assert (7, 4, 8, 8) not in sparks.change_one(7, 4, 8, 8, 92)


def test_two_kinds_of_failure() -> None:
    """At once the score falls far beyond chance; with one number to change it falls by 2.3 errors."""
    assert list(sparks.AT_ONCE.values()) == [58, 16, 12, 0]
    assert list(sparks.CHANGE_ONE.values()) == [32, 25, 22, 18]
    assert sparks.z_score(0.58, 100, 0.16, 100) > 6
    assert sparks.z_score(0.32, 100, 0.18, 100) == pytest.approx(2.3, abs=0.05)


def test_what_is_reproduced() -> None:
    """What differs from the paper is reported: the users' overall, and the model's wrong sum."""
    said = {row[0]: row[1:3] for row in sparks.reproduced() if row[4]}
    assert said == {"Overall %, Human (LeetCode users)": ("36.7", "38.2"), "7 * 4 + 8 * 8": ("92", "88")}
    assert all(row[1] == row[2] for row in sparks.reproduced() if row[2] and not row[4])
    assert [row[1] for row in sparks.reproduced() if not row[2]] == ["22 / 50 / 28", "3.2", "2.3"]
