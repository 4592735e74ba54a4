"""BERT's masking, loss, heads and sizes keep their laws and reproduce the paper's numbers."""

from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

paper = equations("bert")
TEXT = ["[CLS]", "the", "cat", "drank", "its", "milk", "[SEP]", "then", "it", "fell", "asleep", "[SEP]"]
SEEDS = st.integers(0, 10_000)


def test_what_the_paper_prints() -> None:
    """Whatever differs from the paper says why, and only two rows do."""
    rows = [(computed, printed, bool(why)) for _, computed, printed, _, why in paper.reproduced()]
    assert [row for row in rows if row[0] != row[1]] == [("336M", "340M", True), ("131,072", "128,000", True)]
    assert [row[0] for row in rows if not row[2]] == ["110M", "40", "82.1", "79.6", "75.1"]


def test_parameters_without_the_heads() -> None:
    """The encoders that were released have 109,482,240 and 335,141,888 weights."""
    assert paper.parameters(12, 768, heads=False) == 109_482_240
    assert paper.parameters(24, 1024, heads=False) == 335_141_888


@given(SEEDS, st.sampled_from([0.05, 0.15, 0.5]))
def test_no_special_token_is_chosen(seed: int, share: float) -> None:
    """As many tokens are chosen as the share says, none twice, and never [CLS] or [SEP]."""
    chosen = paper.choose(TEXT, share, np.random.default_rng(seed))
    assert len(set(chosen)) == len(chosen) == round(share * 9)
    assert not {TEXT[i] for i in chosen} & {"[CLS]", "[SEP]"}


def test_eighty_ten_ten() -> None:
    """Of many chosen tokens 80% are hidden, 10% replaced, 10% left; the others all stay."""
    tokens, random = ["word"] * 200_000, np.random.default_rng(0)
    chosen = paper.choose(tokens, 0.15, random)
    changed = paper.corrupt(tokens, chosen, ["seven"], random)
    fates = Counter(changed[i] for i in chosen)
    shares = [fates[fate] / len(chosen) for fate in ("[MASK]", "seven", "word")]
    assert shares == pytest.approx([0.8, 0.1, 0.1], abs=0.01)
    assert sum(a != b for a, b in zip(tokens, changed, strict=True)) == fates["[MASK]"] + fates["seven"]


def test_the_pages_loss() -> None:
    """Probabilities 0.5, 0.2 and 0.9 for the three chosen words give 0.80 nats."""
    logits = np.log([[0.5, 0.5], [0.2, 0.8], [0.9, 0.1]])
    assert round(paper.mlm_loss(logits, np.eye(2), 0, [0, 0, 0], [0, 1, 2]), 2) == 0.80


@given(SEEDS)
def test_only_the_chosen_positions_count(seed: int) -> None:
    """Changing the outputs elsewhere leaves the loss; a uniform guess costs log V."""
    random = np.random.default_rng(seed)
    outputs, table, tokens = (
        random.normal(size=(6, 4)),
        random.normal(size=(10, 4)),
        random.integers(10, size=6),
    )
    loss = paper.mlm_loss(outputs, table, 0, tokens, [1, 4])
    outputs[[0, 2, 3, 5]] += 7
    assert paper.mlm_loss(outputs, table, 0, tokens, [1, 4]) == pytest.approx(loss)
    assert paper.mlm_loss(outputs, 0 * table, 0, tokens, [1, 4]) == pytest.approx(np.log(10))


def test_a_head_of_zeros_is_undecided() -> None:
    """Fresh zero weights give each of K labels the same loss, log K; a larger score lowers it."""
    vector = np.array([1.0, 2.0])
    assert paper.class_loss(vector, np.zeros((3, 2)), 1) == pytest.approx(np.log(3))
    assert paper.class_loss(vector, np.array([[0, 0], [0, 1], [0, 0]]), 1) < np.log(3)


def test_the_pages_answer() -> None:
    """*the cat* wins with 7; a margin above 5 over the score of [CLS] leaves no answer."""
    outputs = np.array([[3, 0], [1, 4], [0, 1], [1, 0], [2, 3]])
    heads, cls = (np.array([1, 0]), np.array([0, 1])), np.array([1, 1])
    assert paper.answer(*heads, outputs, cls) == ((0, 1), 7)
    assert paper.answer(*heads, outputs, cls, threshold=5) == (None, 2)


@given(SEEDS)
def test_no_span_scores_higher(seed: int) -> None:
    """The answer never ends before it starts, and no other allowed pair beats it."""
    start, end, *outputs = np.random.default_rng(seed).normal(size=(7, 3))
    (i, j), score = paper.answer(start, end, np.array(outputs), np.zeros(3), threshold=-100)
    assert i <= j and score == pytest.approx(outputs[i] @ start + outputs[j] @ end)
    spans = [(a, b) for a, b in product(range(5), repeat=2) if a <= b]
    assert all(outputs[a] @ start + outputs[b] @ end <= score + 1e-9 for a, b in spans)
