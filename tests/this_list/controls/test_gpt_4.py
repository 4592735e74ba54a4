"""GPT-4: the control's runs and both of its fits are those of the equation module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from equations import equations

gpt_4 = equations("gpt-4")


@pytest.mark.parametrize(("constant", "largest"), [(0.7, -4), (0, -4), (1.4, -8), (0.35, -2)])
def test_two_fits(compute: Callable[[str, Mapping[str, Any]], Any], constant: float, largest: int) -> None:
    """The runs, a power law fitted to them, and one with a constant."""
    data = compute("gpt-4", {"c": constant, "largest": largest})
    runs, losses = gpt_4.small_runs(c=constant, largest=10.0**largest)
    assert data["compute"] == pytest.approx(runs)
    assert data["losses"] == pytest.approx(losses)
    assert data["power"] == pytest.approx([*gpt_4.fit_power(runs, losses), 0])
    assert data["bent"] == pytest.approx(gpt_4.fit_loss(runs, losses), abs=1e-9)
    assert data["full"] == pytest.approx(gpt_4.loss(1, 0.8, -0.06, constant))
