"""The control of FlashAttention counts what the algorithms move, and begins where the picture was drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from equations import equations

paper = equations("flashattention")


@pytest.mark.parametrize("length", [512, 1024])
@pytest.mark.parametrize("room", [8, 24, 104, 192])
def test_the_control_counts_what_moves(compute: Callable[..., Any], length: int, room: int) -> None:
    """Blocks are those of line 1; what moves is what both programs count while they run."""
    data = compute("flashattention", {"length": length, "room": room})
    vectors = np.zeros((3, length, 64))
    memory = room * 1024 // 2
    assert (data["keys"], data["queries"]) == paper.block_sizes(memory, 64)
    assert data["standard"] == paper.standard(*vectors)[1]
    assert data["tiled"] == paper.flash(*vectors, memory)[3]


def test_it_begins_with_what_is_drawn(redrawn: Callable[..., Any]) -> None:
    """The picture in the file is the one for the first values of the knobs."""
    changed, said = redrawn("flashattention", {})
    assert not changed
    assert said.endswith("1.5 MB move instead of 8.9 MB: 6.1 times fewer.")


def test_tiles_that_are_too_small_move_more(redrawn: Callable[..., Any]) -> None:
    """With 16 KB the queries pass so often that tiling loses, and the picture says so."""
    changed, said = redrawn("flashattention", {"room": 16})
    assert any("times more" in part for part in changed) and said.endswith("1.5 times more.")
