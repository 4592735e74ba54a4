"""InstructGPT: the reward model's loss over all pairs, and what the KL penalty allows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

gpt = equations("instructgpt")

seeds = st.integers(0, 2**32 - 1)
betas = st.floats(0.05, 5)


def test_the_paper_s_numbers() -> None:
    """What the paper prints is computed to its last digit."""
    printed = [(computed, printed) for _, computed, printed, *_ in gpt.reproduced() if printed]
    assert printed == [("2,304", "2,304"), ("4.9", "4.9")]


@pytest.mark.parametrize(("lead", "cost"), [(1, 0.31), (-1, 1.31), (0.2, 0.60), (0, 0.69)])
def test_the_costs_of_the_page(lead: float, cost: float) -> None:
    """A pair in the right order is cheap, and one in the wrong order costs its lead more."""
    assert round(gpt.pair_cost(lead), 2) == cost


def test_the_loss_of_a_ranking_is_the_mean_over_its_pairs() -> None:
    """Four answers make six pairs, spelled out here."""
    a, b, c, d = gpt.r[:4]
    leads = np.array([a - b, a - c, a - d, b - c, b - d, c - d])
    assert gpt.reward_loss(gpt.r[:4]) == pytest.approx(np.log(1 + np.exp(-leads)).mean())


@given(seeds, st.integers(4, 9), st.floats(-5, 5))
def test_a_constant_changes_no_loss(seed: int, k: int, shift: float) -> None:
    """Only differences count, so the demonstrations may be put at 0."""
    rewards = np.random.default_rng(seed).normal(size=k)
    assert gpt.reward_loss(rewards + shift) == pytest.approx(gpt.reward_loss(rewards))
    assert gpt.centred(rewards, rewards[:3])[:3].mean() == pytest.approx(0)
    assert gpt.reward_loss(gpt.centred(rewards, rewards[:3])) == pytest.approx(gpt.reward_loss(rewards))


@given(seeds, st.integers(4, 9))
def test_the_true_order_costs_least(seed: int, k: int) -> None:
    """The same rewards in descending order cost no more than in any other."""
    rewards = np.random.default_rng(seed).normal(size=k)
    assert gpt.reward_loss(sorted(rewards, reverse=True)) <= gpt.reward_loss(rewards) + 1e-12


@given(seeds, betas)
def test_no_policy_beats_the_tilted_one(seed: int, beta: float) -> None:
    """It reaches beta log Z, and any other policy less."""
    random = np.random.default_rng(seed)
    rewards, log_pi_sft = random.normal(size=5), np.log(random.dirichlet(np.ones(5)))
    best = gpt.objective(gpt.policy(beta, rewards, log_pi_sft), beta, rewards, log_pi_sft)
    assert best == pytest.approx(beta * np.log(np.sum(np.exp(log_pi_sft + rewards / beta))))
    other = random.dirichlet(np.ones(5))
    assert gpt.objective(other, beta, rewards, log_pi_sft) <= best + 1e-9


def test_a_smaller_beta_buys_reward_with_distance() -> None:
    """Along the way from 2 to 0 the learned reward and the distance never fall."""
    policies = [gpt.policy(beta) for beta in (2, 0.5, 0.1, 0.02, 0.005, 0)]
    for before, after in pairwise(policies):
        assert after @ gpt.r >= before @ gpt.r
        assert gpt.kl(after) >= gpt.kl(before)


def test_people_like_the_middle_best() -> None:
    """The five notes of the page: with a beta of 0 the reward is highest and the liking lowest."""
    cautious, middle, greedy = (gpt.policy(beta) for beta in (2, 0.02, 0))
    assert cautious.round(2).tolist() == [0.41, 0.43, 0.06, 0.1, 0]
    assert middle.round(2).tolist() == [1, 0, 0, 0, 0]
    assert greedy.tolist() == [0, 0, 0, 0, 1]
    assert greedy @ gpt.r > middle @ gpt.r
    assert greedy @ gpt.liking < cautious @ gpt.liking < middle @ gpt.liking
