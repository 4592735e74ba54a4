"""The control of attention computes what the equations do, and begins where the picture was drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from equations import equations

paper = equations("attention")


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize(("width", "scaled"), [(4, True), (512, True), (4, False), (64, False), (512, False)])
def test_the_control_computes_attention(
    compute: Callable[..., Any], width: int, scaled: bool, masked: bool
) -> None:
    """Weights and outputs are those of equation 1 for scores that grew with the root of the width."""
    _, queries, keys, values = paper.its_example()
    mask = paper.causal_mask(5) if masked else None
    growth = 1 if scaled else np.sqrt(width / 4)
    weights, output = paper.attention(queries * growth, keys, values, mask, scaled)
    data = compute("attention", {"width": width, "scaled": scaled, "masked": masked})
    assert np.allclose(data["weights"], weights) and np.allclose(data["output"], output)


def test_it_begins_with_what_is_drawn(redrawn: Callable[..., Any]) -> None:
    """The picture in the file is the one for the first values of the knobs."""
    changed, said = redrawn("attention", {})
    assert not changed
    assert said == "The word its gives the weight 0.78 to cat and 0.11 to milk; its output is (7.8, 1.1)."


def test_a_mask_hides_milk(redrawn: Callable[..., Any]) -> None:
    """In a decoder the output of its is (8.7, 0), as the page says, and the picture follows."""
    changed, said = redrawn("attention", {"masked": True})
    assert len(changed) > 20 and said.endswith("0.00 to milk; its output is (8.7, 0.0).")
