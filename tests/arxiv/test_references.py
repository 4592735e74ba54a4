"""What people paste as a reference to a paper."""

from __future__ import annotations

import pytest
from readinglist.arxiv.record import reference
from readinglist.problems import Refused

REFERENCES = [
    ("2305.18290", "2305.18290"),
    (" arXiv:2305.18290v3 ", "2305.18290"),
    ("https://arxiv.org/abs/2305.18290", "2305.18290"),
    ("http://www.arxiv.org/pdf/2305.18290v2.pdf", "2305.18290"),
    ("https://arxiv.org/html/2305.18290v1#S2", "2305.18290"),
    ("https://export.arxiv.org/abs/hep-th/9901001v2?context=x", "hep-th/9901001"),
    ("hep-th/9901001", "hep-th/9901001"),
    ("math.GT/0309136", "math.GT/0309136"),
    ("arxiv.org/abs/1412.6980", "1412.6980"),
    ("arXiv:2305.18290v3 [cs.LG] 29 Jul 2024", "2305.18290"),
    ("arXiv:hep-th/9901001v2 [hep-th] 1 Jan 1999", "hep-th/9901001"),
    ("10.48550/arXiv.2305.18290", "2305.18290"),
    ("https://doi.org/10.48550/arXiv.2305.18290", "2305.18290"),
    ("https://huggingface.co/papers/2305.18290", "2305.18290"),
    ("https://www.alphaxiv.org/abs/2305.18290v2", "2305.18290"),
    ("https://ar5iv.labs.arxiv.org/html/2305.18290", "2305.18290"),
    ("https://ar5iv.org/abs/2305.18290", "2305.18290"),
    ("https://scirate.com/arxiv/2305.18290", "2305.18290"),
    ("https://arxiv.org/abs//2305.18290", "2305.18290"),
    ("<https://arxiv.org/abs/2305.18290>.", "2305.18290"),
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_references(text: str, expected: str) -> None:
    """An id or an address, with or without version, new or old, is the id."""
    assert reference(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "labyrinth",
        "2305.1829",
        "1412.69800",
        "https://example.org/abs/2305.18290",
        "2305.182901",
        "2313.18290",
        "https://notarxiv.org/abs/2305.18290",
        "https://huggingface.co/models/2305.18290",
        "2305.18290 and 2305.18291",
    ],
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    """Anything else is refused with an example."""
    with pytest.raises(Refused, match="is not a paper on arXiv"):
        reference(text)
