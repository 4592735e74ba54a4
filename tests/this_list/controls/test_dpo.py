"""The control of DPO trains as the equation module does, and begins at the picture that is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from equations import equations
from figures import drawn

dpo = equations("dpo")


@pytest.mark.parametrize(("beta", "steps"), [(1, 40), (1, 3), (0.1, 40), (0.05, 1), (2, 7), (0.5, 0)])
def test_training_agrees(compute: Callable[..., Any], beta: float, steps: int) -> None:
    """Policy, optimum, rewards read off, and what the pair of the right and the wrong answer pulls with."""
    found = compute("dpo", {"beta": beta, "steps": steps})
    policy = dpo.train(dpo.r, dpo.pi_ref, beta, steps)
    read = dpo.implicit_reward(policy, dpo.pi_ref, beta)
    assert found["policy"] == pytest.approx(policy.tolist())
    assert found["best"] == pytest.approx(dpo.optimum(dpo.r, dpo.pi_ref, beta).tolist())
    assert found["read"] == pytest.approx(read.tolist())
    won, lost = read[[0, 2]] / beta
    assert found["margin"] == pytest.approx(read[0] - read[2])
    assert found["probability"] == pytest.approx(dpo.sigmoid(read[0] - read[2]))
    assert found["loss"] == pytest.approx(dpo.loss(won, lost, beta))
    assert found["weight"] == pytest.approx(dpo.weight(won, lost, beta))


def test_it_begins_as_drawn(compute: Callable[..., Any]) -> None:
    """With beta 1 and 40 steps it has the numbers of the picture's table."""
    found, rows = compute("dpo", {"beta": 1, "steps": 40}), drawn("dpo")
    assert [f"{p:.2f}" for p in found["policy"]] == [row["policy"] for row in rows]
    assert [f"{value:.2f}" for value in found["read"]] == [row["reward read off"] for row in rows]
