"""The control of BERT draws and computes as the equations do, and begins where the picture was drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from equations import equations

paper = equations("bert")
TOKENS = ["[CLS]", "the", "cat", "drank", "its", "milk", "[SEP]", "then", "it", "fell", "asleep", "[SEP]"]


def _losses(probabilities: list[float]) -> float:
    logits = np.array([[np.log(p), np.log(1 - p)] for p in probabilities])
    places = range(len(logits))
    return float(paper.mlm_loss(logits, np.eye(2), np.zeros(2), [0 for _ in places], places))


@pytest.mark.parametrize("share", range(10, 51, 5))
def test_the_control_chooses_and_computes_the_loss(compute: Callable[..., Any], share: int) -> None:
    """As many words as in section 3.1, none special; the loss is the mean over them alone."""
    data = compute("bert", {"share": share, "seed": share})
    random = np.random.default_rng(0)
    chosen = [i for i, fate in enumerate(data["fates"]) if fate]
    assert len(chosen) == len(paper.choose(TOKENS, share / 100, random))
    assert not {TOKENS[i] for i in chosen} & paper.SPECIAL
    assert data["mean"] == pytest.approx(_losses([data["p"][i] for i in chosen]))
    assert data["long"][0] == len(paper.choose(["word"] * 512, share / 100, random))
    for i, (token, read) in enumerate(zip(TOKENS, data["read"], strict=True)):
        assert (read == "[MASK]") == (data["fates"][i] == "hidden")
        assert (read == token) == (data["fates"][i] in {"", "kept"})


def test_draws_are_as_in_the_appendix(compute: Callable[..., Any]) -> None:
    """Over many draws every word is chosen alike, and 80, 10 and 10% are hidden, replaced and kept."""
    fates, places = Counter[str](), Counter[int]()
    for seed in range(600):
        drawn = compute("bert", {"share": 35, "seed": seed})["fates"]
        fates.update(filter(None, drawn))
        places.update(i for i, fate in enumerate(drawn) if fate)
    shares = [fates[name] / fates.total() for name in ("hidden", "random", "kept")]
    assert shares == pytest.approx([0.8, 0.1, 0.1], abs=0.03)
    assert len(places) == 9 and all(abs(count / 600 - 1 / 3) < 0.07 for count in places.values())


def test_it_begins_with_what_is_drawn(redrawn: Callable[..., Any]) -> None:
    """The picture in the file is the one for the first values of the knobs, with the page's loss."""
    changed, said = redrawn("bert", {})
    assert not changed
    assert said.startswith("3 of 9 words must be guessed from the rest; the mean loss is 0.80.")


def test_the_share_of_the_paper(redrawn: Callable[..., Any]) -> None:
    """At 15% of 512 tokens some 77 are chosen: 61 hidden, 8 replaced, 8 kept, as the page says."""
    changed, said = redrawn("bert", {"share": 15})
    assert changed and said.endswith("77 would be chosen: 61 hidden, 8 replaced, 8 kept.")
