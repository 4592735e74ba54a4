"""GPT-3: the control fills the window as the equation module says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from equations import equations

gpt_3 = equations("gpt-3")


@pytest.mark.parametrize(("examples", "tokens"), [(2, 10), (0, 5), (100, 200), (10, 200), (100, 20)])
def test_the_window(compute: Callable[[str, Mapping[str, Any]], Any], examples: int, tokens: int) -> None:
    """How many examples fit beside 20 other tokens, and whether these do."""
    data = compute("gpt-3", {"K": examples, "tokens": tokens})
    assert data["most"] == gpt_3.most_examples(tokens, 20)
    assert data["used"] == 20 + examples * tokens
    assert data["fits"] == (data["used"] <= gpt_3.n_ctx)
