"""LLaMA: the control's two models and their costs are those of the equation module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from equations import equations

llama = equations("llama")


@pytest.mark.parametrize(("size", "served"), [("7B", 3), ("7B", 1), ("33B", 5), ("65B", 1.25)])
def test_two_lives(compute: Callable[[str, Mapping[str, Any]], Any], size: str, served: float) -> None:
    """Table 2's model and that of the rule: parameters, tokens, and life costs in units of the training."""
    *_, tokens, billions = llama.SIZES[size]
    parameters = float(billions) * 1e9
    training = llama.life_cost(parameters, tokens, 0)
    models = [(parameters, tokens), llama.twenty_tokens(training)]
    data = compute("llama", {"size": size, "served": served})
    assert [(one["N"], one["D"]) for one in data] == [pytest.approx(model) for model in models]
    costs = [llama.life_cost(*model, served * 1e12) / training for model in models]
    assert [one["cost"] for one in data] == pytest.approx(costs)
    assert [one["end"] for one in data] == pytest.approx(
        [llama.life_cost(*m, 6e12) / training for m in models]
    )
