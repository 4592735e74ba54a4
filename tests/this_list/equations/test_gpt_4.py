"""GPT-4: predictions from small runs, pass rates, calibration, and what RLHF did to the exams."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations

gpt_4 = equations("gpt-4")


def test_table_8() -> None:
    """The means of the 28 exams are the printed ones, and the change is well within chance."""
    assert len(gpt_4.BASE) == len(gpt_4.RLHF) == 28
    assert (round(gpt_4.BASE.mean(), 1), round(gpt_4.RLHF.mean(), 1)) == (73.7, 74.0)
    change, error = gpt_4.rlhf_effect()
    assert (round(change, 2), round(error, 2)) == (0.32, 1.28)
    assert sum(gpt_4.RLHF > gpt_4.BASE) == 13
    assert sum(gpt_4.RLHF < gpt_4.BASE) == 15


def test_the_page_s_runs() -> None:
    """The largest small run of the page has a loss of 2.09; the full run of 1.50, as the fit with c says."""
    compute, losses = gpt_4.small_runs()
    assert (compute[0], compute[-1], round(losses[-1], 2)) == (1e-10, 1e-4, 2.09)
    assert gpt_4.loss(1, *gpt_4.fit_loss(compute, losses)) == pytest.approx(1.5, abs=0.005)
    assert gpt_4.fit_power(compute, losses)[0] == pytest.approx(1.37, abs=0.005)


@pytest.mark.parametrize(("a", "b", "c"), [(0.8, -0.06, 0.7), (0.5, -0.1, 1.0), (1.2, -0.15, 0.4)])
def test_without_a_constant_the_fit_promises_too_much(a: float, b: float, c: float) -> None:
    """A fit with a constant finds the loss of the full run again; a plain power law goes below it."""
    compute, losses = gpt_4.small_runs(a, b, c)
    assert gpt_4.loss(1, *gpt_4.fit_loss(compute, losses)) == pytest.approx(a + c, rel=0.01)
    assert gpt_4.fit_power(compute, losses)[0] < a + c


def test_a_power_law_is_found_again() -> None:
    """Points on a power law give its two numbers."""
    compute = np.logspace(-6, 0, 4)
    assert gpt_4.fit_power(compute, 0.6 * compute**-0.2) == pytest.approx((0.6, -0.2))


def test_a_leap_that_is_a_straight_line() -> None:
    """A pass rate that seems to leap from 0 to 55% falls by equal factors in its negative logarithm."""
    rates = gpt_4.pass_rates([1e-6, 1e-4, 1e-2, 1])
    assert np.round(rates, 3).tolist() == [0.0, 0.023, 0.222, 0.549]
    costs = gpt_4.minus_mean_log(rates[:, None])
    assert np.round(costs, 2).tolist() == [9.51, 3.79, 1.51, 0.6]
    assert costs[:-1] / costs[1:] == pytest.approx(100**0.2)


def test_the_mean_over_problems() -> None:
    """Problems solved once in 100 tries, every second time and always cost 4.6, 0.7 and 0."""
    assert gpt_4.minus_mean_log([0.01]) == pytest.approx(4.6, abs=0.01)
    assert gpt_4.minus_mean_log([0.5]) == pytest.approx(0.7, abs=0.01)
    assert gpt_4.minus_mean_log([0.01, 0.5, 1.0]) == pytest.approx((4.605 + 0.693) / 3, abs=0.001)


def test_calibration() -> None:
    """Of answers given at 0.8, 80 right in 100 is no error and 65 right is one of 0.15."""
    said = [0.8] * 100
    assert gpt_4.calibration_error(said, [1] * 80 + [0] * 20) == pytest.approx(0)
    assert gpt_4.calibration_error(said, [1] * 65 + [0] * 35) == pytest.approx(0.15)
    assert gpt_4.calibration_error([0.2, 0.8], [1, 0]) == pytest.approx(0.8)
    assert gpt_4.calibration_error([0.75, 0.95], [0, 1]) == pytest.approx(0.4)
    assert gpt_4.calibration_error([1.0], [1]) == 0


def test_what_is_reproduced() -> None:
    """Every printed number comes out as printed."""
    rows = gpt_4.reproduced()
    assert [row[1] for row in rows if row[2]] == [row[2] for row in rows if row[2]] == ["73.7%", "74.0%"]
    assert [row[1] for row in rows[2:]] == ["0.3 ± 1.3 points", "13, 15", "1.50", "1.50", "1.37"]
