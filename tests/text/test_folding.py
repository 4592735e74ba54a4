"""Words compare equal however they are accented, cased or spaced, in any script, here and in the reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from readinglist.text import folding
from searches import asked

WORDS = [
    ("Baptiste Rozière", ["baptiste", "roziere"]),
    ("Łukasz, Ørsted; STRASSE and Straße", ["lukasz", "orsted", "strasse", "and", "strasse"]),
    ("Æsop’s þing: ıİ", ["aesop", "s", "thing", "ii"]),
    ("2305.18290v2. It ends.", ["2305.18290v2", "it", "ends"]),
    ("MP-3, e.g. π_ref and β₂", ["mp", "3", "e", "g", "π", "ref", "and", "β2"]),
    ("ΣΊΣΥΦΟΣ σίσυφος", ["σισυφοσ", "σισυφοσ"]),
    ("Ёлка и чай", ["елка", "и", "чаи"]),
    ("注意力 is all", ["注意", "意力", "力", "is", "all"]),
    ("الذَّكاء", ["الذكاء"]),
    ("हिन्दी", ["हिन्दी"]),
    ("한국어", ["한국어"]),
    ("… — !", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: list[str]) -> None:
    """Accents and case go, letters of their own become plain ones, vowels of any script stay."""
    assert list(folding.words(text)) == expected


def test_a_name_as_one_word() -> None:
    """Hyphens, spaces and points make no difference."""
    assert folding.joined("MP-3") == folding.joined("mp 3") == "mp3"
    assert folding.joined("2305.18290") == "230518290"


def test_the_reader_folds_alike(tmp_path: Path) -> None:
    """The browser's script makes the same of what is typed, with the tables that it gets."""
    texts = [text for text, _ in WORDS]
    tables = {"letters": folding.LETTERS, "accents": folding.ACCENTS, "unspaced": folding.UNSPACED}
    ours = [[folding.folded(one), list(folding.words(one)), folding.joined(one)] for one in texts]
    assert asked(tables, texts, tmp_path) == ours
