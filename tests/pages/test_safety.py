"""Nothing that runs gets past the last look."""

from __future__ import annotations

import pytest
from readinglist.checks import front_matter
from readinglist.pages import safety

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
    "<!--><img src=x onerror=alert(1)> -->",
    "<!DOCTYPE x>",
    "<?php x ?>",
    "<svg><a><animate attributeName=href values=javascript:x></a></svg>",
    "<textarea>",
    '<p style="position:fixed">x</p>',
    '<img src="https://other.example/x.png">',
    '<img src="//other.example/x.png">',
    '<a href="\\\\other.example">x</a>',
]


@pytest.mark.parametrize("html", ACTIVE)
def test_active_content_is_found(html: str) -> None:
    """Each way to run something is named."""
    assert safety.active_content(f"<p>fine</p>{html}")


def test_a_page_of_words_is_let_through() -> None:
    """Links, anchors, pictures, folds and formulas are no danger."""
    html = (
        '<h1 id="a">A<a class="headerlink" href="#a">#</a></h1><p><a href="../b/#c">b</a> '
        '<a href="https://example.org">x</a> <a href="mailto:a@b.org">m</a> <img src="x.png" alt="x">'
        '<math><mi style="color:red">x</mi></math></p><details><summary>s</summary></details>'
        '<table><tr><td style="text-align: right;">1</td></tr></table>'
    )
    assert safety.active_content(html) == ""


UNFIT = [
    {"template": "redirect.html", "location": "javascript:alert(1)"},
    {"title": ["<img src=x onerror=alert(1)>"]},
    {"title": "<b>x</b>"},
    {"description": 'x"><script>'},
    {"author": {"a": "b"}},
    {"hide": ["<b>"]},
]


@pytest.mark.parametrize("meta", UNFIT, ids=str)
def test_front_matter_that_a_theme_must_not_get(meta: dict[str, object]) -> None:
    """A key that steers the theme, and a value that is not plain text, are named."""
    assert front_matter.unfit(meta)


def test_plain_front_matter_is_let_through() -> None:
    """Title, description, what to hide and how to search are what a page may say of itself."""
    meta = {
        "title": 'The "best"',
        "description": "A & b",
        "hide": ["toc"],
        "search": {"exclude": True},
        "paper": "gpt-3",
    }
    assert front_matter.unfit(meta) == ""
