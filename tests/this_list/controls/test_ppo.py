"""The control of PPO counts what the equation module counts, and begins at the picture that is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from equations import equations
from figures import drawn

ppo = equations("ppo")


@pytest.mark.parametrize("advantage", [0.5, -0.5])
@pytest.mark.parametrize(
    ("ratio", "epsilon"), [(1.3, 0.2), (0.5, 0.2), (1.1, 0.2), (1.3, 0.4), (0, 0.1), (2, 0.5)]
)
def test_a_ratio_counts_the_same(
    compute: Callable[..., Any], advantage: float, ratio: float, epsilon: float
) -> None:
    """Both products, the one that counts, its slope, and the objective of the three answers."""
    found = compute("ppo", {"advantage": advantage, "ratio": ratio, "epsilon": epsilon})
    assert found["plain"] == pytest.approx(ratio * advantage)
    assert found["clipped"] == pytest.approx(np.clip(ratio, 1 - epsilon, 1 + epsilon) * advantage)
    assert found["term"] == pytest.approx(ppo.clipped_term(ratio, advantage, epsilon))
    assert found["gradient"] == ppo.gradient(ratio, advantage, epsilon)
    estimates = ppo.reward - ppo.pi_old @ ppo.reward
    assert found["terms"] == pytest.approx(
        ppo.clipped_term(ppo.pi_new / ppo.pi_old, estimates, epsilon).tolist()
    )
    assert found["objective"] == pytest.approx(ppo.objective(ppo.pi_new, ppo.pi_old, estimates, epsilon))


def test_it_begins_as_drawn(compute: Callable[..., Any]) -> None:
    """With the advantage and ratio of the answer 56 it is where the picture has that answer."""
    found = compute("ppo", {"advantage": 0.5, "ratio": 1.3, "epsilon": 0.2})
    rows = {row["answer there"]: row for row in drawn("ppo")}
    assert (f"{found['plain']:.2f}", f"{found['term']:.2f}") == (
        rows["56"]["ratio × +0.5"], rows["56"]["counted at +0.5"]
    )  # fmt: skip
    others = [rows[answer]["counted at -0.5"] for answer in ("54", "63")]
    assert [f"{term:.2f}" for term in found["terms"][1:]] == others
