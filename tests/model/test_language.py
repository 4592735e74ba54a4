"""The language of a list, and the direction that it is written in."""

from __future__ import annotations

import pytest
from builders import catalogue, messages, source

DIRECTIONS = [
    ("en", "ltr"),
    ("he", "rtl"),
    ("ar-EG", "rtl"),
    ("zh-Hant", "ltr"),
    ("az-Arab", "rtl"),
    ("ur-Latn", "ltr"),
]


@pytest.mark.parametrize(("language", "direction"), DIRECTIONS)
def test_a_script_has_a_direction(language: str, direction: str) -> None:
    """That of its language, or of the script that it names."""
    assert catalogue(language=language).direction == direction


def test_a_list_is_in_english_where_it_says_nothing() -> None:
    """The key may be missing; a language that is none is reported."""
    assert catalogue().language == "en"
    [said] = messages(source(language="Hebrew"))
    assert "'Hebrew' is not the tag of a language. Write two or three lower-case letters" in said
