"""ZeRO: the control's memory is that of the equation module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from equations import equations

zero = equations("zero")


@pytest.mark.parametrize(
    ("billions", "devices", "adam"), [(1.5, 4, 12), (7.5, 64, 12), (128, 1024, 8), (1000, 16, 4)]
)
def test_memory(
    compute: Callable[[str, Mapping[str, Any]], Any], billions: float, devices: int, adam: int
) -> None:
    """Weights, gradients and optimizer states of each stage, and their sums."""
    data = compute("zero", {"billions": billions, "devices": devices, "K": adam})
    memory = zero.memory(billions, devices, adam)
    assert data["memory"] == [pytest.approx(row) for row in memory]
    assert data["totals"] == pytest.approx(memory.sum(axis=1))
