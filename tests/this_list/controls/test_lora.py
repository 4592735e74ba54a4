"""The control of LoRA counts as the equation module does, and begins at the picture that is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from equations import equations
from figures import drawn

lora = equations("lora")


def values(rank: int, kinds: str) -> dict[str, Any]:
    """The knobs for a rank and for the matrices that are adapted."""
    return {"rank": rank, **{kind: kind in kinds for kind in "qkvo"}}


@pytest.mark.parametrize("rank", [1, 4, 64])
@pytest.mark.parametrize("kinds", ["q", "qv", "kvo", "qkvo"])
def test_the_counts_agree(compute: Callable[..., Any], rank: int, kinds: str) -> None:
    """Weights, megabytes and how many times fewer than GPT-3 has."""
    found, weights = compute("lora", values(rank, kinds)), lora.trained_weights(len(kinds), rank)
    assert found["weights"] == weights
    assert found["megabytes"] == pytest.approx(lora.megabytes(weights))
    assert found["fewer"] == pytest.approx(lora.times_fewer(weights))


def test_without_a_matrix_nothing_is_trained(compute: Callable[..., Any]) -> None:
    """And nothing is divided by zero."""
    found = compute("lora", values(4, ""))
    assert (found["weights"], found["fewer"]) == (0, None)


def test_it_begins_as_drawn(compute: Callable[..., Any]) -> None:
    """Queries and values at rank 4 are a row of the picture's table."""
    found = compute("lora", values(4, "qv"))
    [row] = [row for row in drawn("lora") if (row["adapted matrices a layer"], row["rank"]) == ("2", "4")]
    assert (row["trained weights"], row["megabytes"]) == (str(found["weights"]), f"{found['megabytes']:.1f}")
    assert row["times fewer than GPT-3"] == f"{found['fewer']:,.0f}"
