"""Texts that a comment cuts short, and what arXiv says that cannot be set as a formula."""

from __future__ import annotations

import pytest
from builders import NO_PROSE, entry, messages, problems, source
from readinglist.checks.catalogue import check
from readinglist.source import yaml_reader

CUT = "a comment cuts the text short: '{}' is not in it. Put the text in quotes, or the comment on a line of its own."


def lines(old: str, new: str) -> bytes:
    """A sound catalogue with a line exchanged."""
    text = source(entry("first")).decode()
    assert old in text
    return text.replace(old, new).encode()


@pytest.mark.parametrize(
    ("old", "new", "place", "comment"),
    [
        (
            'annotation: "What there is to know about first."',
            "annotation: The C # language",
            "19:23",
            "# language",
        ),
        ('nickname: "First"', "nickname: C #1 of two", "9:17", "#1 of two"),
        ('title: "A Small List"', "title: Papers # and talks", "1:15", "# and talks"),
    ],
)
def test_a_text_that_a_comment_cuts_is_reported(old: str, new: str, place: str, comment: str) -> None:
    """What stands behind the sign is no part of the text, so it says how to write either."""
    assert messages(lines(old, new)) == [f"{place}: {CUT.format(comment)}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('nickname: "First"', 'nickname: "C # language" # quoted'),
        ('nickname: "First"', "nickname: C#"),
        ('nickname: "First"', "nickname: First\n    # on its own line"),
        ('level: "easy"', "level: easy # a word"),
        ("year: 2017", "year: 2017 # of version 1"),
        ('authors: ["Ada Lovelace", ', "authors: # in order\n     [Ada Lovelace, # first\n     "),
    ],
)
def test_other_comments_are_none(old: str, new: str) -> None:
    """A comment behind an id, a number, a name in a list or a quoted text cuts nothing."""
    assert messages(lines(old, new)) == []


def test_a_formula_of_arxivs_that_cannot_be_set_is_a_notice() -> None:
    """It is shown as it stands; in a text of the editors it is a problem."""
    raw = source(entry("first", title=r"On $\foo{x}$", journal_ref=r"J. $\bar$ 1"))
    said = check(yaml_reader.parse(raw, "papers.yaml"), NO_PROSE)[1]
    assert [(one.path, one.notice) for one in said] == [
        ("papers[0].title", True),
        ("papers[0].journal_ref", True),
    ]
    assert said[0].text == "bad TeX in '$\\foo{x}$': Unknown command \"\\foo\"; it is shown as it stands."
    assert [one.notice for one in problems(source(entry("first", why_here=r"On $\foo{x}$")))] == [False]


WORDS = [
    "<think> Lessons",
    "TBD: Benchmarking",
    "TODO: Ternary Preferences",
    "The $100 Question",
    "AT&amp;T & R&D",
    "FIXME",
]


@pytest.mark.parametrize("words", WORDS)
def test_what_arxiv_says_is_words(words: str) -> None:
    """A title, a journal reference and a departure hold whatever arXiv says."""
    departures = [{"key": "title", "arxiv": words, "reason": "x"}]
    assert messages(source(entry("first", title=words, journal_ref=words, departures=departures))) == []
