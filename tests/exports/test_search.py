"""What the site's search knows: every place by its names and words, and in a long list by less of its text."""

from __future__ import annotations

import json
from pathlib import Path

from builders import catalogue, entry
from readinglist.exports import search_places
from readinglist.exports.search_index import search_json
from readinglist.exports.search_places import Place
from readinglist.model.edition import Edition
from searches import asked

NOTES = r"""## The problem

It is a long way out, and $\alpha$ counts the steps.

| Maze | Steps |
|---|---|
| tabular | 3 |

## Key equations

### The rule

$$
\beta = 1
$$

| Symbol | What it is |
|---|---|
| $\beta_{\text{end}}$ | the last step |
"""
GLOSSARY = """Some words.

## Turn of the hand

*Also: ToH, TURN*

What [First](papers/first.md) does.

## Wall

It is there.
"""
PROSE = {"papers/first.md": NOTES, "glossary.md": GLOSSARY, "colophon.md": "# Colophon\n\nSet in lead.\n"}


def places(edition: Edition) -> dict[str, Place]:
    """Every place by its address."""
    found = list(search_places.places(edition))
    assert len({(place.url, place.title) for place in found}) == len(found)
    return {place.url: place for place in found}


def test_places() -> None:
    """Papers, their parts, terms, symbols, pages, topics and tracks, each with its words by field."""
    tracks = [{"id": "all", "name": "All", "description": "All.", "order": "prerequisites"}]
    made = places(Edition(catalogue(entry("first", title="Of Émile", aliases=["old"]), tracks=tracks), PROSE))
    assert {
        *(
            "papers/first/",
            "papers/first/#the-problem",
            "papers/first/#the-rule",
            "papers/first/#why-it-is-here",
        ),
        *("glossary/", "glossary/#turn-of-the-hand", "glossary/#wall", "notation/", "notation/#beta"),
        *("colophon/#colophon", "topics/#architecture", "tracks/#all", "about/"),
    } <= made.keys()
    paper = made["papers/first/"].words
    assert (paper["n"], paper["t"]) == (["first", "old"], ["of", "emile"])
    assert {"first", "ofemile", "old"} < {*paper["x"]}
    assert {"turn", "toh"} < {*paper["h"]}, "the terms that lead to it"
    assert made["glossary/#turn-of-the-hand"].words["s"] == ["toh", "turn"]
    assert made["notation/#beta"].words["x"] == ["βend", "betaend"]


def test_formulas_and_tables_stay_out() -> None:
    """A teaser has short formulas as words; the index has none, and no table."""
    problem = places(Edition(catalogue(entry("first")), PROSE))["papers/first/#the-problem"]
    assert problem.words["b"] == ["it", "is", "a", "long", "way", "out", "and", "counts", "the", "steps"]
    assert problem.teaser == "It is a long way out, and α counts the steps."


def test_a_teaser_is_short() -> None:
    """It ends with a whole word."""
    edition = Edition(catalogue(entry("first")), {"papers/first.md": "## The idea\n\n" + "word " * 100})
    teaser = places(edition)["papers/first/#the-idea"].teaser
    assert len(teaser) <= 242 and teaser.endswith("word …")


def test_a_long_list_is_searched_by_paper() -> None:
    """Its index does not grow with every part of every page."""
    papers = [entry(f"p{number}", number) for number in range(1, 102)]
    made = places(Edition(catalogue(*papers), {"papers/p1.md": NOTES}))
    assert "papers/p1/" in made and not any("#" in url for url in made if url.startswith("papers/"))


def test_lunr_finds_them(tmp_path: Path) -> None:
    """The reader's script loads the index and finds a place by what people type."""
    first = entry("first", title="Of Émile", authors=["Łukasz Kaiser"])
    edition = Edition(catalogue(first, entry("second", 2, title="注意力")), PROSE)
    typed = [
        "emile",
        "lukasz kaiser",
        "TOH",
        "the hand's turns",
        "意",
        "β_end",
        "beta",
        "colphon",
        "xyzzy",
        " ",
    ]
    found = asked(json.loads(search_json(edition)), typed, tmp_path)
    assert [places[0]["url"] if places else "" for places in found] == [
        *("papers/first/", "papers/first/", "glossary/#turn-of-the-hand", "glossary/#turn-of-the-hand"),
        *("papers/second/", "notation/#beta", "notation/#beta", "colophon/", "", ""),
    ]
