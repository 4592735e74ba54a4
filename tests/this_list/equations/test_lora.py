"""LoRA: merged and unmerged layers agree, training starts at the old model, and Table 15's counts."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

lora = equations("lora")

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 12)


def layer(seed: int, d: int, k: int, r: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """A frozen matrix, the two trained ones and an input, all random."""
    random = np.random.default_rng(seed)
    return (
        random.normal(size=(d, k)),
        random.normal(size=(d, r)),
        random.normal(size=(r, k)),
        random.normal(size=k),
    )


@given(seeds, sizes, sizes, st.integers(1, 4), st.floats(0.5, 32))
def test_merged_equals_unmerged(seed: int, d: int, k: int, r: int, alpha: float) -> None:
    """The output is the same with the update beside the weights and with the update in them."""
    frozen, b, a, x = layer(seed, d, k, r)
    assert lora.merged(frozen, b, a, alpha) @ x == pytest.approx(lora.adapted(x, frozen, b, a, alpha))


@given(seeds, st.integers(5, 12), st.integers(5, 12), st.integers(1, 4))
def test_the_update_has_the_rank_of_the_two_matrices(seed: int, d: int, k: int, r: int) -> None:
    """However large the layer is."""
    frozen, b, a, _ = layer(seed, d, k, r)
    assert np.linalg.matrix_rank(lora.merged(frozen, b, a, 8.0) - frozen) == r


@given(seeds, sizes, sizes, st.integers(1, 4))
def test_training_starts_at_the_pre_trained_model(seed: int, d: int, k: int, r: int) -> None:
    """The first output is the old one, and in the first step only B can move."""
    frozen, _, _, x = layer(seed, d, k, r)
    b, a = lora.start(d, k, r, seed=seed)
    assert b.shape == (d, r) and a.shape == (r, k) and a.any()
    assert lora.adapted(x, frozen, b, a, 8.0).tolist() == (frozen @ x).tolist()
    slope_b, slope_a = lora.gradients(x, np.ones(d), b, a, 8.0)
    assert slope_b.any() and not slope_a.any()


def test_two_zeros_would_never_move() -> None:
    """If A began at zero too, both slopes would be zero."""
    b, a = lora.start(3, 3, 1, sigma=0.0)
    assert not any(slope.any() for slope in lora.gradients(lora.x, np.ones(3), b, a, 1.0))


@given(seeds, st.floats(0.5, 16))
def test_the_slopes_agree_with_finite_differences(seed: int, alpha: float) -> None:
    """For the loss g times h, whose slope in the output is g."""
    frozen, b, a, x = layer(seed, 4, 3, 2)
    g, h = np.random.default_rng(seed + 1).normal(size=4), 1e-6
    slopes = lora.gradients(x, g, b, a, alpha)
    for which, matrix in enumerate((b, a)):
        for place in np.ndindex(matrix.shape):
            step = np.zeros(matrix.shape)
            step[place] = h
            up, down = ((b + s * step, a) if which == 0 else (b, a + s * step) for s in (1, -1))
            change = g @ lora.adapted(x, frozen, *up, alpha) - g @ lora.adapted(x, frozen, *down, alpha)
            assert slopes[which][place] == pytest.approx(change / (2 * h), abs=1e-5)


def test_the_page_s_example() -> None:
    """What can be checked by hand: (1, 2, 3) becomes (2, 2, 1)."""
    assert (lora.W_0 @ lora.x).tolist() == [1, 2, 3]
    assert lora.adapted(lora.x, lora.W_0, lora.B, lora.A, 1.0).tolist() == [2, 2, 1]
    assert lora.merged(lora.W_0, lora.B, lora.A, 1.0)[:, 1].tolist() == [0.5, 1, 0]


def test_the_paper_s_numbers() -> None:
    """Those that agree to the printed digit, and how far the others are off."""
    rows = lora.reproduced()
    differ = {printed: computed for _, computed, printed, *_ in rows if computed != printed}
    assert differ == {
        "18.8M": "18.9M", "301.9M": "302.0M", "603.8M": "604.0M",
        "10,000": "9,285", "35 MB": "38 MB", "21.5": "21.6",
    }  # fmt: skip
    assert all(why for _, computed, printed, _, why in rows if computed != printed)
    assert {printed for _, computed, printed, *_ in rows} >= {"4.7M", "9.4M", "37.7M", "354 GB", "25%", "2"}


@pytest.mark.parametrize("kinds", [1, 2, 3, 4])
@pytest.mark.parametrize("r", [1, 4, 64])
def test_the_count_is_that_of_the_shapes(kinds: int, r: int) -> None:
    """A layer of width 16 has as many trained weights as its matrices have entries."""
    entries = sum(matrix.size for matrix in lora.start(16, 16, r))
    assert lora.trained_weights(kinds, r, layers=3, d_model=16) == 3 * kinds * entries
