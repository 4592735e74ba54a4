"""RoPE's scores know only distances, in both layouts, and the bound holds."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

paper = equations("rope")
PLACES = st.integers(0, 5_000)
SEEDS = st.integers(0, 10_000)


def _vectors(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape)


def test_what_is_printed() -> None:
    """The page's numbers, and the gain of Table 5, which the text gives otherwise and with its reason."""
    rows = [(computed, printed, bool(why)) for _, computed, printed, _, why in paper.reproduced()]
    own = [("0.50, 0.50", "", False), ("6.3, 47,117", "", False), ("16.5, 3.7", "", False)]
    assert rows == [*own, ("1.7", "1.5", True)]


@given(SEEDS, PLACES, PLACES, st.integers(0, 1_000))
def test_only_the_distance_counts(seed: int, m: int, n: int, shift: int) -> None:
    """Both tokens moved by the same number of positions have the same score."""
    q, k = _vectors(seed, 2, 16)
    assert paper.score(q, k, m + shift, n + shift) == pytest.approx(paper.score(q, k, m, n), abs=1e-8)


@given(SEEDS, PLACES)
def test_the_distance_does_count(seed: int, m: int) -> None:
    """One position further away the score is another, so the law above is not an empty one."""
    q, k = _vectors(seed, 2, 16)
    assert abs(paper.score(q, k, m + 1, 0) - paper.score(q, k, m, 0)) > 1e-9


@given(SEEDS, PLACES)
def test_element_wise_is_the_matrix(seed: int, m: int) -> None:
    """Equation 34 gives what the matrix of equation 15 gives, and no length changes."""
    x = _vectors(seed, 16)
    assert np.allclose(paper.rotate(x, m), paper.rotation_matrix(m, 16) @ x)
    assert np.linalg.norm(paper.rotate(x, m)) == pytest.approx(np.linalg.norm(x))


@given(SEEDS, PLACES)
def test_the_other_layout_is_another_order(seed: int, m: int) -> None:
    """Halves instead of neighbours: the same numbers once the coordinates are reordered."""
    x, order = _vectors(seed, 16), np.r_[0:16:2, 1:16:2]
    assert np.allclose(paper.rotate_halves(x[order], m), paper.rotate(x, m)[order])


@given(SEEDS, st.integers(1, 1_000))
def test_values_stay_as_they_are(seed: int, shift: int) -> None:
    """A shifted text has the same output, but not if the values were turned as well."""
    q, (keys, values) = _vectors(seed, 8), _vectors(seed + 1, 2, 5, 8)
    at_home = paper.output(q, keys, values, 4)
    assert np.allclose(paper.output(q, keys, values, 4, shift), at_home)
    turned = [paper.output(q, keys, values, 4, start, turn_values=True) for start in (0, shift)]
    assert np.abs(turned[0] - turned[1]).max() > 1e-4


@given(SEEDS, st.integers(0, 500))
def test_the_bound_holds(seed: int, distance: int) -> None:
    """No score is above equation 37's bound, which for equal pairs of length 1 is the sum of the |S|."""
    q, k = _vectors(seed, 2, 16)
    assert abs(paper.score(q, k, distance, 0)) <= paper.bound(q, k, distance) + 1e-9
    equal = np.array([1.0, 0.0] * 8)
    assert paper.bound(equal, equal, distance) == pytest.approx(
        np.abs(paper.partial_sums(distance, 16)).sum()
    )


def test_the_bound_falls_in_waves() -> None:
    """Over distances 0 to 250 the mean of the sums gets smaller, though not at every step."""
    means = np.array([np.abs(paper.partial_sums(distance, 64)).mean() for distance in range(251)])
    assert means[:50].mean() > means[50:150].mean() > means[150:].mean()
    assert (np.diff(means) > 0).any()


def test_a_larger_base_slows_all_pairs_but_the_first() -> None:
    """Base 500,000 in place of 10,000 leaves the first speed and lowers every other."""
    usual, slower = paper.tokens_per_turn(64), paper.tokens_per_turn(64, base=500_000.0)
    assert slower[0] == usual[0] and (slower[1:] > usual[1:]).all()
