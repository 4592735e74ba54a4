"""Constitutional AI: three kinds of label, and where each of them drives two scores."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

cai = equations("constitutional-ai")

labels = st.floats(0.01, 0.99)
leads = st.floats(-8, 8)


def test_the_paper_s_counts() -> None:
    """Prompts by people and by a model, and the two sets of pairs that test a judge."""
    printed = [(computed, printed) for _, computed, printed, *_ in cai.reproduced() if printed]
    assert printed == [("182,831", "182,831"), ("438", "438")]


@given(st.floats(-20, 0), st.floats(-20, 0))
def test_the_label_is_a_softmax_of_two(log_a: float, log_b: float) -> None:
    """It depends on the difference of the two log-probabilities, and the two labels add up to one."""
    p = cai.label(log_a, log_b)
    assert p == pytest.approx(np.exp(log_a) / (np.exp(log_a) + np.exp(log_b)))
    assert p + cai.label(log_b, log_a) == pytest.approx(1)
    assert p == pytest.approx(cai.label(log_a - 3, log_b - 3))


@given(labels)
def test_clamping_keeps_the_order_and_the_middle(p: float) -> None:
    """A label between 40 and 60 percent stays, and any other moves to the nearer bound."""
    found = cai.clamped(p)
    assert 0.4 <= found <= 0.6
    assert found == p or (found == 0.4 and p < 0.4) or (found == 0.6 and p > 0.6)
    assert cai.hard(p) == (p > 0.5)


@given(labels, leads)
def test_the_slope_agrees_with_finite_differences(p: float, d: float) -> None:
    """It is the prediction minus the label."""
    h = 1e-6
    slope = (cai.loss(d + h, p) - cai.loss(d - h, p)) / (2 * h)
    assert cai.slope(d, p) == pytest.approx(slope, abs=1e-6)


@given(labels, leads)
def test_a_soft_label_has_a_best_lead(p: float, d: float) -> None:
    """There the prediction is the label, and no other lead costs less."""
    best = cai.best_lead(p)
    assert cai.sigmoid(best) == pytest.approx(p)
    assert cai.loss(d, p) >= cai.loss(best, p) - 1e-12


@given(leads)
def test_a_hard_label_has_none(d: float) -> None:
    """A larger lead always costs less."""
    assert cai.loss(d + 1, 1.0) < cai.loss(d, 1.0)
    assert cai.best_lead(1.0) == np.inf


@pytest.mark.parametrize(
    ("p", "early", "late"), [(1.0, 4.59, 9.21), (cai.label(-0.5, -2), 1.5, 1.5), (0.6, 0.41, 0.41)]
)
def test_the_leads_of_the_page(p: float, early: float, late: float) -> None:
    """After 100 and 10,000 steps; the scores of the two answers move apart evenly."""
    for steps, lead in ((100, early), (10_000, late)):
        score_a, score_b = cai.train(p, steps)
        assert round(score_a - score_b, 2) == lead
        assert score_a == pytest.approx(-score_b)


def test_every_comparison_counts_once() -> None:
    """Three of one kind and one of the other make a mean over four."""
    found = cai.mixed_loss(np.zeros(3), np.ones(3), np.array([1.5]), np.array([0.6]))
    assert found == pytest.approx((3 * np.log(2) + cai.loss(1.5, 0.6)) / 4)
