"""The glossary's headings: each is a term that can be linked to, and is there once."""

from __future__ import annotations

from builders import messages, source
from readinglist.source.prose import Prose

TWICE = "is listed twice (line {} has it too). Make them one, or write how they differ."
EMPTY = "a heading without words. Write them, or delete it."
NONE = "no term can be linked to by '?!'. Write the term, with a letter or a digit in it."


def said(glossary: str) -> list[str]:
    """What is wrong with a glossary."""
    return messages(source(), Prose("docs", {"glossary.md": glossary}))


def test_terms_of_any_script_are_sound() -> None:
    """Terms, in any script and as formulas, can be linked to from anywhere."""
    links = "\n".join(f"[x](#{anchor})" for anchor in ("注意力", "внимание", "β-vae", "gelu"))
    assert said(f"## 注意力\n\n## Внимание\n\n## $\\beta$-VAE\n\n## GELU\n\n{links}\n") == []


def test_a_heading_that_is_no_term_is_reported() -> None:
    """One without words, or with signs alone, cannot be linked to."""
    assert said("## A\n\n##\n\n## ?!\n") == [f"3:1: {EMPTY}", f"5:1: {NONE}"]


def test_a_term_that_is_listed_twice_is_reported() -> None:
    """Terms that lead to one anchor are one term, however they are written."""
    assert said("## Soft-max\n\n## B\n\n## *soft max*\n\n## 注意力\n\n## 注意力\n") == [
        f"5:1: the term 'soft max' {TWICE.format(1)}",
        f"9:1: the term '注意力' {TWICE.format(7)}",
    ]


SAME = "is listed twice (line {} has it too). Keep it where readers would look for it."
UNREAD = "other names that are not read. Write *Also: FFT, DFT* in a paragraph of its own right under a term's heading."


def test_a_name_leads_to_one_term() -> None:
    """A name is listed once, and is not that of another term, however its letters are written."""
    assert said("## A\n\n*Also: X, b*\n\nOne.\n\n## B\n\n*Also: c, x*\n") == [
        f"3:11: the name 'b' {SAME.format(7)}",
        f"9:11: the name 'x' {SAME.format(3)}",
    ]


def test_other_names_are_read_where_they_are_written() -> None:
    """In another form or at another place they are a problem, and not words of the text."""
    lines = ("*Also:*", "Also: X", "*Also*: X", "_Also: X_", "*Also: X* and Y")
    for line in lines:
        assert said(f"## A\n\n{line}\n\nText.\n") == [f"3:1: {UNREAD}"], line
    assert said("## A\n\nText.\n\n*Also: X*\n") == [f"5:1: {UNREAD}"]
