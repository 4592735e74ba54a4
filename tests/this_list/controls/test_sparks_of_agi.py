"""Sparks of AGI: the control's intervals and errors are those of the equation module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from equations import equations

sparks = equations("sparks-of-agi")
TASKS = (sparks.AT_ONCE, sparks.IN_STEPS, sparks.CHANGE_ONE)


@pytest.mark.parametrize(
    ("tries", "pair"), [(100, (32, 18)), (25, (58, 16)), (400, (16, 12)), (175, (82, 67))]
)
def test_how_sure(
    compute: Callable[[str, Mapping[str, Any]], Any], tries: int, pair: tuple[int, int]
) -> None:
    """The interval of every percentage of section 8.2, and the distance of two in standard errors."""
    data = compute("sparks-of-agi", {"n": tries, "pair": f"{pair[0]} {pair[1]}"})
    for points, intervals in zip(TASKS, data["intervals"], strict=True):
        expected = [sparks.interval(percent / 100, tries) for percent in points.values()]
        assert intervals == [pytest.approx(one, abs=1e-12) for one in expected]
    p, q = pair[0] / 100, pair[1] / 100
    assert data["errors"] == pytest.approx([sparks.standard_error(p, tries), sparks.standard_error(q, tries)])
    assert data["z"] == pytest.approx(sparks.z_score(p, tries, q, tries))
