"""Nothing that runs gets past the last look."""

from __future__ import annotations

import pytest
from readinglist.checks import front_matter
from readinglist.pages.safety import Frame
from readinglist.text import markup

FRAME = """<!doctype html>
<html lang="en"><head><title>Words</title><meta name="description" content="Words">
<link rel="next" href="x/"><script>run()</script></head>
<body><input id="__search" type="checkbox"><nav class="md-nav" aria-label="Words"><a href="x/" title="Words">Words</a></nav>
<div data-md-component="content"><article class="md-content__inner">{text}</article></div>{end}</body></html>"""
THEME = Frame.of([FRAME.format(text="", end="")])


def said(text: str, end: str = "", page: str = FRAME) -> list[str]:
    """What is wrong with a page that has a text, and something after it."""
    return [fault.message for fault in THEME.faults(page.format(text=text, end=end))]


ACTIVE = [
    "<script>alert(1)</script>",
    "<script>run()</script>",
    "<p onclick=alert(1)>x</p>",
    "<p title='x'onclick=alert(1)>x</p>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="java&Tab;script&colon;alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="http://other.example">x</a>',
    '<a ping="https://other.example" href="x">x</a>',
    '<iframe src="https://example.org"></iframe>',
    "<svg><a xlink:href='javascript:x'>y</a></svg>",
    '<img srcdoc="x">',
    "<style>p{}</style>",
    "<!--><img src=x onerror=alert(1)> -->",
    "<!DOCTYPE x>",
    "<?php x ?>",
    "<svg><a><animate attributeName=href values=javascript:x></a></svg>",
    "<svg><foreignObject><p>x</p></foreignObject></svg>",
    "<svg><title><img src=x></title></svg>",
    "<textarea>",
    '<p style="position:fixed">x</p>',
    '<math><mi style="background:url(//x.example)">x</mi></math>',
    '<math href="x"><mi>x</mi></math>',
    '<img src="https://other.example/x.png">',
    '<img srcset="x.png 1x, https://other.example/x.png 2x">',
    '<img src="//other.example/x.png">',
    '<a href="\\\\other.example">x</a>',
    '<table background="x.png"></table>',
    '<a class="md-consent__overlay">x</a>',
    '<div data-md-component="source"></div>',
    '<p id="__config">{}</p>',
    '<p id="__search">x</p>',
    '<p id="a">x</p><p id="a">x</p>',
    "<p>x",
    "</article><p>x</p><article>",
    "x < y <",
    "<p/>",
    '<p class="a" class="b">x</p>',
    "<div><article class='md-content__inner'></article></div>",
    '<form action="x"></form>',
    '<input type="password">',
    '<button type="submit">x</button>',
    '<meta http-equiv="refresh" content="0; url=x">',
    '<base href="https://other.example/">',
]


@pytest.mark.parametrize("html", ACTIVE)
def test_active_content_is_found(html: str) -> None:
    """Each way to run something, to ask another host, or to look like the theme is named."""
    assert said(f"<p>fine</p>{html}")


FOREIGN = [
    "<script>other()</script>",
    "<script src=x.js></script>",
    '<img src="x.png">',
    '<p class="words">x</p>',
    '<input id="__search" type="checkbox">',
    '<a href="javascript:x" title="Words">x</a>',
    '<a href="https://other.example" title="x" onclick=y>x</a>',
    '<div data-md-component="content"></div>',
    '<link rel="next" href="x/" as="script">',
]


@pytest.mark.parametrize("html", FOREIGN)
def test_what_is_not_the_themes_is_found_around_the_text(html: str) -> None:
    """A tag outside the text that the theme does not make, or makes only once, is named."""
    assert said("", html)


def test_the_head_is_looked_at() -> None:
    """A title that ends itself, and a description that breaks out of its attribute, are found."""
    assert said("", page=FRAME.replace("<title>Words", "<title>W</title><script>x()</script><title>"))
    assert said("", page=FRAME.replace('content="Words"', 'content="x" onload="y"'))
    assert not said("", page=FRAME.replace("Words", "Other &lt;words&gt;").replace('"x/"', '"../y/"'))


def test_a_page_of_words_is_let_through() -> None:
    """Links, anchors, pictures, folds, formulas and drawings are no danger."""
    assert not said(
        '<h1 id="a">A<a class="headerlink" href="#a">#</a></h1><p><a href="../b/#c">b</a> '
        '<a href="https://example.org">x</a> <a href="mailto:a@b.org">m</a> <img src="x.png" alt="x">'
        '<math><mi style="color:red;">x</mi></math></p><details><summary>s</summary></details>'
        '<table><tr><td style="text-align: right;">1</td></tr></table>'
        '<figure><svg viewBox="0 0 1 1" role="img"><title>T</title><path d="M0 0"/></svg></figure>'
        '<button type="button" popovertarget="p">x</button><div id="p" popover>y</div><input type="range" min="0">'
    )


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
    """Title, description and what to hide are what a page may say of itself."""
    meta = {
        "title": 'The "best"',
        "description": "A & b",
        "hide": ["toc"],
        "paper": "map-3",
    }
    assert front_matter.unfit(meta) == ""


@pytest.mark.parametrize(
    ("attribute", "fine"),
    [
        ('data-box="46 10 593 264"', True),
        ('data-x="0 51 linear"', True),
        ('data-control="map-3"', True),
        ('data-md-component="search"', False),
        ('data-reader="home"', True),  # on the list of what any element may have
        ('data-x="url(https://other.example)"', False),
        ('onload="x()"', False),
    ],
)
def test_a_picture_may_give_its_control_measures(attribute: str, fine: bool) -> None:
    """Numbers and words for a control are fine on a picture's root, and nothing that the theme acts on."""
    [tag] = markup.tags(f"<svg {attribute}></svg>")
    assert (list(markup.faults(tag)) == []) is fine
