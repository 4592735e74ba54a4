"""The control of RoPE computes what the equations do, and begins where the picture was drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from equations import equations

paper = equations("rope")
ARROW, THETA = np.array([1.0, 0.0]), np.pi / 6


@pytest.mark.parametrize(("shift", "distance"), [(100, 2), (0, 0), (7, 25), (200, 100), (33, 12)])
def test_the_control_computes_scores(compute: Callable[..., Any], shift: int, distance: int) -> None:
    """Both scores of one pair are equation 16's; the mean over the pairs is that of a head of width 64."""
    data = compute("rope", {"shift": shift, "distance": distance})
    for (query, key), score in zip(data["places"], data["scores"], strict=True):
        assert query - key == distance
        assert score == pytest.approx(paper.score(ARROW, ARROW, query * THETA, key * THETA))
    head = np.tile(ARROW, 32)
    assert data["mean"] == pytest.approx(paper.score(head, head, distance + 5, 5) / 32)
    assert np.allclose(np.radians(data["angles"]), distance * paper.speeds(64))


def test_it_begins_with_what_is_drawn(redrawn: Callable[..., Any]) -> None:
    """The picture in the file is the one for the first values of the knobs, and both scores are the page's."""
    changed, said = redrawn("rope", {})
    assert not changed
    assert said.startswith("At positions 4 and 2 the score of one pair is 0.50, and after 100 words")


def test_words_in_front_turn_only_the_second_dial(redrawn: Callable[..., Any]) -> None:
    """Another shift moves no hand at home, no small dial and no score."""
    changed, _ = redrawn("rope", {"shift": 101})
    names = {found[1] for part in changed if (found := re.search(r"data-part=(\S+)", part))}
    assert "its-b" in names and "score-b" not in names
    assert all(name.endswith("-b") or name == "shift" for name in names)
