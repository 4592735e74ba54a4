"""The control of InstructGPT finds the best policy as the equation module does, and begins at the picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from equations import equations
from figures import drawn

gpt = equations("instructgpt")


@pytest.mark.parametrize("beta", [0, 0.005, 0.008, 0.02, 0.5, 2])
def test_the_best_policy_agrees(compute: Callable[..., Any], beta: float) -> None:
    """Five probabilities, the two means under them, and the distance from the SFT model."""
    found, policy = compute("instructgpt", {"beta": beta}), gpt.policy(beta)
    assert found["policy"] == pytest.approx(policy.tolist())
    assert found["reward"] == pytest.approx(policy @ gpt.r)
    assert found["liking"] == pytest.approx(policy @ gpt.liking)
    assert found["distance"] == pytest.approx(gpt.kl(policy))


def test_it_begins_as_drawn(compute: Callable[..., Any]) -> None:
    """With a beta of 0.02 the policy is the column of the picture's table."""
    found = compute("instructgpt", {"beta": 0.02})
    assert [f"{p:.2f}" for p in found["policy"]] == [row["best policy"] for row in drawn("instructgpt")]
