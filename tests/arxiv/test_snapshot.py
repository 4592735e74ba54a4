"""The record of the last sync as text."""

from __future__ import annotations

from datetime import date

import pytest
from readinglist.arxiv.snapshot import Seen, dumped, load
from readinglist.problems import CannotOpen

SEEN = {
    "1706.03762": Seen("Labyrinth Is All You Walk", 8, date(2017, 6, 12), 7, date(2023, 8, 2)),
    "1412.6980": Seen("Ädam", 2, date(2014, 12, 22), 9, date(2017, 1, 30)),
}
TEXT = """{
  "1412.6980": {"title": "Ädam", "authors": 2, "published": "2014-12-22", "version": 9, "updated": "2017-01-30"},
  "1706.03762": {"title": "Labyrinth Is All You Walk", "authors": 8, "published": "2017-06-12", "version": 7, "updated": "2023-08-02"}
}
"""


def test_one_paper_a_line_and_sorted() -> None:
    """A diff of the file shows the paper that changed, and the same record is the same text."""
    assert dumped(SEEN) == TEXT
    assert load(TEXT) == SEEN


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"1": {}}', '{"1": {"title": "x", "authors": "y"}}', "null"]
)
def test_what_is_no_record_is_reported(text: str) -> None:
    """A damaged record is a sentence that says how to write it anew."""
    with pytest.raises(CannotOpen, match="is not one that can be read") as error:
        load(text)
    assert "scripts/sync_arxiv.py" in str(error.value)
