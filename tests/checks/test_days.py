"""The days when an entry joined the list and was revised."""

from __future__ import annotations

from typing import Any

import pytest
from builders import entry, messages, source

DAYS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"added": "2026-11-23"}, []),
    ({"added": "2026-11-23", "revised": "2026-11-23"}, []),
    ({"added": "2026-11-23", "revised": "2027-01-02"}, []),
    (
        {"added": "2026-11-23", "revised": "2026-11-22"},
        [
            "22:14: revised on 2026-11-22, before it was added on 2026-11-23. "
            "Write the later day, or delete revised."
        ],
    ),
    (
        {"revised": "2026-11-22"},
        ["21:14: revised without added. Write added: the day it joined the list."],
    ),
    (
        {"added": "1517961600"},
        ["21:12: '1517961600' is not a date. Write for example added: \"2026-11-23\"."],
    ),
    (
        {"added": "in May", "revised": "2026-11-22"},
        ["21:12: 'in May' is not a date. Write for example added: \"2026-11-23\"."],
    ),
    (
        {"added": "2026-11-23", "revised": "later"},
        ["22:14: 'later' is not a date. Write for example revised: \"2026-11-24\"."],
    ),
]


@pytest.mark.parametrize(("keys", "expected"), DAYS)
def test_days_follow_one_another(keys: dict[str, Any], expected: list[str]) -> None:
    """Revised is not before added and not without it; a day that is none is one problem."""
    assert messages(source(entry("first", **keys))) == expected
