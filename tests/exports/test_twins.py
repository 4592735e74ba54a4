"""Markdown twins: the words of the pages as plain Markdown, whose links lead on to twins."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import sample
from builders import TEACHING, catalogue, entry
from hypothesis import given, settings
from hypothesis import strategies as some
from markdown import Markdown
from readinglist import addresses, site
from readinglist.problems import Refused
from readinglist.text import escaping, markdown
from readinglist.text.formulas import check_text, shown

URL = "https://list.example/x/"
SIGNS = """
    1. 2) - + # ## > !!! note ??? a b * ** _ __ ` `` [ ] ( ) ](x) < <b & &amp; &#42; { {.x} {#x} {:.x} } ~ ~~ ^
    | \\ \\$ $x_1$ $ 5 : = === --- http://x.y " ' ! a_b_c [a]: [^1] *[A]: —
"""
NOTES = """## The idea

See [the *wall*](wall.md#the-idea){ .rl-ref }, [terms](../glossary.md), [to print](../print.md "All") and $x$.

## Key equations

### One { #first }

$$
\\frac{a}{b}
$$
"""


def twins(edition: site.Edition, url: str = URL) -> dict[str, str]:
    """Every twin by the address at which it is published."""
    return {
        output.at: str(output.content) for output in site.files(edition, url) if output.at.endswith(".md")
    }


def of(notes: str, **keys: Any) -> str:
    """The twin of a paper with such notes, in a list with a glossary."""
    papers = catalogue(entry("door", **keys), entry("wall", 2))
    edition = site.Edition(papers, {"papers/door.md": notes, "glossary.md": "## A\n\nB."})
    return twins(edition)["papers/door.md"]


def test_formulas_stay_as_they_were_written() -> None:
    """The notes come with TeX between dollar signs, and without what only this site reads."""
    twin = of(NOTES)
    assert "\n$$\n\\frac{a}{b}\n$$\n" in twin
    assert "and $x$.\n" in twin
    assert "### One\n" in twin
    assert "rl-" not in twin
    assert "<" not in twin


def test_links_lead_to_twins_or_else_to_pages() -> None:
    """A link to a page with a twin leads to it, any other to the page for readers; anchors stay."""
    twin = of(NOTES)
    assert f"[the *wall*]({URL}papers/wall.md#the-idea)," in twin
    assert f"[terms]({URL}glossary.md)" in twin
    assert f'[to print]({URL}print/ "All")' in twin
    papers = catalogue(entry("door"), entry("wall", 2))
    here = twins(site.Edition(papers, {"papers/door.md": NOTES}), "")["papers/door.md"]
    assert "[the *wall*](wall.md#the-idea)," in here
    assert '[to print](../print "All")' in here


def test_parts_that_nobody_wrote_are_left_out() -> None:
    """A bare entry has no heading without words; a whole one has each that its page has, in the same order."""
    bare = re.findall("^## (.*)", of(""), re.MULTILINE)
    assert bare == ["Why it is here", "Before you read", "What it unlocks"]
    whole = re.findall("^## (.*)", of(NOTES, **TEACHING), re.MULTILINE)
    assert whole == [
        *("Why it is here", "Before you read", "How to read it", "The idea", "Key equations", "Key results"),
        *("Limits, and how it aged", "Where it came from", "What it unlocks", "What came next"),
        *("Check yourself", "In one sentence", "Elsewhere"),
    ]


def test_links_lead_to_what_is_there(tmp_path: Path) -> None:
    """In the twins of the sample, each link below the address of the site leads to a page or a file."""
    edition = site.load(sample.project(tmp_path) / "papers.yaml")
    outputs = [*site.files(edition, URL)]
    there = {output.at or output.uri for output in outputs}
    there |= {addresses.published(output.uri) for output in outputs if output.uri.endswith(".md")}
    made = twins(edition)
    lists = {
        "index.md",
        "about.md",
        "tracks.md",
        "topics.md",
        "years.md",
        "map.md",
        "beyond.md",
        "equations.md",
    }
    assert lists | {"glossary.md", "contribute.md"} <= made.keys()
    links = {link for twin in made.values() for link in re.findall(rf"\({URL}([^)#?\s]*)", twin)}
    assert len(links) > 10
    assert links - there - edition.texts.keys() == set()


@settings(max_examples=600, deadline=None)
@given(some.lists(some.sampled_from([*SIGNS.split(), " ", " "]), min_size=1, max_size=8).map("".join))
def test_words_come_back_from_the_markdown(text: str) -> None:
    """Whatever a text may hold, its Markdown shows just these words and formulas, as one paragraph."""
    try:
        check_text(text)
    except Refused:
        return
    if not text.strip():
        return
    engine = Markdown(extensions=["admonition", "attr_list", "fenced_code", "sane_lists", "tables"])
    made = engine.convert(markdown.rendered(f"{escaping.written(text)}\n"))
    seen = re.fullmatch("<p>(.*)</p>", re.sub("<math>.*?</math>", "M", made), re.DOTALL)
    assert seen
    parts = shown(" ".join(text.split()))
    expected = "".join(_expected(part.text, part.math) for part in parts)
    assert html.unescape(re.sub("</?span[^>]*>", "", seen[1])).split() == expected.split()


def _expected(text: str, math: bool) -> str:
    if not math:
        return text.replace("\\$", "$")
    return f"${text}$" if "`" in text else "M"


def test_llms_txt_is_in_its_form() -> None:
    """A title, a quotation, and lists of links under headings; every paper in order with its sentence."""
    papers = catalogue(entry("one", one_sentence="It is *so*."), entry("two", 2))
    outputs = {output.uri: str(output.content) for output in site.files(site.Edition(papers), URL)}
    title, quotation, *rest = [line for line in outputs["llms.txt"].splitlines() if line]
    assert (title, quotation) == ("# A Small List", "> A few papers, in order.")
    links = [line for line in rest if line.startswith("- ")]
    assert links[:2] == [
        f"- [The Paper on One]({URL}papers/one.md): It is \\*so\\*.",
        f"- [The Paper on Two]({URL}papers/two.md): What there is to know about two.",
    ]
    assert all(re.fullmatch(r"- \[[^\]]+\]\(\S+\)(: .+)?", link) for link in links)
