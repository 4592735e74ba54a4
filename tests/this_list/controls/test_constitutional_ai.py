"""The control of Constitutional AI has the labels and losses of the equation module, and begins as drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from equations import equations
from figures import drawn

cai = equations("constitutional-ai")


@pytest.mark.parametrize("prefers", [0.1, 0.4, 1.5, 4])
@pytest.mark.parametrize("kind", ["soft", "clamped", "hard"])
def test_labels_and_losses_agree(compute: Callable[..., Any], prefers: float, kind: str) -> None:
    """The three labels and their losses, the lead where the chosen one is least, and where descent gets to."""
    found = compute("constitutional-ai", {"prefers": prefers, "kind": kind})
    p = cai.label(prefers, 0.0)
    labels = {"clamped": cai.clamped(p), "soft": p, "hard": cai.hard(p)}
    assert found["labels"] == pytest.approx({name: float(label) for name, label in labels.items()})
    for line, label in zip(found["lines"], labels.values(), strict=True):
        assert line == pytest.approx(cai.loss(np.linspace(-2, 5, 29), label).tolist())
    assert found["label"] == pytest.approx(labels[kind])
    assert found["leads"] == pytest.approx(
        [np.subtract(*cai.train(labels[kind], steps)) for steps in (100, 10_000)]
    )
    if kind == "hard":
        assert (found["best"], found["least"]) == (None, None)
    else:
        best = cai.best_lead(labels[kind])
        assert (found["best"], found["least"]) == pytest.approx((best, cai.loss(best, labels[kind])))


def test_it_begins_as_drawn(compute: Callable[..., Any]) -> None:
    """With a preference of 1.5 the lines are the columns of the picture's table, every other point of them."""
    found, rows = compute("constitutional-ai", {"prefers": 1.5, "kind": "soft"}), drawn("constitutional-ai")
    columns = [[row[name] for row in rows] for name in list(rows[0])[1:]]
    assert [[f"{loss:.2f}" for loss in line[::2]] for line in found["lines"]] == columns
