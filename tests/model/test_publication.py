"""Where a paper was published: in parts, and as a page says it."""

from __future__ import annotations

from typing import Any

import pytest
from builders import catalogue, entry, messages, source

CONFERENCE = {"kind": "conference", "name": "Advances in Reading", "year": 2017, "volume": "30"}


def test_all_parts_of_a_publication() -> None:
    """Every part is taken as it is written."""
    parts = CONFERENCE | {
        "number": "2",
        "pages": "1–9",
        "article": "7",
        "publisher": "A Press",
        "series": "Notes",
    }
    [paper] = catalogue(entry("first", publication=parts)).papers
    assert paper.publication
    assert paper.publication.model_dump() == parts


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, ""),
        ({"venue": "AiR 2017"}, "AiR 2017"),
        ({"publication": CONFERENCE}, "Advances in Reading, 2017"),
        ({"venue": "AiR 2017", "publication": CONFERENCE}, "AiR 2017"),
        ({"journal_ref": "Ann. Read. 3, 2017"}, "Ann. Read. 3, 2017"),
        ({"journal_ref": "Ann. Read. 3, 2017", "publication": CONFERENCE}, "Advances in Reading, 2017"),
    ],
)
def test_a_page_says_it_shortly(keys: dict[str, Any], expected: str) -> None:
    """The venue where one is written, else name and year, else what arXiv says; nothing where nothing is known."""
    assert catalogue(entry("first", **keys)).papers[0].appeared == expected


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"kind": "preprint"}, "'preprint' is not one of 'journal', 'conference', 'workshop' or 'report'"),
    ({"volume": 30}, "'volume' must be text, not '30'. Write volume: \"30\""),
    ({"year": "2017"}, "'year' must be a whole number"),
    ({"year": 17}, "'year' must be at least 1900"),
    ({"in": "A Journal"}, "unknown key 'in'"),
]


@pytest.mark.parametrize(("change", "message"), WRONG)
def test_a_part_of_another_kind_is_refused(change: dict[str, Any], message: str) -> None:
    """One problem that says what to write."""
    [said] = messages(source(entry("first", publication=CONFERENCE | change)))
    assert message in said
