"""LLaMA's parts against their definitions, its sizes and costs against Tables 2 and 15."""

from __future__ import annotations

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

llama = equations("llama")

RANDOM = np.random.default_rng(0)
VECTORS = st.lists(st.floats(-9, 9).filter(lambda x: abs(x) > 0.1), min_size=2, max_size=9)


def test_the_page_s_vector_keeps_its_direction() -> None:
    """(3, 4, 0, 0) has the root mean square 2.5, and becomes (1.2, 1.6, 0, 0)."""
    assert llama.RMSNorm(np.array([3.0, 4, 0, 0]), np.ones(4)) == pytest.approx([1.2, 1.6, 0, 0])


@given(VECTORS, st.floats(1, 100))
def test_rmsnorm_fixes_the_length_and_keeps_the_direction(x: list[float], factor: float) -> None:
    """The output has the root mean square 1, does not feel a factor, and is parallel to the input."""
    vector = np.array(x)
    normal = llama.RMSNorm(vector, np.ones(len(x)))
    assert np.mean(normal**2) == pytest.approx(1, abs=1e-3)
    assert llama.RMSNorm(factor * vector, np.ones(len(x))) == pytest.approx(normal, abs=1e-3)
    assert normal / normal[0] == pytest.approx(vector / vector[0])


def test_rmsnorm_of_a_centred_vector_is_layer_normalization() -> None:
    """Subtract the mean first, and what comes out has mean 0 and variance 1; without that, the mean stays."""
    x = RANDOM.normal(3, 2, size=(5, 64))
    centred = llama.RMSNorm(x - x.mean(-1, keepdims=True), np.ones(64))
    assert centred == pytest.approx((x - x.mean(-1, keepdims=True)) / x.std(-1, keepdims=True), abs=1e-5)
    assert np.all(llama.RMSNorm(x, np.ones(64)).mean(-1) > 0.5)


def test_the_page_s_gate() -> None:
    """A gate of 2, 0 or -2 lets 8.8, nothing or -1.2 of the value 5 pass."""
    assert (5 * llama.SiLU(np.array([2.0, 0, -2]))).round(1).tolist() == [8.8, 0, -1.2]


def test_swiglu_is_gate_times_value() -> None:
    """Entry by entry: the gate through SiLU, times the value, mapped back by the third matrix."""
    x, first, third = RANDOM.normal(size=6), RANDOM.normal(size=(6, 16)), RANDOM.normal(size=(6, 16))
    second = RANDOM.normal(size=(16, 6))
    gate = [float(x @ first[:, k]) for k in range(16)]
    passed = [z / (1 + np.exp(-z)) * float(x @ third[:, k]) for k, z in enumerate(gate)]
    assert llama.FFN(x, first, third, second) == pytest.approx(np.array(passed) @ second)
    assert llama.FFN(x, 0 * first, third, second) == pytest.approx(np.zeros(6))
    assert llama.FFN(x, first, 2 * third, second) == pytest.approx(2 * llama.FFN(x, first, third, second))


@pytest.mark.parametrize(("name", "inner"), [("7B", 11008), ("13B", 13824), ("33B", 17920), ("65B", 22016)])
def test_the_inner_width_is_rounded_up_to_256(name: str, inner: int) -> None:
    """Two thirds of four times the width, as the released code makes it."""
    width = llama.SIZES[name][0]
    assert llama.inner_width(width) == inner
    assert inner % 256 == 0
    assert 0 <= inner - 8 * width / 3 < 256


@pytest.mark.parametrize(
    ("name", "billions"), [("7B", 6.738), ("13B", 13.016), ("33B", 32.529), ("65B", 65.286)]
)
def test_the_parameters_are_the_entries_of_all_matrices(name: str, billions: float) -> None:
    """The formula counts what a list of every matrix's shape adds up to."""
    width, layers, _, printed = llama.SIZES[name]
    inner = llama.inner_width(width)
    layer = [(width, width)] * 4 + [(width, inner)] * 2 + [(inner, width)] + [(1, width)] * 2
    shapes = layer * layers + [(32000, width)] * 2 + [(1, width)]
    counted = llama.parameters(width, layers)
    assert counted == sum(rows * columns for rows, columns in shapes)
    assert counted / 1e9 == pytest.approx(billions, abs=5e-4)
    assert int(counted / 1e8) / 10 == float(printed)  # Table 2 cuts


def test_three_narrow_matrices_weigh_what_two_wide_ones_do() -> None:
    """At d_ff = 8d/3 SwiGLU has 8 d squared weights; a width divisible by 768 needs no rounding."""
    assert llama.inner_width(768) * 3 == 8 * 768


def test_tokens_for_each_parameter() -> None:
    """The smallest model is seven times past the rule of 20, the largest just at it."""
    ratios = [tokens / float(billions) / 1e9 for _, _, tokens, billions in llama.SIZES.values()]
    assert [round(ratio) for ratio in ratios] == [149, 77, 43, 21]


def test_the_page_s_two_ways_to_spend_one_budget() -> None:
    """18 billion parameters on 370 billion tokens cost as much to train as 7B, and 2.7 times as much to use."""
    budget = llama.life_cost(6.7e9, 1e12, 0)
    wide, tokens = llama.twenty_tokens(budget)
    assert (round(wide / 1e9), round(tokens / 1e10)) == (18, 37)
    assert llama.life_cost(wide, tokens, 0) == pytest.approx(budget)
    use = llama.life_cost(wide, tokens, 1e12) - budget
    assert use / (llama.life_cost(6.7e9, 1e12, 1e12) - budget) == pytest.approx(2.73, abs=0.01)
    assert llama.life_cost(6.7e9, 1e12, 3e12) == pytest.approx(2 * budget)


def test_the_fitted_losses_call_it_a_draw() -> None:
    """Chinchilla's own fit has the two within 0.005, the refit within 0.02, and they name different winners."""
    refit = {"E": 1.8172, "A": 482.01, "alpha": 0.3478, "B": 2085.43, "beta": 0.3658}
    runs = [(6.7e9, 1e12), (18e9, 370e9)]
    assert [round(llama.chinchilla_loss(*run), 3) for run in runs] == [2.055, 2.059]
    assert [round(llama.chinchilla_loss(*run, **refit), 3) for run in runs] == [2.087, 2.070]


def test_what_differs_from_the_paper_says_why() -> None:
    """Only the two largest numbers differ from the printed ones, by what rounding does, and they say so."""
    assert [row[0] for row in llama.reproduced() if row[1] != row[2] and not row[4]] == []
    differing = [row[1:3] for row in llama.reproduced() if row[1] != row[2]]
    assert differing == [("65.3", "65.2"), ("450", "449")]
    assert len(llama.reproduced()) == 8


def test_table_15_follows_from_the_hours() -> None:
    """400 watts a GPU, times 1.1, make the printed energy of the other sizes too, and OPT's."""
    assert [round(llama.energy(hours)) for hours in (135_168, 530_432, 809_472)] == [59, 233, 356]
