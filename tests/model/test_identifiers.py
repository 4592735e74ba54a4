"""Identifiers are taken as they are or refused with what to write."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readinglist.model import identifiers
from readinglist.problems import Refused

TAKEN = [
    (identifiers.slug, "map-3"),
    (identifiers.slug, "a" * 64),
    (identifiers.arxiv_id, "1706.03762"),
    (identifiers.arxiv_id, "0704.0001"),
    (identifiers.arxiv_id, "1412.6980"),
    (identifiers.arxiv_id, "hep-th/9901001"),
    (identifiers.arxiv_id, "math.GT/0309136"),
    (identifiers.arxiv_category, "cs.CL"),
    (identifiers.arxiv_category, "hep-th"),
    (identifiers.arxiv_category, "cond-mat.stat-mech"),
    (identifiers.doi, "10.18653/v1/N19-1423"),
    (identifiers.doi, "10.1016/j.neucom.2023.127063"),
    (identifiers.doi, "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
    (identifiers.doi, "10.1175/1520-0469(1973)030<0377:TIOAFM>2.0.CO;2"),
    (identifiers.doi, "10.1000.10/123456"),
    (identifiers.language, "he"),
    (identifiers.language, "zh-Hant-TW"),
    (identifiers.https, "https://example.org/some-research/yarn"),
    (identifiers.https, "https://example.org/a?b=c&d=(e)#f"),
]

REFUSED = [
    (identifiers.slug, "MAP 3", "for example map-3"),
    (identifiers.slug, "a--b", "for example a-b"),
    (identifiers.slug, "", "lower-case letters"),
    (identifiers.slug, "a" * 65, "up to 64"),
    (identifiers.slug, "index", "another id"),
    (identifiers.slug, "README", "another id"),
    (identifiers.arxiv_id, "1706.03762v7", 'arxiv: "1706.03762"'),
    (identifiers.arxiv_id, "https://arxiv.org/abs/1706.03762", 'arxiv: "1706.03762"'),
    (identifiers.arxiv_id, "https://arxiv.org/pdf/2305.18290v3.pdf", 'arxiv: "2305.18290"'),
    (identifiers.arxiv_id, "arXiv:hep-th/9901001v2", 'arxiv: "hep-th/9901001"'),
    (identifiers.arxiv_id, "1706.3762", "five digits"),
    (identifiers.arxiv_id, "1412.06980", "four until 2014"),
    (identifiers.arxiv_id, "1713.03762", "four digits"),
    (identifiers.arxiv_category, "CL", "cs.CL"),
    (identifiers.doi, "https://doi.org/10.18653/v1/N19-1423", "10.18653/v1/N19-1423"),
    (identifiers.doi, "10.5555/3295222.3295349", "Leave doi out"),
    (identifiers.doi, "10.48550/arXiv.1706.03762", "Leave doi out"),
    (identifiers.doi, "none", "Write it as"),
    (identifiers.doi, "10.1000/a, 10.1000/b", "Write one of them: 10.1000/a"),
    (identifiers.doi, "10.1000/a.", "Write the DOI alone: 10.1000/a"),
    (identifiers.doi, r"10.1007/978_1\_2", "Write the DOI alone: 10.1007/978_1_2"),
    (identifiers.doi, "https://doi.org/10.1000/a%3C1%3E2", "Write the DOI alone: 10.1000/a<1>2"),
    (identifiers.language, "english", "as in en"),
    (identifiers.language, "EN", "as in en"),
    (identifiers.language, "", "as in en"),
    (
        identifiers.https,
        "https://bücher.example/a b?ö#é",
        "Write https://xn--bcher-kva.example/a%20b?%C3%B6#%C3%A9",
    ),
    (identifiers.https, "http://example.org/x", "https://example.org/x"),
    (identifiers.https, "javascript:alert(1)", "https://"),
    (identifiers.https, "//example.org", "https://"),
    (identifiers.https, "https://localhost/x", "https://"),
    (identifiers.https, "https://user@example.org/", "https://"),
    (identifiers.https, 'https://example.org/"onclick=x', "https://"),
    (identifiers.https, "https://example.org/ö", "Write https://example.org/%C3%B6"),
    (identifiers.https, "https://[example.org", "https://"),
]


@pytest.mark.parametrize(("check", "value"), TAKEN)
def test_a_sound_identifier_comes_back_unchanged(check: Callable[[str], str], value: str) -> None:
    """What is well formed is returned as it was given."""
    assert check(value) == value


@pytest.mark.parametrize(("check", "value", "fix"), REFUSED)
def test_a_bad_identifier_is_refused_with_its_fix(check: Callable[[str], str], value: str, fix: str) -> None:
    """What is not well formed is refused, and the fix says what to write."""
    with pytest.raises(Refused) as refused:
        check(value)
    assert fix in refused.value.fix


@pytest.mark.parametrize(
    ("value", "month"),
    [
        ("1706.03762", (2017, 6)),
        ("0704.0001", (2007, 4)),
        ("hep-th/9901001", (1999, 1)),
        ("math.GT/0309136", (2003, 9)),
    ],
)
def test_an_arxiv_id_reports_its_month(value: str, month: tuple[int, int]) -> None:
    """Both forms of the id carry the year and month in which it was given out."""
    assert identifiers.arxiv_month(value) == month


FIELDS = [
    ("10.1000/a", ["10.1000/a"]),
    ("10.1000/a, 10.1000/b", ["10.1000/a", "10.1000/b"]),
    ("doi:10.1000/a; https://dx.doi.org/10.1000/b and 10.1000/c.", ["10.1000/a", "10.1000/b", "10.1000/c"]),
    ("10.1000/a,b;c", ["10.1000/a,b;c"]),
    ("in press", []),
    ("", []),
]


@pytest.mark.parametrize(("field", "dois"), FIELDS)
def test_a_field_may_hold_several_dois(field: str, dois: list[str]) -> None:
    """Each is found whole, without what was written around it; a comma within one belongs to it."""
    assert [*identifiers.dois(field)] == dois


UNLIKE = [
    (identifiers.arxiv_id, "1802.03292 ", "'1802.03292' (with a space at its end)"),
    (identifiers.slug, " yarn", "'yarn' (with a space at its beginning)"),
    (identifiers.arxiv_category, "cs.\u00a0CL", "'cs. CL' (with U+00A0 NO-BREAK SPACE)"),
    (identifiers.arxiv_category, "\u0441s.CL", "(with U+0441 CYRILLIC SMALL LETTER ES)"),
    (identifiers.slug, "yarn\u200a", "(with U+200A HAIR SPACE)"),
]


@pytest.mark.parametrize(("check", "value", "named"), UNLIKE)
def test_what_looks_right_is_named(check: Callable[[str], str], value: str, named: str) -> None:
    """A sign that nobody sees, or that looks like another, is named in the message."""
    with pytest.raises(Refused) as refused:
        check(value)
    assert named in refused.value.message
