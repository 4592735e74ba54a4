"""The Transformer's equations keep their laws and reproduce the paper's Table 2."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

paper = equations("attention")


def _random(*shape: int) -> np.ndarray:
    return np.random.default_rng(7).standard_normal(shape)


def test_what_the_paper_prints() -> None:
    """Table 2's training costs come out; the parameters of Table 3 differ, and the reason is given."""
    rows = [(computed, printed, bool(why)) for _, computed, printed, _, why in paper.reproduced()]
    assert rows == [
        ("3.3 · 10^18", "3.3 · 10^18", False),
        ("2.3 · 10^19", "2.3 · 10^19", False),
        ("63", "65", True),
        ("214", "213", True),
    ]


def test_layers_have_the_parameters_of_table_3() -> None:
    """Without the embeddings, the rows for N = 2, 4 and 8 and for d_ff = 1024 and 4096 fit, rounded."""
    change = paper.parameters(N=8) - paper.parameters(N=2), paper.parameters(N=4) - paper.parameters(N=2)
    assert [round(number / 1e6) for number in change] == [80 - 36, 50 - 36 + 1]
    wider = paper.parameters(d_ff=4096) - paper.parameters(d_ff=1024)
    assert wider / 1e6 == pytest.approx(90 - 53, abs=1)


def test_the_pages_example() -> None:
    """*its* attends mostly to *cat*, with the weights and the output that the page prints."""
    words, q, k, v = paper.its_example()
    weights, output = paper.attention(q, k, v)
    its = words.index("its")
    assert np.round(weights[its], 2).tolist() == [0.04, 0.78, 0.04, 0.04, 0.11]
    assert np.round(output[its], 1).tolist() == [7.8, 1.1]
    _, masked = paper.attention(q, k, v, paper.causal_mask(5))
    assert np.round(masked[its], 1).tolist() == [8.7, 0]


@given(st.permutations(range(5)))
def test_without_a_mask_order_does_not_matter(order: list[int]) -> None:
    """Shuffled words get the outputs they had, shuffled in the same way."""
    x = _random(5, 8)
    _, output = paper.attention(x, x, x)
    _, shuffled = paper.attention(x[order], x[order], x[order])
    assert np.allclose(shuffled, output[order])


@given(st.integers(1, 5))
def test_the_mask_hides_what_comes_later(seen: int) -> None:
    """Changing later words changes no output before them, and no weight falls on them."""
    x, mask = _random(6, 8), paper.causal_mask(6)
    changed = x.copy()
    changed[seen:] += 100
    weights, output = paper.attention(x, x, x, mask)
    assert np.allclose(output[:seen], paper.attention(changed, changed, changed, mask)[1][:seen])
    assert np.allclose(weights.sum(axis=1), 1) and not weights[:seen, seen:].any()


@pytest.mark.parametrize("d_k", [4, 64, 512])
def test_the_root_keeps_the_scores_variance(d_k: int) -> None:
    """The scores of random vectors have variance d_k, and 1 after the division (section 3.2.1)."""
    assert paper.random_scores(d_k, scaled=False).var() == pytest.approx(d_k, rel=0.05)
    assert paper.random_scores(d_k, scaled=True).var() == pytest.approx(1, rel=0.05)


def test_unscaled_weights_collapse() -> None:
    """At width 512 the largest of eight weights is on average what the page says."""
    largest = [paper.softmax(paper.random_scores(512, scaled)).max(axis=1).mean() for scaled in (False, True)]
    assert np.round(largest, 2).tolist() == [0.96, 0.36]


def test_heads_are_joined_side_by_side() -> None:
    """Each head owns its rows of the last projection: with one half zero, only the other counts."""
    x, w, w_o = _random(5, 8), [_random(8, 4), _random(8, 4) + 1], _random(8, 8)
    second_only = w_o.copy()
    second_only[:4] = 0
    _, head = paper.attention(x @ w[1], x @ w[1], x @ w[1])
    assert np.allclose(paper.multi_head(x, w, w, w, second_only), head @ w_o[4:])


def test_the_feed_forward_network_sees_one_position() -> None:
    """Each row comes out as if it were alone; all-negative inner values leave the outer bias."""
    w_1, w_2 = _random(8, 16), _random(16, 8)
    whole = paper.feed_forward(_random(5, 8), w_1, 0.5, w_2, -0.5)
    assert np.allclose(whole[3], paper.feed_forward(_random(5, 8)[3], w_1, 0.5, w_2, -0.5))
    assert np.allclose(paper.feed_forward(_random(5, 8), w_1, -1e3, w_2, -0.5), -0.5)


@given(st.integers(0, 80))
def test_a_step_is_the_same_turn_everywhere(p: int) -> None:
    """Positions k apart have the same dot product wherever they are; the first is sines 0, cosines 1."""
    waves = paper.positions(100, 64)
    assert waves[p] @ waves[p + 19] == pytest.approx(waves[0] @ waves[19])
    assert waves[0].tolist() == [0, 1] * 32
