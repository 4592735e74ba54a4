"""Adam: its steps, its correction, and the case in which it goes astray."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from equations import equations
from hypothesis import given, settings
from hypothesis import strategies as st

adam = equations("adam")

GRADIENTS = st.lists(st.floats(-100, 100).map(lambda g: round(g, 3)), min_size=1, max_size=60)


def plain_descent(gradient: Callable[[np.ndarray], np.ndarray], steps: int, eta: float) -> np.ndarray:
    """Where plain gradient descent ends from (1, 1)."""
    theta = np.ones(2)
    for _ in range(steps):
        theta = theta - eta * gradient(theta)
    return theta


def test_the_page_s_five_steps() -> None:
    """A noisy gradient gives the averages and steps of the table on the page."""
    _, m, v, m_hat, v_hat, delta = adam.path([2, 1, -3, 2, 2]).T
    assert np.round(m, 3).tolist() == [0.2, 0.28, -0.048, 0.157, 0.341]
    assert np.round(v, 3).tolist() == [0.004, 0.005, 0.014, 0.018, 0.022]
    assert np.round(m_hat, 2).tolist() == [2.0, 1.47, -0.18, 0.46, 0.83]
    assert np.round(v_hat, 2).tolist() == [4.0, 2.5, 4.67, 4.5, 4.4]
    assert np.round(delta, 2).tolist() == [1.0, 0.93, -0.08, 0.21, 0.4]


@settings(derandomize=True, deadline=None)
@given(GRADIENTS)
def test_the_recursion_is_the_sum_of_equation_1(gradients: list[float]) -> None:
    """The second average is one weighted sum over all gradients."""
    total = sum(0.001 * 0.999**age * g**2 for age, g in enumerate(reversed(gradients)))
    assert adam.path(gradients)[-1, 2] == pytest.approx(total, abs=1e-9)


@settings(derandomize=True, deadline=None)
@given(st.floats(0.01, 100), st.integers(1, 300))
def test_the_correction_finds_a_steady_gradient_again(g: float, steps: int) -> None:
    """Equal gradients come out of both corrected averages as they went in, at every step."""
    assert adam.path([g] * steps)[:, 3] == pytest.approx(g)
    assert adam.path([g] * steps)[:, 4] == pytest.approx(g * g)


def test_without_the_correction_the_first_step_is_too_long() -> None:
    """The first step is alpha up or down; uncorrected it is 3.16 alpha at the default settings."""
    assert adam.path([2.0])[0, 5] == pytest.approx(1)
    assert adam.path([-1e-3])[0, 5] == pytest.approx(-1, abs=1e-4)
    assert adam.path([2.0], correct=False)[0, 5] == pytest.approx(0.1 / 0.001**0.5, abs=1e-4)


def test_a_loss_times_100_leaves_the_path() -> None:
    """Adam takes the same way down a loss and down a hundred times that loss."""
    once = adam.descend(adam.valley, [1.0, 1.0], 100, alpha=0.1, epsilon=0)
    often = adam.descend(lambda theta: 100 * adam.valley(theta), [1.0, 1.0], 100, alpha=0.1, epsilon=0)
    assert often == pytest.approx(once)


def test_the_narrow_valley() -> None:
    """Plain descent is slow along the valley or flies out of it; Adam takes both directions alike."""
    down = adam.descend(adam.valley, [1.0, 1.0], 500, alpha=0.1)
    assert down[:, 0] == pytest.approx(down[:, 1], abs=1e-6)
    assert abs(down[50:]).max() < 0.05 < abs(down[45]).max()
    assert plain_descent(adam.valley, 50, 0.01) == pytest.approx([0, 0.605], abs=1e-3)
    assert plain_descent(adam.valley, 10, 0.021)[0] == pytest.approx(2.59, abs=0.01)


def test_steps_after_a_long_silence() -> None:
    """After many zeros equal gradients take steps of 3.16, 4.25, ... alpha, the longest being the twelfth."""
    steps = adam.path([0.0] * 20_000 + [1.0] * 40)[20_000:, 5]
    assert np.round(steps[:2], 2).tolist() == [3.16, 4.25]
    assert (steps.argmax() + 1, round(steps.max(), 2)) == (12, 6.57)


@settings(derandomize=True, deadline=None)
@given(GRADIENTS)
def test_no_step_is_longer_than_the_least_bound(gradients: list[float]) -> None:
    """No gradients take a step beyond 7.27 alpha."""
    assert round(adam.longest_step(), 2) == 7.27
    assert np.abs(adam.path(gradients)[:, 5]).max() <= adam.longest_step()


def test_the_least_bound_is_reached() -> None:
    """Gradients that grow by beta2 / beta1 from step to step come as near the bound as one likes."""
    growing = [(0.999 / 0.9) ** t for t in range(-300, 1)]
    assert adam.path([0.0] * 20_000 + growing, epsilon=0.0 + 1e-30)[-1, 5] == pytest.approx(7.27, abs=0.01)


@settings(derandomize=True, deadline=None)
@given(GRADIENTS.filter(lambda gradients: gradients[0] != 0))
def test_adamax_hardly_exceeds_alpha(gradients: list[float]) -> None:
    """The step of AdaMax is at most 1.0091 alpha, and not at most alpha, as the paper prints."""
    assert np.abs(adam.adamax(gradients)).max() <= 0.1 / (1 - 0.9 / 0.999) + 1e-9
    assert adam.adamax([2.0] * 9) == pytest.approx(1)
    assert adam.adamax([0.999**t for t in range(300)])[-1] == pytest.approx(1.0091, abs=1e-4)


def test_the_counterexample_ends_at_the_worst_place() -> None:
    """With slopes 3, -1, -1 in turn Adam settles at +1, though -1 has the least loss."""
    assert adam.counterexample(3000)[-3:] == pytest.approx(1, abs=0.02)
    assert adam.counterexample(3000)[-1] == 1


def test_what_is_reproduced() -> None:
    """The table has the numbers of the page beside the paper's two bounds."""
    computed = [row[1] for row in adam.reproduced()]
    assert computed == ["1.00 α", "3.16 α", "7.27 α", "6.57 α", "1.009 α", "+1"]
