"""Adam: the control's averages and steps are those of the equation module, on the gradients of the picture."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
from equations import equations
from project import ROOT

adam = equations("adam")
with (ROOT / "docs/assets/figures/adam.csv").open(encoding="utf-8", newline="") as file:
    DRAWN = list(csv.DictReader(file))
GRADIENTS = [float(row["gradient"]) for row in DRAWN]


@pytest.mark.parametrize("corrected", [True, False])
@pytest.mark.parametrize("nines", [1, 1.7, 3])
def test_a_setting(compute: Callable[[str, Mapping[str, Any]], Any], nines: float, corrected: bool) -> None:
    """Both averages and both steps for every gradient, with a short memory and with the default."""
    data, settings = compute("adam", {"nines": nines, "corrected": corrected}), {"beta2": 1 - 10**-nines}
    here, other = (
        adam.path(GRADIENTS, correct=correct, **settings) for correct in (corrected, not corrected)
    )
    averages = here[:, [3, 4]] if corrected else here[:, [1, 2]]
    assert [row["g"] for row in data["rows"]] == GRADIENTS
    assert [row["mean"] for row in data["rows"]] == pytest.approx(averages[:, 0])
    assert [row["root"] ** 2 for row in data["rows"]] == pytest.approx(averages[:, 1])
    assert [row["step"] for row in data["rows"]] == pytest.approx(here[:, 5])
    assert [row["other"] for row in data["rows"]] == pytest.approx(other[:, 5])
    assert data["longest"] == pytest.approx(np.abs(here[:, 5]).max())


def test_the_default_is_what_is_drawn(compute: Callable[[str, Mapping[str, Any]], Any]) -> None:
    """At the default the numbers are those of the table behind the picture."""
    rows = compute("adam", {"nines": 3, "corrected": True})["rows"]
    names = {"first average": "mean", "root of the second": "root", "step in α": "step"}
    for column, key in (names | {"without correction": "other"}).items():
        assert [row[key] for row in rows] == pytest.approx([float(row[column]) for row in DRAWN], abs=0.006)
