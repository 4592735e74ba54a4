"""Scaling laws: the control's valley and its two divisions of a budget are those of the equation module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
from equations import equations

laws = equations("scaling-laws")


@pytest.mark.parametrize("budget", [-0.5, 0, 0.7, 2])
def test_a_budget(compute: Callable[[str, Mapping[str, Any]], Any], budget: float) -> None:
    """The loss for every size, the bottom of the valley, and what both papers advise."""
    data, days = compute("scaling-laws", {"budget": budget}), 10.0**budget
    assert data["sizes"] == pytest.approx(np.logspace(7, 13, 601))
    losses = laws.valley(days, np.array(data["sizes"]))
    assert data["losses"] == pytest.approx(losses)
    assert data["bottom"] == pytest.approx([data["sizes"][losses.argmin()], losses.min()])
    assert data["kaplan"] == pytest.approx(laws.best(days))
    assert data["chinchilla"] == pytest.approx(laws.chinchilla(days))
