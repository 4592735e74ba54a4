"""The Pile's Table 1 and fitted line recomputed, and what weights and bits per byte have to obey."""

from __future__ import annotations

import math

import numpy as np
import pytest
from equations import equations
from hypothesis import given
from hypothesis import strategies as st

pile = equations("the-pile")

WEIGHTS = {  # Table 1, in percent
    "Pile-CC": 18.11,
    "PubMed Central": 14.40,
    "Books3": 12.07,
    "OpenWebText2": 10.01,
    "ArXiv": 8.96,
    "GitHub": 7.59,
    "FreeLaw": 6.12,
    "Stack Exchange": 5.13,
    "USPTO Backgrounds": 3.65,
    "PubMed Abstracts": 3.07,
    "Gutenberg (PG-19)": 2.17,
    "OpenSubtitles": 1.55,
    "Wikipedia (en)": 1.53,
    "DM Mathematics": 1.24,
    "Ubuntu IRC": 0.88,
    "BookCorpus2": 0.75,
    "EuroParl": 0.73,
    "HackerNews": 0.62,
    "YouTube Subtitles": 0.60,
    "PhilPapers": 0.38,
    "NIH ExPorter": 0.30,
    "Enron Emails": 0.14,
}
RAW, EPOCHS, EFFECTIVE = np.array(list(pile.PARTS.values())).T
SENTENCE = "Carbon has six protons."


def test_the_parts_add_up() -> None:
    """The 22 raw sizes make 825.18 GiB, or 886 GB, and the effective ones 1,254.20 GiB."""
    assert len(pile.PARTS) == 22
    assert round(float(RAW.sum()), 2) == 825.18
    assert round(RAW.sum() * 2**30 / 1e9) == 886
    assert round(float(EFFECTIVE.sum()), 2) == 1254.20


def test_each_effective_size_is_the_raw_one_repeated() -> None:
    """Raw size times epochs is what Table 1 prints, to the last digit that raw sizes allow."""
    assert pytest.approx(EFFECTIVE, abs=0.0151) == RAW * EPOCHS


def test_every_weight_of_table_1_follows_from_the_effective_sizes() -> None:
    """All 22 printed percentages come out, and from raw sizes and epochs to a hundredth."""
    shares = 100 * pile.weights(EFFECTIVE, 1)
    assert dict(zip(pile.PARTS, shares.round(2).tolist(), strict=True)) == WEIGHTS
    assert 100 * pile.weights(RAW, EPOCHS) == pytest.approx(list(WEIGHTS.values()), abs=0.0101)


def test_the_page_s_shelf() -> None:
    """Repeating the good parts turns 80, 15 and 5 percent into 64, 24 and 12."""
    assert pile.weights([80, 15, 5], [1, 1, 1]).round(2).tolist() == [0.80, 0.15, 0.05]
    assert pile.weights([80, 15, 5], [1, 2, 3]).round(2).tolist() == [0.64, 0.24, 0.12]


@given(
    st.lists(st.tuples(st.floats(0.1, 300), st.floats(0.5, 5)), min_size=2, max_size=22), st.floats(0.1, 9)
)
def test_weights_are_shares(parts: list[tuple[float, float]], factor: float) -> None:
    """They add up to 1, and repeating everything alike changes none of them."""
    sizes, epochs = np.array(parts).T
    assert pile.weights(sizes, epochs).sum() == pytest.approx(1)
    assert pile.weights(sizes, factor * epochs) == pytest.approx(pile.weights(sizes, epochs))


def test_a_part_that_is_left_out_makes_room_for_the_others() -> None:
    """Without Books3 each other weight grows by 1.14, as the page's question says."""
    epochs = EPOCHS * np.array([name != "Books3" for name in pile.PARTS])
    growth = pile.weights(RAW, epochs) / pile.weights(RAW, EPOCHS)
    assert growth.round(2).tolist() == [0 if name == "Books3" else 1.14 for name in pile.PARTS]


def test_the_page_s_sentence() -> None:
    """Twenty bits for a sentence of 23 bytes are 0.87 bits per byte, whether in five tokens or in ten."""
    coarse = [1 / 64, 1 / 8, 1 / 16, 1 / 32, 1 / 4]
    assert len(SENTENCE) == 23
    assert -sum(map(math.log2, coarse)) == pytest.approx(20)
    assert pile.text_bits_per_byte(coarse, SENTENCE) == pytest.approx(20 / 23)
    assert pile.text_bits_per_byte([1 / 4] * 10, SENTENCE) == pytest.approx(20 / 23)


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=20), st.integers(0, 19), st.floats(0.1, 1))
def test_cutting_a_token_in_two_changes_nothing(p: list[float], place: int, share: float) -> None:
    """A token's probability may come in two factors: the bits of the text are the same."""
    place %= len(p)
    finer = [*p[:place], p[place] ** share, p[place] ** (1 - share), *p[place + 1 :]]
    assert pile.text_bits_per_byte(finer, SENTENCE) == pytest.approx(
        pile.text_bits_per_byte(p, SENTENCE), abs=1e-9
    )


def test_bytes_are_counted_and_not_characters() -> None:
    """An e with an accent is one character and two bytes of UTF-8."""
    assert pile.text_bits_per_byte([1 / 4], "é") == pytest.approx(1)


def test_the_page_s_two_models() -> None:
    """At 0.29335 tokens a byte 2.2 nats are 0.93 bits; a model with longer tokens does better at 3.0 nats."""
    assert round(pile.bits_per_byte(2.2, 0.29335, 1), 2) == 0.93
    assert round(pile.bits_per_byte(3.0, 0.2, 1), 2) == 0.87


def test_the_page_s_gap() -> None:
    """What is hard for both models cancels, and what only GPT-3 finds hard remains."""
    assert pile.delta(1.10, 0.80, 0.95, 0.90) == pytest.approx(0.25)
    assert pile.delta(1.10, 0.80, 1.20, 0.90) == pytest.approx(0)


def test_the_fitted_line_is_the_printed_one() -> None:
    """Least squares over eight models of GPT-2 and GPT-3 give the slope and the intercept of Figure 2."""
    assert pile.line(pile.SIZES, pile.BPB).round(4).tolist() == [-0.1674, 2.5516]
    others = [*pile.SIZES[:4], 350e6, 1.3e9, 6.7e9, 175e9]
    assert round(float(pile.line(others, pile.BPB)[0]), 4) == -0.1494


def test_what_differs_from_the_paper_says_why() -> None:
    """Every computed value is the printed one, letter for letter."""
    assert [row[0] for row in pile.reproduced() if row[1] != row[2]] == []
