"""DPO: the optimum of the objective, the reward read off it, the gradient, and where descent ends."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

dpo = equations("dpo")

seeds = st.integers(0, 2**32 - 1)
betas = st.floats(0.1, 5)


def problem(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A reward, a reference and some other policy over five answers."""
    random = np.random.default_rng(seed)
    return random.normal(size=5), random.dirichlet(np.full(5, 3.0)), random.dirichlet(np.full(5, 3.0))


def mean_loss(log_pi: np.ndarray, reward: np.ndarray, reference: np.ndarray, beta: float) -> float:
    """Equation 7 over all pairs of answers, each as often as equation 1 says that its first one wins."""
    change = log_pi - np.log(reference)
    pairs = np.ndindex(len(change), len(change))
    return float(
        np.mean(
            [
                dpo.sigmoid(reward[w] - reward[lost]) * dpo.loss(change[w], change[lost], beta)
                for w, lost in pairs
            ]
        )
    )


@given(seeds, betas)
def test_the_objective_is_a_divergence_from_the_optimum(seed: int, beta: float) -> None:
    """For any policy it is beta log Z minus beta times the divergence, so equation 4 is the best."""
    reward, reference, policy = problem(seed)
    best = dpo.optimum(reward, reference, beta)
    log_z = np.log(np.sum(reference * np.exp(reward / beta)))
    assert best.sum() == pytest.approx(1)
    assert dpo.objective(best, reward, reference, beta) == pytest.approx(beta * log_z)
    assert dpo.objective(policy, reward, reference, beta) == pytest.approx(
        beta * log_z - beta * np.sum(policy * np.log(policy / best))
    )


@given(seeds, betas)
def test_the_reward_can_be_read_off_the_policy(seed: int, beta: float) -> None:
    """Up to one number for the prompt, beta log Z."""
    reward, reference, _ = problem(seed)
    missing = reward - dpo.implicit_reward(dpo.optimum(reward, reference, beta), reference, beta)
    assert missing == pytest.approx(beta * np.log(np.sum(reference * np.exp(reward / beta))))


@given(seeds, betas)
def test_the_gradient_agrees_with_finite_differences(seed: int, beta: float) -> None:
    """The weights of the pairs add up to the slope of the loss."""
    reward, reference, policy = problem(seed)
    log_pi, h = np.log(policy), 1e-6
    slopes = [
        (
            mean_loss(log_pi + h * step, reward, reference, beta)
            - mean_loss(log_pi - h * step, reward, reference, beta)
        )
        / (2 * h)
        for step in np.eye(5)
    ]
    assert dpo.gradient(log_pi, reward, reference, beta) == pytest.approx(slopes, abs=1e-7)


@pytest.mark.parametrize("beta", [1.0, 0.5, 0.1])
def test_descent_on_the_loss_ends_at_equation_4(beta: float) -> None:
    """No reward model, no sampling, and yet the optimum of RLHF to a millionth."""
    trained = dpo.train(dpo.r, dpo.pi_ref, beta)
    assert np.abs(trained - dpo.optimum(dpo.r, dpo.pi_ref, beta)).max() < 1e-6


def test_a_pair_of_the_page() -> None:
    """Changes of 2 and -3 with a beta of 0.1, and a pair at the start."""
    assert round(dpo.loss(2, -3, 0.1), 2) == 0.47
    assert round(dpo.weight(2, -3, 0.1), 3) == 0.038
    assert dpo.loss(0, 0, 0.1) == pytest.approx(np.log(2))
    assert dpo.weight(0, 0, 0.1) == pytest.approx(0.05)


@given(st.floats(-20, 20), st.floats(-20, 20), betas)
def test_only_the_difference_of_the_changes_counts(change_w: float, change_l: float, beta: float) -> None:
    """The loss is the same if both answers lose the same log-probability, and a wrong order pulls harder."""
    assert dpo.loss(change_w - 5, change_l - 5, beta) == pytest.approx(dpo.loss(change_w, change_l, beta))
    pull, turned = dpo.weight(change_w, change_l, beta), dpo.weight(change_l, change_w, beta)
    assert pull + turned == pytest.approx(beta)
    assert (pull <= turned) == (change_w >= change_l) or pull == pytest.approx(turned)


def test_the_table_of_the_page() -> None:
    """The four answers with a high and a low price."""
    assert dpo.optimum(dpo.r, dpo.pi_ref, 1).round(2).tolist() == [0.33, 0.41, 0.24, 0.02]
    assert dpo.optimum(dpo.r, dpo.pi_ref, 0.1).round(2).tolist() == [0.83, 0.17, 0, 0]
    rewards = dpo.implicit_reward(dpo.optimum(dpo.r, dpo.pi_ref, 1), dpo.pi_ref, 1)
    assert rewards.round(1).tolist() == [0.5, 0.3, -0.5, -1.5]
    assert round(dpo.objective(dpo.pi_ref, dpo.r, dpo.pi_ref, 1), 2) == 0.34


def test_the_lead_over_ppo_is_about_one_standard_error() -> None:
    """158 and 146 wins of 256 are 4.7 points apart, give or take 4.3."""
    found = {quantity: computed for quantity, computed, *_ in dpo.reproduced()}
    assert found["Wins of PPO on TL;DR"] == "57%"
    assert found["Wins of DPO on TL;DR"] == "62%"
    assert found["Their difference, in points"] == "4.7"
    assert found["Its standard error"] == "4.3"
