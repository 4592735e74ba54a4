"""Nothing that runs gets past the last look."""

from __future__ import annotations

import pytest
from readinglist import guard

ACTIVE = [
    "<script>alert(1)</script>",
    "<p onclick=alert(1)>x</p>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<iframe src="https://example.org"></iframe>',
    "<svg><a xlink:href='javascript:x'>y</a></svg>",
    '<img srcdoc="x">',
    "<style>p{}</style>",
]


@pytest.mark.parametrize("html", ACTIVE)
def test_active_content_is_found(html: str) -> None:
    """Each way to run something is named."""
    assert guard.active_content(f"<p>fine</p>{html}")


def test_a_page_of_words_is_let_through() -> None:
    """Links, anchors, pictures, folds and formulas are no danger."""
    html = (
        '<h1 id="a">A<a class="headerlink" href="#a">#</a></h1><p><a href="../b/#c">b</a> '
        '<a href="https://example.org">x</a> <a href="mailto:a@b.org">m</a> <img src="x.png" alt="x">'
        "<math><mi>x</mi></math></p><details><summary>s</summary></details>"
    )
    assert guard.active_content(html) == ""
