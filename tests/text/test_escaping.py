"""Text is escaped for the page, and names, dates and durations read as people write them."""

from __future__ import annotations

import datetime

import markdown
import pytest
from builders import catalogue, entry
from readinglist.model.names import Author
from readinglist.pages import bylines
from readinglist.text import escaping, wording

TRICKY = [
    "*stars* and _lines_",
    "a `tick` and ~tilde~",
    "[a](b) ![c](d)",
    "# no heading",
    "1. no list",
    "1) no list",
    "- no list",
    "+ no list",
    "> no quote",
    "=== no rule",
    "{ .no-attribute }",
    "a | b",
    "R&D < 5 > 3",
    "back\\slash",
    "Ends in #",
    "^[no note]",
]


@pytest.mark.parametrize("words", TRICKY)
def test_a_page_shows_just_the_words(words: str) -> None:
    """No sign in the words turns into markup, alone in a paragraph or in a heading."""
    extensions = ["attr_list", "md_in_html", "tables", "def_list", "admonition", "sane_lists"]
    html = markdown.markdown(
        f"{escaping.inline(words)}\n\n## {escaping.inline(words)}", extensions=extensions
    )
    paragraph, heading = html.split("\n")
    import html as decoding

    assert decoding.unescape(paragraph) == f"<p>{words}</p>"
    assert decoding.unescape(heading) == f"<h2>{words}</h2>"


def test_a_formula_survives_markdown() -> None:
    """A formula in text reaches the page as the MathML that was made of it."""
    html = markdown.markdown(escaping.inline(r"the sum $a_1 * b_2 * [c]$ is \$5"))
    assert html.startswith("<p>the sum <math>")
    assert html.endswith("</math> is &#36;5</p>")
    assert "<em>" not in html


def test_plain_text_keeps_no_markup() -> None:
    """Titles and attributes get words alone, attributes escaped."""
    assert escaping.plain("the\n $k$-NN at \\$5") == "the k-NN at $5"
    assert escaping.attribute('a "b" & c') == "a &quot;b&quot; &amp; c"
    assert escaping.front_matter('a "b": c') == '"a &quot;b&quot;: c"'
    assert escaping.front_matter("is $p<q$ so") == '"is p&lt;q so"'
    assert escaping.address("https://x.org/a(b)?c=[d]&e") == "https://x.org/a%28b%29?c=%5Bd%5D&amp;e"


def test_days_and_durations() -> None:
    """Dates and minutes are in words."""
    assert wording.day(datetime.date(2017, 6, 2)) == "2 June 2017"
    assert [wording.roughly(minutes) for minutes in (40, 75, 150, 1545)] == [
        "40 min",
        "1 h 15 min",
        "3 hours",
        "26 hours",
    ]
    assert [wording.duration(minutes) for minutes in (45, 60, 75, 300)] == [
        "45 min",
        "1 h",
        "1 h 15 min",
        "5 h",
    ]


BY_LINES = [
    (["Ada Lovelace"], "Lovelace"),
    ([{"group": "MazeCo"}], "MazeCo"),
    (["Diederik P. Kingma", "Jimmy Ba"], "Kingma & Ba"),
    (["A One", "B Two", "C Three"], "One et al. (Analytical Society)"),
    ([{"given": "Diego", "family": "de las Casas"}, "B Two"], "de las Casas & Two"),
]


@pytest.mark.parametrize(("authors", "line"), BY_LINES)
def test_by_line(authors: list[object], line: str) -> None:
    """One or two authors stand alone, more are cut to the first and the organization."""
    assert bylines.by_line(catalogue(entry("first", authors=authors)).papers[0]) == line


def test_all_authors_are_named_in_order() -> None:
    """The full list keeps every name and the order."""
    [paper] = catalogue(entry("first", authors=["A One", {"group": "MazeCo"}, "B Two"])).papers
    assert bylines.all_authors(paper.authors) == "A One, MazeCo and B Two"


def test_the_site_name_is_safe_in_attributes() -> None:
    """A theme puts the name into attributes unescaped, so no sign that would end one is left."""
    assert escaping.site_name('The "Best" R&D, 1 < 2') == "The ”Best” RandD, 1 ‹ 2"


def test_some_authors_are_all_where_they_are_few() -> None:
    """A handful of names stands whole; of more, the first stands for all with their number."""
    people = [Author.model_validate({"given": "Ada", "family": f"L{n}"}) for n in range(9)]
    assert bylines.some_authors(people[:2]) == "Ada L0 and Ada L1"
    assert bylines.some_authors(people) == "Ada L0 and 8 others"
