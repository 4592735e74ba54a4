"""References in words: one file of them to be read in review, and the rules that they follow.

`UPDATE_GOLDEN=1` rewrites the file; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from builders import catalogue, entry
from readinglist.citations import casing, people
from readinglist.citations.styles import STYLES
from readinglist.model.paper import Paper
from references import PAPERS

GOLDEN = Path(__file__).parent / "golden/styles.json"


def by(*authors: str | dict[str, str]) -> Paper:
    """A paper by these authors."""
    return catalogue(entry("first", authors=[*authors])).papers[0]


def test_each_style_says_this() -> None:
    """Every kind of publication in every style, byte for byte."""
    made = {paper.id: {style: write(paper) for style, write in STYLES.items()} for paper in PAPERS}
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert made == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("number", "apa", "ieee", "chicago"),
    [
        (1, "F0, A.", "A. F0", "F0, A"),
        (2, "F0, A., & F1, A.", "A. F0 and A. F1", "F0, A, and A F1"),
        (3, "F0, A., F1, A., & F2, A.", "A. F0, A. F1, and A. F2", "F0, A, A F1, and A F2"),
        (7, ", & F6, A.", "A. F0 et al.", "F0, A, A F1, A F2, et al."),
        (20, ", & F19, A.", "A. F0 et al.", "F0, A, A F1, A F2, et al."),
        (21, "F18, A., … F20, A.", "A. F0 et al.", "F0, A, A F1, A F2, et al."),
    ],
)
def test_how_many_authors_each_style_names(number: int, apa: str, ieee: str, chicago: str) -> None:
    """All of a few, some of many; the last of very many in APA."""
    paper = by(*({"given": "A", "family": f"F{n}"} for n in range(number)))
    assert people.apa(paper).endswith(apa)
    assert (people.ieee(paper), people.chicago(paper)) == (ieee, chicago)


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("Aidan N.", "A. N."),
        ("Ming-Wei", "M.-W."),
        ("J.R.R.", "J. R. R."),
        ("Ludwig van", "L. van"),
        ("Évariste", "É."),
    ],
)
def test_given_names_in_short(given: str, short: str) -> None:
    """Each word and each half of a double name; a particle stays whole."""
    assert people.initials(by({"given": given, "family": "Family"}).authors[0]) == short


def test_capitals_of_a_sentence_and_of_a_headline() -> None:
    """Formulas, acronyms and what follows a colon keep theirs."""
    title = "WaLL: Why an $O(N)$ Walk is Enough for the Deep-Sea Mazes? Of Walks to"
    assert (
        casing.sentence(title, ()) == "WaLL: Why an O(N) walk is enough for the deep-sea mazes? Of walks to"
    )
    assert casing.headline("the end: a maze of $n$ well-known o'clock halls to") == (
        "The End: A Maze of n Well-Known O'clock Halls To"
    )


@pytest.mark.parametrize(
    ("pages", "short"),
    [
        ("71–72", "71–72"), ("100–104", "100–104"), ("107–8", "107–8"), ("107–108", "107–8"), ("321–328", "321–28"),
        ("1496–1500", "1496–500"), ("5998–6008", "5998–6008"), ("4171–4186", "4171–86"), ("e1–e9", "e1–e9"),
    ],
)  # fmt: skip
def test_a_range_of_pages_in_chicago(pages: str, short: str) -> None:
    """The second number says what changes, two digits at least, one after 101 to 109 and their like."""
    publication = {"kind": "journal", "name": "J", "year": 2020, "volume": "1", "pages": pages}
    paper = catalogue(entry("first", publication=publication)).papers[0]
    assert f" J 1: {short}. " in STYLES["Chicago"](paper)
