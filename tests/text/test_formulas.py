"""Text holds words and formulas, and nothing that a page must not show."""

from __future__ import annotations

import re

import pytest
from readinglist.problems import Refused
from readinglist.text import formulas

GOOD = [
    "Plain words.",
    "A < B and C > D",
    "R&D, A & B",
    "$a<b$ holds",
    r"It costs \$5.",
    r"$x$ at \$5",
    "Ελληνικά, 中文, Łukasz",
    "x\ny",
    "What TODO is: Ternary Preferences, TBD",
    "a FIXME",
]

BAD = [
    ("a <b>bold</b> word", ["raw HTML in text: '<b>'", "raw HTML in text: '</b>'"]),
    ("<!-- hidden -->", ["raw HTML in text: '<!-- hidden -->'"]),
    ("AT&amp;T &#60;", ["raw HTML in text: '&amp;'", "raw HTML in text: '&#60;'"]),
    ("<img src=x onerror=alert(1)", ["raw HTML in text: '<img src=x onerror=alert(1)'"]),
    ("costs $5", ["a $ without its partner"]),
    ("costs $5 and $6 now", ["a $ without its partner"]),
    ("$ x $", ["a $ without its partner"]),
    ("not\uffffa character", ["an invisible character, U+FFFF"]),
    ("$" + "{" * 1_001 + "$", ["a formula too long to set"]),
    ("$" + "x" * 2_001 + "$", ["a formula too long to set"]),
    ("x" * 5_001, ["the text has 5,001 characters, and may have 5,000"]),
    (
        r"$\newcommand{\a}{x}\a$ and $\def\b{y}\b$",
        ["\\newcommand in a formula, which may not name", "\\def in"],
    ),
    ("$$", ["a $ without its partner"]),
    (r"$\fraq{1}{2}$ and $\frac{1$", ["bad TeX in '$\\fraq{1}{2}$'", "bad TeX in '$\\frac{1$'"]),
    ("TODO: say it", ["unfinished text: 'TODO'"]),
    ("TBD", ["unfinished text: 'TBD'"]),
    ("So: TODO where it comes from", ["unfinished text: 'TODO where it comes from'"]),
    ("zero\u200bwidth", ["an invisible character, U+200B ZERO WIDTH SPACE"]),
    ("over\u202eride", ["an invisible character, U+202E RIGHT-TO-LEFT OVERRIDE"]),
    ("bell\x07", ["an invisible character, U+0007"]),
]


@pytest.mark.parametrize("text", GOOD)
def test_sound_text_is_taken(text: str) -> None:
    """Words, comparisons with spaces and formulas come back unchanged."""
    assert formulas.check_text(text) == text


@pytest.mark.parametrize(("text", "wrong"), BAD)
def test_everything_wrong_in_a_text_is_reported_at_once(text: str, wrong: list[str]) -> None:
    """One refusal carries every fault of the text."""
    with pytest.raises(Refused) as refused:
        formulas.check_text(text)
    said = [message for _, message, _ in refused.value.faults] or [refused.value.message]
    assert [message[: len(start)] for message, start in zip(said, wrong, strict=True)] == wrong


def test_each_fault_knows_its_place() -> None:
    """Of several faults that read alike each has its own offset."""
    text = "TODO one <b>, $x$ and $5, TODO where it comes from <b>"
    with pytest.raises(Refused) as refused:
        formulas.check_text(text)
    said = [(at, text[at : at + 3]) for at, _, _ in refused.value.faults]
    assert said == [(9, "<b>"), (0, "TOD"), (51, "<b>"), (22, "$5,"), (26, "TOD")]


def test_latex_becomes_mathml_on_one_line() -> None:
    """A formula is MathML without line breaks, and what looks like a tag in it is escaped."""
    assert formulas.mathml(r"\frac{1}{2}") == "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
    assert "<script" not in formulas.mathml(r"\text{<script>}")
    assert 'display="block"' in formulas.mathml("x", display=True)


def test_embedded_markup_holds_no_sign_of_markdown() -> None:
    """Markdown finds nothing to do in the text of an embedded formula."""
    assert formulas.embedded("<mtext>a_b*c[d]</mtext>") == "<mtext>a&#95;b&#42;c&#91;d&#93;</mtext>"


def test_words_in_a_formula_keep_their_spaces() -> None:
    """Spaces at the ends of words in a formula, which MathML would drop, stay as spaces that do not break."""
    assert "<mtext>\u00a0if\u00a0</mtext>" in formulas.mathml(r"a \text{ if } b")


SCRIPTS = [
    (r"p^* + q_*", ["∗", "∗"]),
    (r"x_+^*", ["+", "∗"]),
    (r"\hat{A}_t^*", ["∗"]),
    (r"x_*^2", ["∗"]),
    (r"a * b + c", []),
    (r"\int_0^1 x", []),
]


@pytest.mark.parametrize(("tex", "signs"), SCRIPTS)
def test_a_sign_above_or_below_has_no_space_around_it(tex: str, signs: list[str]) -> None:
    """A star is close to its letter in every engine, and what stands between terms keeps its space."""
    assert re.findall('<mo lspace="0" rspace="0">([^<]*)</mo>', formulas.mathml(tex)) == signs


def test_no_accent_stretches() -> None:
    """A hat over a letter is a hat in every engine: WebKit lifts one that may stretch."""
    for name in ("hat", "tilde", "bar", "vec", "check"):
        assert '<mo stretchy="false">' in formulas.mathml(rf"\{name}{{x}}"), name
