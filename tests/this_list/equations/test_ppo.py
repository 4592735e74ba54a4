"""PPO: the four cases of the page, the surrogate's identity, advantages against equation 10, Table 2."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

ppo = equations("ppo")

ratios = st.floats(0.01, 5)
estimates = st.floats(-3, 3).filter(lambda a: abs(a) > 1e-3)
widths = st.sampled_from([0.1, 0.2, 0.3])


@pytest.mark.parametrize(
    ("advantage", "r", "term", "slope"),
    [
        (1, 1.5, 1.2, 0),
        (1, 0.5, 0.5, 1),
        (-1, 0.5, -0.8, 0),
        (-1, 1.5, -1.5, -1),
        (1, 1.1, 1.1, 1),
        (-1, 1.1, -1.1, -1),
    ],
)
def test_the_cases_of_the_page(advantage: float, r: float, term: float, slope: float) -> None:
    """A gain beyond the range earns nothing more, and a move the wrong way is corrected."""
    assert ppo.clipped_term(r, advantage) == pytest.approx(term)
    assert ppo.gradient(r, advantage) == slope


@given(ratios, estimates, widths)
def test_the_clipped_term_is_never_more_than_the_plain_one(
    r: float, advantage: float, epsilon: float
) -> None:
    """The objective is a lower bound, and equal to the plain product within the range."""
    term = ppo.clipped_term(r, advantage, epsilon)
    assert term <= r * advantage
    if 1 - epsilon <= r <= 1 + epsilon:
        assert term == pytest.approx(r * advantage)


@given(ratios, estimates, widths)
def test_the_gradient_is_the_slope_of_the_term(r: float, advantage: float, epsilon: float) -> None:
    """Away from the two corners it agrees with finite differences."""
    h = 1e-6
    if min(abs(r - 1 - epsilon), abs(r - 1 + epsilon)) > 2 * h:
        slope = (
            ppo.clipped_term(r + h, advantage, epsilon) - ppo.clipped_term(r - h, advantage, epsilon)
        ) / (2 * h)
        assert ppo.gradient(r, advantage, epsilon) == pytest.approx(slope, abs=1e-6)


@given(st.integers(0, 2**32 - 1))
def test_ratio_times_advantage_is_what_the_new_policy_gains(seed: int) -> None:
    """For a single decision the old policy's data tell the new policy's mean advantage exactly."""
    random = np.random.default_rng(seed)
    pi_old, pi, reward = random.dirichlet(np.ones(5)), random.dirichlet(np.ones(5)), random.normal(size=5)
    advantage = reward - pi_old @ reward
    plain = ppo.objective(pi, pi_old, advantage, np.inf)
    assert plain == pytest.approx((pi - pi_old) @ reward)
    assert ppo.objective(pi, pi_old, advantage) <= plain + 1e-12


def equation_10(rewards: np.ndarray, values: np.ndarray, gamma: float, last: int) -> list[float]:
    """Discounted rewards, the last one with the exponent T - t + `last`, and the value at the end."""
    steps = len(rewards)
    found = []
    for t in range(steps):
        exponents = np.array([*range(steps - 1 - t), steps - t + last])
        found.append(-values[t] + gamma**exponents @ rewards[t:] + gamma ** (steps - t) * values[steps])
    return found


@given(st.integers(0, 2**32 - 1), st.integers(2, 20))
def test_with_lambda_one_the_advantages_are_equation_10(seed: int, steps: int) -> None:
    """They are where the last reward has the exponent T - 1 - t; with the printed T - t + 1 they are not."""
    random = np.random.default_rng(seed)
    rewards, values = random.uniform(0.5, 1, size=steps), random.normal(size=steps + 1)
    found = ppo.advantages(rewards, values, gamma=0.9, lam=1.0).tolist()
    assert found == pytest.approx(equation_10(rewards, values, 0.9, last=-1))
    assert found != pytest.approx(equation_10(rewards, values, 0.9, last=1))


def test_with_lambda_zero_only_the_next_step_counts() -> None:
    """Each advantage is then the surprise of its own step."""
    assert ppo.advantages(ppo.R, ppo.V, lam=0.0) == pytest.approx([0.11875, 0.365, 0.0])


def test_the_page_s_example() -> None:
    """The numbers that the page works out for three answers and three tokens."""
    advantage = ppo.reward - ppo.pi_old @ ppo.reward
    assert ppo.objective(ppo.pi_new, ppo.pi_old, advantage, np.inf) == pytest.approx(0.15)
    assert ppo.objective(ppo.pi_new, ppo.pi_old, advantage) == pytest.approx(0.08)
    assert ppo.gradient(ppo.pi_new / ppo.pi_old, advantage).tolist() == [0, 0, -0.5]
    assert ppo.advantages(ppo.R, ppo.V).round(3).tolist() == [0.462, 0.365, 0]
    assert ppo.advantages(ppo.R, ppo.V, lam=1.0).round(3).tolist() == [0.48, 0.365, 0]


def test_table_2_follows_from_table_6() -> None:
    """But for Pong, which is level at the printed decimal and which the paper counts for ACER."""
    assert ppo.games_won() == {"A2C": 1, "ACER": 28 - 1, "PPO": 19, "Tie": 1 + 1}
    assert sum(ppo.games_won().values()) == 49
