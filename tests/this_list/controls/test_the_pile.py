"""The Pile: the control's weights are those of the equation module, part by part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
from equations import equations

pile = equations("the-pile")
SIZES, EPOCHS, _ = np.array(list(pile.PARTS.values())).T
NAMES = list(pile.PARTS)


@pytest.mark.parametrize(("cc", "books", "wiki"), [(1, 1.5, 3), (0.5, 5, 3), (4, 0.5, 5)])
def test_the_weights(
    compute: Callable[[str, Mapping[str, Any]], Any], cc: float, books: float, wiki: float
) -> None:
    """The shares of the raw text, and of what is read when three parts have other epochs."""
    data = compute("the-pile", {"cc": cc, "books": books, "wiki": wiki})
    epochs = EPOCHS.copy()
    for name, value in (("Pile-CC", cc), ("Books3", books), ("Wikipedia (en)", wiki)):
        epochs[NAMES.index(name)] = value
    assert data["weights"] == pytest.approx(pile.weights(SIZES, epochs))
    assert data["shares"] == pytest.approx(pile.weights(SIZES, 1))
    assert data["total"] == pytest.approx(SIZES @ epochs)
