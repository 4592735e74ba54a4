"""Words as printers set them, in catalogue texts and in notes alike."""

from __future__ import annotations

import re

import markdown as engine
import pytest
from readinglist.text import escaping, markdown

HELD = '<span class="rl-held">'
SET = [
    ("it's \"so\", 'thus'", "it’s “so”, ‘thus’"),
    ("\"'Why?' she said\"", "“‘Why?’ she said”"),
    ("the '90s, the models' (\"x\")", "the ’90s, the models’ (“x”)"),
    ("Figure 8, tables 2 and 3", "Figure\u00a08, tables\u00a02 and 3"),
    ("It is 3.3 · 10, 2 ×\n4 and 7 · x", "It is 3.3\u00a0·\u00a010, 2\u00a0×\u00a04 and 7 · x"),
    ("See (section\n  4.1) Appendix A", "See (section\u00a04.1) Appendix\u00a0A"),
    ("Section A model is", "Section\u00a0A model is"),
    ("a table of 3; Tables with", "a table of 3; Tables with"),
    ("In UTF-8, byte by byte", f"In {HELD}UTF-8</span>, byte by byte"),
    ("TLS-1.3. A 2-1", f"{HELD}TLS-1.3</span>. A 2-1"),
    ("See ($x$), $x$-th and $x$ of $y$", f"See {HELD}($x$),</span> $x$-th and $x$ of $y$"),
    ('$n$\'s "$n$"', f"{HELD}$n$’</span>s {HELD}“$n$”</span>"),
]
MARKUP = [
    ('"*one*" and "[two](a.md)"', "“*one*” and “[two](<a.md>)”"),
    ('["one"](a.md "it\'s")\'s', '[“one”](<a.md> "it\'s")’s'),
    (
        "`it's` <https://a.example/it's>",
        "<code>it's</code> [https://a.example/it's](<https://a.example/it%27s>)",
    ),
    ("![it's Figure 8](a.png)", "![it's Figure 8](<a.png>)"),
    ('!!! note "Figure 8"\n    "x"', '!!! note "Figure\u00a08"\n    “x”'),
    ('| Table\n|---|\n| Table |\n3 | "x"', "| Table\n|---|\n| Table |\n3 | “x”"),
    ("| in Table |\n|---|\n| as in Table\n2 |", "| in Table |\n|---|\n| as in Table\n2 |"),
    ("*UTF-8*, [UTF-8](a.md)", f"*{HELD}UTF-8</span>*, [{HELD}UTF-8</span>](<a.md>)"),
]


def with_formulas(markup: str) -> str:
    """Formulas of one letter as they were written."""
    return re.sub(r"(?:<span>)?<math><mi>(\w)</mi></math>(?:</span>)?", r"$\1$", markup)


@pytest.mark.parametrize(("words", "expected"), SET)
def test_words_are_set(words: str, expected: str) -> None:
    """The same in the catalogue and in notes: quotes curl, and what belongs together is not parted."""
    assert with_formulas(escaping.inline(words, "en-GB")) == expected
    assert with_formulas(markdown.rendered(words, "en")) == expected


@pytest.mark.parametrize(("words", "expected"), MARKUP)
def test_markup_stays(words: str, expected: str) -> None:
    """Code, addresses, attributes and the rows of tables are left alone; quotes know what is beside a link."""
    assert markdown.rendered(words, "en") == expected


def test_elsewhere_the_custom_is_another() -> None:
    """In another language quotes and spaces are as they were written; a name and a formula are held all the same."""
    words = 'l\'"image" de Figure 8, UTF-8 : $x$.'
    expected = f'l\'"image" de Figure 8, {HELD}UTF-8</span> : {HELD}$x$.</span>'
    assert with_formulas(escaping.inline(words, "fr")) == expected
    assert with_formulas(markdown.rendered(words, "fr")) == expected


def test_a_heading_keeps_its_anchor() -> None:
    """A set quote, space or name changes no address."""
    written = '## It\'s "so" in Table 2 of UTF-8\n'
    page = markdown.Page(written, "en")
    html = engine.markdown(page.rendered(), extensions=["toc", "attr_list"])
    assert page.headings[0].anchor == "its-so-in-table-2-of-utf-8"
    assert f'id="{page.headings[0].anchor}"' in html


def test_attributes_and_raw_values_are_as_written() -> None:
    """What is no text of a page keeps its plain signs."""
    assert escaping.plain("it's Figure 8") == "it's Figure 8"
    assert escaping.attribute("it's UTF-8") == "it&#x27;s UTF-8"
