"""GPT-3's equations against Tables 2.1 and D.1, and against what few-shot has to mean."""

from __future__ import annotations

import math

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

gpt = equations("gpt-3")

BREAD = [("good night", "bonne nuit"), ("thank you", "merci")]


@pytest.mark.parametrize(
    ("name", "millions", "step"),
    [
        ("Small", 125, 1),
        ("Medium", 356, 1),
        ("Large", 760, 1),
        ("XL", 1_320, 10),
        ("2.7B", 2_650, 10),
        ("6.7B", 6_660, 10),
        ("13B", 12_850, 10),
        ("175B", 174_600, 100),
    ],
)
def test_the_widths_give_the_printed_parameters(name: str, millions: int, step: int) -> None:
    """Layers, width and embeddings alone yield every count of Table D.1, to the digits that it prints."""
    layers, width, _ = gpt.MODELS[name]
    assert abs(gpt.parameters(layers, width) / 1e6 - millions) <= step / 2


def test_the_misprinted_width_betrays_itself() -> None:
    """A 13B model of the printed width 5,140 would have 100 million parameters more than Table D.1 prints."""
    assert round(gpt.parameters(40, 5140) / 1e6, -1) == 12_950
    assert gpt.MODELS["XL"][1] != 24 * 128


def test_training_175b_costs_what_table_d1_prints() -> None:
    """Six operations for each parameter and token make 3.14E+23, or 3,640 petaFLOP/s-days."""
    operations = gpt.compute(gpt.parameters(96, 12288))
    assert f"{operations:.2E}" == "3.14E+23"
    assert round(operations / gpt.PF_DAY, -1) == 3_640


def test_half_the_model_on_twice_the_text_costs_the_same() -> None:
    """Only the product of parameters and tokens counts."""
    assert gpt.compute(87.3e9, 600e9) == pytest.approx(gpt.compute(174.6e9, 300e9))


@given(st.integers(2, 60_000), st.integers(1, 50))
def test_guessing_evenly_costs_the_logarithm_of_the_vocabulary(size: int, length: int) -> None:
    """A model that gives each of the tokens the same probability has the loss ln V, the perplexity V."""
    surprise = gpt.loss(np.full(length, 1 / size))
    assert surprise == pytest.approx(math.log(size))
    assert math.exp(surprise) == pytest.approx(size)


def test_the_examples_are_text_and_the_question_comes_last() -> None:
    """Zero, one and two examples make three prompts that differ in lines of input, and in nothing else."""
    zero, one, two = (gpt.prompt("From English to French:", BREAD[:K], "bread") for K in (0, 1, 2))
    assert zero == "From English to French:\nbread =>"
    assert one.splitlines()[1] == "good night => bonne nuit"
    assert two.splitlines() == [*one.splitlines()[:2], "thank you => merci", "bread =>"]


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=12))
def test_an_answer_is_as_likely_as_its_tokens_together(p: list[float]) -> None:
    """The loss on an answer, times its length, is minus the logarithm of its probability."""
    assert gpt.loss(p) * len(p) == pytest.approx(-math.log(gpt.probability(p)))


def test_per_token_does_not_punish_a_long_answer() -> None:
    """Three tokens as sure as one have a smaller product, and the same surprise per token."""
    assert gpt.probability([0.5] * 3) < gpt.probability([0.5])
    assert gpt.loss([0.5] * 3) == pytest.approx(gpt.loss([0.5]))


def test_the_bare_cue_turns_the_page_s_example() -> None:
    """The likelier answer loses where it was likely whatever was asked."""
    bread = {"pain": (0.10, 0.001), "merci": (0.15, 0.03)}
    assert max(bread, key=lambda y: bread[y][0]) == "merci"
    assert {y: round(gpt.score(*both)) for y, both in bread.items()} == {"pain": 100, "merci": 5}


@given(st.integers(1, 400), st.integers(0, 500))
def test_the_window_holds_the_examples_and_not_one_more(each: int, besides: int) -> None:
    """The number of examples is the largest that leaves room for all else."""
    most = gpt.most_examples(each, besides)
    assert most * each + besides <= 2048 < (most + 1) * each + besides


def test_forty_examples_of_fifty_tokens_fit() -> None:
    """The page's own count for the question of 200 examples."""
    assert gpt.most_examples(50) == 40


def test_each_tenfold_of_compute_takes_a_tenth_off_the_trend() -> None:
    """The dashed line of Figure 3.1 starts at 2.57 and falls by the factor 10 to the -0.048."""
    assert gpt.trend(1) == 2.57
    assert gpt.trend(500) / gpt.trend(50) == pytest.approx(0.895, abs=5e-4)


def test_what_differs_from_the_paper_says_why() -> None:
    """A computed value is the printed one, letter for letter, or comes with a reason."""
    assert [row[0] for row in gpt.reproduced() if row[1] != row[2] and not row[4]] == []
