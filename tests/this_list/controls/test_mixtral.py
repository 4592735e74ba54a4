"""The control of Mixtral computes what the equations do, and begins where the picture was drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from equations import equations

paper = equations("mixtral")
SETTINGS = [(8, 2, 1), (8, 2, 16), (8, 1, 4), (5, 3, 7), (8, 8, 1), (1, 1, 64), (2, 5, 3)]


@pytest.mark.parametrize(("experts", "working", "batch"), SETTINGS)
def test_the_control_computes_weights_and_costs(
    compute: Callable[..., Any], experts: int, working: int, batch: int
) -> None:
    """Weights are the gate's; parameters and experts read are those of the module, with all experts at most."""
    data = compute("mixtral", {"experts": experts, "working": working, "batch": batch})
    many = min(working, experts)
    x, router = paper.its_example()
    assert np.allclose(data["weights"], paper.gate(x, router[:, :experts], many))
    one, rest, held, used = paper.parameters(n=experts, K=many)
    assert (data["held"], data["used"]) == (held, used)
    assert data["read"] == pytest.approx(paper.experts_read(batch, experts, many))
    assert data["moved"] == pytest.approx(32 * data["read"] * one + rest)


@pytest.mark.parametrize(("experts", "working", "batch"), SETTINGS)
def test_the_grid_shows_the_ways(compute: Callable[..., Any], experts: int, working: int, batch: int) -> None:
    """A token has as many experts in each layer as work on it, and the batch lights about as many as it reads."""
    data = compute("mixtral", {"experts": experts, "working": working, "batch": batch})
    assert all(len(set(own)) == min(working, experts) for own in data["token"])
    assert all(
        set(own) <= set(lit) <= set(range(experts))
        for own, lit in zip(data["token"], data["lit"], strict=True)
    )
    assert np.mean([len(lit) for lit in data["lit"]]) == pytest.approx(data["read"], abs=0.6)


def test_the_way_is_the_one_that_is_drawn(compute: Callable[..., Any]) -> None:
    """At first the way is the module's, and in the marked layer it takes the experts of the page's scores."""
    data = compute("mixtral", {"experts": 8, "working": 2, "batch": 1})
    assert data["token"] == data["lit"] == paper.random_path().tolist()
    assert data["token"][16] == list(np.flatnonzero(data["weights"]))


def test_it_begins_with_what_is_drawn(redrawn: Callable[..., Any]) -> None:
    """The picture in the file is the one for the first values of the knobs."""
    changed, said = redrawn("mixtral", {})
    assert not changed
    assert said.startswith(
        "46.7 billion parameters are held, 93 GB at two bytes each; a token uses 12.9 billion."
    )


def test_sixteen_tokens_read_nearly_all(redrawn: Callable[..., Any]) -> None:
    """As the page says, 16 tokens read 7.9 of eight experts on average; a single expert is Mistral 7B."""
    assert "A batch of 16 reads 7.9 of 8 experts" in redrawn("mixtral", {"batch": 16})[1]
    assert redrawn("mixtral", {"experts": 1})[1].startswith("7.2 billion parameters are held")
