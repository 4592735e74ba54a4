"""FlashAttention is exact at every block size, and its traffic is what the page counts."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

paper = equations("flashattention")
SEEDS = st.integers(0, 10_000)


def _inputs(seed: int, length: int = 24, width: int = 4) -> np.ndarray:
    """Queries, keys and values; now and then a score is large, so that the maximum changes."""
    return np.random.default_rng(seed).normal(size=(3, length, width)) * 3


def test_what_the_paper_prints() -> None:
    """Ratios of printed numbers agree; only the GFLOP differ, and both say why."""
    rows = [(computed, printed, bool(why)) for _, computed, printed, _, why in paper.reproduced()]
    assert [row[:2] for row in rows if not row[2]] == [
        ("9", "9"), ("18.8", ""), ("32.8", ""), ("3.5", "3.5"), ("3.0", "3.0"), ("15%", "15%"),
    ]  # fmt: skip
    assert [row[:2] for row in rows if row[2]] == [("824.6", "66.6"), ("962.1", "75.2")]


@given(SEEDS, st.integers(4, 96))
def test_tiled_is_exact(seed: int, sram: int) -> None:
    """Whatever fits into SRAM, even if the blocks do not divide the sequence, the output is the plain one."""
    q, k, v = _inputs(seed)
    assert np.allclose(paper.flash(q, k, v, sram)[0], paper.standard(q, k, v)[0], atol=1e-12)


@given(SEEDS)
def test_large_scores_do_not_overflow(seed: int) -> None:
    """Scores in the thousands stay finite, in both ways of computing."""
    q, k, v = _inputs(seed) * 30
    assert np.isfinite(paper.standard(q, k, v)[0]).all()
    assert np.allclose(paper.flash(q, k, v, 32)[0], paper.standard(q, k, v)[0], atol=1e-9)


def test_the_pages_steps() -> None:
    """Scores 1, 3 and then 5, 3 give the rows of the page's table, and the output 29.7."""
    steps = paper.running(np.array([1.0, 3, 5, 3]), np.array([10.0, 20, 30, 40]), B=2)
    assert np.round(steps, 3).tolist() == [[3, 1.135, 21.353], [5, 1.289, 38.303]]
    _, ell, a = steps[-1]
    assert round(a / ell, 1) == 29.7


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=12), st.integers(1, 12))
def test_running_values_do_not_depend_on_the_blocks(scores: list[float], size: int) -> None:
    """Any block size ends with the maximum and the sum of all scores at once."""
    x = np.array(scores)
    m, ell, a = paper.running(x, x, size)[-1]
    assert m == x.max()
    assert ell == pytest.approx(np.exp(x - m).sum())
    assert a == pytest.approx(np.exp(x - m) @ x, abs=1e-9)


@given(SEEDS)
def test_kept_rows_are_enough_for_the_gradient(seed: int) -> None:
    """The gradients from the output, the maxima and the sums agree with finite differences."""
    inputs, random = _inputs(seed, 5, 3) / 3, np.random.default_rng(seed + 1)
    d_out, direction = random.normal(size=(5, 3)), random.normal(size=(3, 5, 3))
    out, m, ell, _ = paper.flash(*inputs, 32)
    gradient = np.array(paper.backward(*inputs, out, m, ell, d_out))
    step = 1e-5 * direction
    change = [np.sum(paper.standard(*(inputs + sign * step))[0] * d_out) for sign in (1, -1)]
    assert (change[0] - change[1]) / 2e-5 == pytest.approx(np.sum(gradient * direction), abs=1e-5)


@pytest.mark.parametrize(("sram", "passes", "fewer"), [(50_000, 6, 3.3), (98_304, 3, 6.1)])
def test_the_pages_traffic(sram: int, passes: int, fewer: float) -> None:
    """GPT-2's head of width 64 at length 1,024: passes over the queries, and how much less is moved."""
    q, k, v = _inputs(0, 1024, 64) / 20
    plain, tiled = paper.standard(q, k, v)[1], paper.flash(q, k, v, sram)[3]
    assert -(-1024 // paper.block_sizes(sram, 64)[0]) == passes
    assert plain == 4 * 1024**2 + 4 * 1024 * 64
    assert tiled == 2 * 1024 * 64 + passes * (3 * 1024 * 64 + 4 * 1024)
    assert round(plain / tiled, 1) == fewer


def test_both_ways_are_quadratic_in_the_length() -> None:
    """Twice the length moves about four times as much, tiled or not, as Theorem 2 says."""
    short, long = _inputs(0, 256, 8), _inputs(0, 512, 8)
    assert paper.flash(*long, 512)[3] / paper.flash(*short, 512)[3] == pytest.approx(4, rel=0.05)
    assert paper.standard(*long)[1] / paper.standard(*short)[1] == pytest.approx(4, rel=0.05)
