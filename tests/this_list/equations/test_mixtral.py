"""Mixtral's router picks two, its counts are the paper's, and its chances are those of Table 5."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

paper = equations("mixtral")
SEEDS = st.integers(0, 10_000)


def _layer(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[np.ndarray]]:
    """Random x (4), W_g (4, 8), and of each of eight experts A, B (4, 6) and C (6, 4)."""
    random = np.random.default_rng(seed)
    a_b, c = random.normal(size=(8, 2, 4, 6)), random.normal(size=(8, 6, 4))
    return random.normal(size=4), random.normal(size=(4, 8)), a_b, list(c)


def test_what_the_paper_prints() -> None:
    """Both counts, the fifth of Llama 2 70B and both chances come out as printed."""
    rows = paper.reproduced()
    assert [row[1] for row in rows] == [row[2] for row in rows] == ["47B", "13B", "5x", "12.5%", "46%"]


def test_the_released_weights() -> None:
    """With the gains of 65 normalizations the count is that of the released model; one expert is Mistral 7B."""
    assert paper.parameters()[2] + 65 * 4096 == 46_702_792_704
    assert paper.parameters(n=1, K=1)[2] / 1e9 == pytest.approx(7.24, abs=0.01)


def test_more_experts_cost_memory_and_no_work() -> None:
    """Sixteen experts hold about 92 billion weights, and a token still uses as many plus the router's."""
    eight, sixteen = paper.parameters(), paper.parameters(n=16)
    assert round(sixteen[2] / 1e9) == 92
    assert sixteen[3] - eight[3] == 32 * 4096 * 8


def test_the_pages_weights() -> None:
    """*its* goes to expert 4 with 0.73 and to expert 1 with 0.27; a losing score may change a little."""
    x, scores = paper.its_example()
    weights = paper.gate(x, scores)
    assert np.round(weights, 2).tolist() == [0, 0.27, 0, 0, 0.73, 0, 0, 0]
    scores[0, 7] += 0.1
    assert paper.gate(x, scores).tolist() == weights.tolist()


@given(SEEDS, st.integers(1, 8))
def test_the_gate_keeps_the_largest(seed: int, k: int) -> None:
    """K weights are positive and sum to one; they are those of the full softmax, scaled."""
    x, w_g, *_ = _layer(seed)
    weights, full = paper.gate(x, w_g, k), np.exp(x @ w_g)
    kept = np.flatnonzero(weights)
    assert len(kept) == k and weights.sum() == pytest.approx(1)
    assert set(kept) == set(np.argsort(full)[-k:])
    assert np.allclose(weights[kept], full[kept] / full[kept].sum())


@given(SEEDS)
def test_the_layer_is_the_sum_over_all_experts(seed: int) -> None:
    """Leaving out six experts changes nothing, since their weight is zero."""
    x, w_g, a_b, c = _layer(seed)
    experts = [(a, b, back) for (a, b), back in zip(a_b, c, strict=True)]
    y, chosen = paper.expert_layer(x, w_g, experts)
    everything = [g * paper.swiglu(x, *expert) for g, expert in zip(paper.gate(x, w_g), experts, strict=True)]
    assert len(chosen) == 2
    assert np.allclose(y, sum(everything))


def test_one_expert_by_hand() -> None:
    """SiLU of 1 is 0.731; times the value 2 and back by 10 that makes 14.62."""
    one = np.array([[1.0]])
    assert paper.swiglu(np.array([1.0]), one, 2 * one, 10 * one) == pytest.approx([14.62], abs=0.01)


def test_experts_read_in_a_batch() -> None:
    """The page's averages; one token reads K, a large batch all; a simulation agrees."""
    assert [round(paper.experts_read(tokens), 1) for tokens in (1, 2, 4, 16)] == [2, 3.5, 5.5, 7.9]
    drawn = paper.random_path(L=4 * 3_000, seed=1).reshape(3_000, 8)
    assert np.mean([len(set(row)) for row in drawn]) == pytest.approx(paper.experts_read(4), abs=0.05)


def test_chance_of_neighbours() -> None:
    """Random tokens share one of their two experts as often as Table 5's caption says."""
    path = paper.random_path(L=20_000, seed=2)
    shared = [bool(set(a) & set(b)) for a, b in zip(path[::2], path[1::2], strict=True)]
    assert np.mean(shared) == pytest.approx(paper.chance()[1], abs=0.015)
    assert all(len(set(row)) == 2 for row in path[:100].tolist())
