"""Every rule, on small catalogues."""

from __future__ import annotations

import inspect
import sys
from typing import Any

import pytest
from builders import entry, messages, problems, source
from readinglist.checks import rules

FIRST = entry("first")
LATER = {"paper": "second", "reason": "It gives a part.", "meanwhile": "Take it as given."}
EARLIER = {"paper": "first", "reason": "It gives a part."}

WRONG: list[tuple[str, tuple[dict[str, Any], ...], str]] = [
    ("a second id", (FIRST, entry("first", 2, title="Another")), "the id 'first' is listed twice"),
    ("a second arXiv id", (FIRST, entry("second", 1)), "the arXiv id '1706.00001' is listed twice"),
    (
        "a second title",
        (FIRST, entry("second", 2, title="the paper  on FIRST")),
        "the title 'the paper on FIRST' is listed",
    ),
    (
        "an alias in use",
        (FIRST, entry("second", 2, aliases=["first"])),
        "the alias 'first' is the id on line",
    ),
    (
        "a second alias",
        (entry("first", aliases=["x"]), entry("second", 2, aliases=["x"])),
        "the alias 'x' is listed twice",
    ),
    (
        "a reserved alias",
        (entry("first", aliases=["index"]),),
        "the name 'index' is one that the site itself needs",
    ),
    ("a topic unknown", (entry("first", topics=["architectre"]),), "Did you mean 'architecture'?"),
    ("a level unknown", (entry("first", level="hard"),), "'hard' is not a level of this list"),
    (
        "a key misspelt",
        (entry("first", annotatoin="x"),),
        "unknown key 'annotatoin'. Did you mean 'annotation'?",
    ),
    (
        "a key missing",
        (entry("first", annotation=None),),
        "the key 'annotation' is missing. Write for example",
    ),
    ("a year not v1's", (entry("first", year=2018),), "Write year: 2017"),
    (
        "a prerequisite unknown",
        (entry("first", prerequisites=[EARLIER | {"paper": "frst"}]),),
        "Did you mean 'first'?",
    ),
    ("itself", (entry("first", prerequisites=[EARLIER]),), "'first' is its own prerequisite"),
    (
        "no meanwhile",
        (
            entry("first", prerequisites=[LATER | {"meanwhile": "x"}]),
            entry("second", 2, prerequisites=[EARLIER]),
        ),
        "a circle of prerequisites: 'first' needs 'second' needs 'first'",
    ),
    (
        "meanwhile missing",
        (entry("first", prerequisites=[{"paper": "second", "reason": "x"}]), entry("second", 2)),
        "'second' comes later in the list, and meanwhile is missing",
    ),
    (
        "meanwhile of no use",
        (FIRST, entry("second", 2, prerequisites=[EARLIER | {"meanwhile": "x"}])),
        "meanwhile has no use: 'first' comes earlier in the list",
    ),
    (
        "a plain link",
        (entry("first", links=[{"label": "x", "url": "http://example.org"}]),),
        "https://example.org",
    ),
    ("raw HTML", (entry("first", annotation="<i>x</i>"),), "raw HTML in text: '<i>'"),
    ("bad TeX", (entry("first", why_here=r"$\fraq{1}$"),), r"Unknown command \"\fraq\""[:16]),
    ("a year in quotes", (entry("first", year="2017"),), "'year' must be a whole number, not '2017'"),
    ("no author", (entry("first", authors=[]),), "'authors' is an empty list"),
    ("blank text", (entry("first", annotation=" "),), "the text is empty"),
    (
        "a long annotation",
        (entry("first", annotation="x" * 601),),
        "'annotation' has more than 600 characters",
    ),
    (
        "a surname that is a guess",
        (entry("first", authors=["Ludwig van Beethoven"]),),
        "family: van Beethoven",
    ),
    ("a name with Jr", (entry("first", authors=["Martin King Jr."]),), "is a guess"),
    (
        "an id that others need, in capitals",
        (entry("First", title="x"), entry("second", 2, prerequisites=[EARLIER])),
        "'First' is not an id",
    ),
    (
        "authors with commas",
        (entry("first", authors=["Ada Lovelace, Mary Somerville"]),),
        "is more than one author",
    ),
    ("a topic that is left to write", (entry("first", topics=["TODO"]),), "unfinished: 'TODO' is left over"),
    ("minutes that are left to write", (entry("first", minutes="TODO"),), "unfinished: 'TODO' is left over"),
    (
        "a level in capitals",
        (entry("first", level="Easy"),),
        "'Easy' is not a level of this list. Did you mean 'easy'?",
    ),
    (
        "a prerequisite by its former id",
        (entry("first", aliases=["old"]), entry("second", 2, prerequisites=[EARLIER | {"paper": "old"}])),
        "the prerequisite 'old' is now called 'first'. Write paper: first.",
    ),
    ("authors in a row", (entry("first", authors=["A. One and B. Two"]),), "is more than one author"),
]


@pytest.mark.parametrize(("papers", "message"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_rule_reports_what_is_wrong(papers: tuple[dict[str, Any], ...], message: str) -> None:
    """Each mistake gives its message once."""
    assert sum(message in reported for reported in messages(source(*papers))) == 1


def test_one_mistake_is_one_problem() -> None:
    """Most mistakes do not draw others after them."""
    alone = [papers for name, papers, _ in WRONG if name not in {"no meanwhile", "raw HTML"}]
    assert [len(problems(source(*papers))) for papers in alone] == [1] * len(alone)


def test_every_rule_is_in_the_table() -> None:
    """A rule that nobody runs is none: each public one of the modules in the table is listed there, once."""
    table = (*rules.WITHIN, *rules.ACROSS, *rules.REFERRING)
    modules = {sys.modules[rule.__module__] for rule in table}
    written = {
        function
        for module in modules
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and not name.startswith("_")
        and function.__module__ == module.__name__
    }
    assert set(table) == written
    assert len(table) == len(written)
