"""Equation modules belong to papers, and say what they reproduce."""

from __future__ import annotations

import pytest
from readinglist.checks import equations
from readinglist.source.prose import Prose

HEAD = "quantity,computed,printed,where,why\n"
SOUND = HEAD + 'Size,110M,110M,Table 1,\nOurs,"1,000",,Ours,\nOther,109M,110M,Table 1,The paper rounds.\n'


def said(**texts: str) -> list[str]:
    """The problems of files by name, `first_py` for `equations/first.py`, beside a catalogue of one paper."""
    files = {f"equations/{name.replace('_', '.')}": text for name, text in texts.items()}
    found = equations.unfit(Prose("docs", {}, texts=files), ["first"])
    return [f"{p.file}:{p.line}: {p.text}" for p in found]


def test_a_module_with_its_table_is_sound() -> None:
    """Where a printed number differs, the table says why; where the paper prints none, nothing is asked."""
    assert said(first_py="", first_csv=SOUND) == []


BAD = [
    ({"frist_py": "", "frist_csv": SOUND}, "docs/equations/frist.py:1: equations of no paper: 'frist' is"),
    ({"first_py": ""}, "docs/equations/first.py:1: equations without docs/equations/first.csv. Run scripts/"),
    (
        {"first_py": "", "first_csv": ""},
        "docs/equations/first.csv:1: a head that is not quantity, computed, ",
    ),
    ({"first_py": "", "first_csv": HEAD + "a,b\n"}, "docs/equations/first.csv:2: a row of 2 values instead"),
    (
        {"first_py": "", "first_csv": HEAD + "a,1,1,,\nb,1,2,,\n"},
        "docs/equations/first.csv:3: computed 1 and printed 2, with no reason for the difference. Say why in",
    ),
]


@pytest.mark.parametrize(("texts", "message"), BAD)
def test_a_module_that_keeps_something_back_is_reported(texts: dict[str, str], message: str) -> None:
    """The file, the row, and what to do."""
    assert said(**texts)[0].startswith(message)
