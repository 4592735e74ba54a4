"""Pages as trees."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

from mkdocs.config import load_config
from project import ROOT
from readinglist.text import tree


def written(page: str) -> str:
    """A page as XML."""
    return str(tostring(tree.of(page), "unicode"))


def test_it_is_what_the_engine_makes_of_a_page() -> None:
    """Front matter is left out; lists, attributes and formulas are there, and all of it is XML."""
    page = "---\ntitle: T\n---\n\n## Words & *more*\n\nA<br>\nB &nbsp; [link](x.md){ .rl-ref }\n"
    assert written(page) == (
        '<section><h2 id="words-more">Words &amp; <em>more</em></h2>\n<p>A<br />\nB \xa0 '
        '<a class="rl-ref" href="x.md">link</a></p></section>'
    )


def test_names_are_those_that_xml_has() -> None:
    """An attribute without a value has an empty one, SVG its capitals, and the roots of SVG and MathML say what they are."""
    page = '<div hidden><svg viewBox="0 0 1 1"><path d="M0 0"/></svg> <math><mi>x</mi></math></div>'
    assert written(page) == (
        '<section><div hidden=""><svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path d="M0 0" /></svg> '
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></div></section>'
    )


def test_the_extensions_are_those_of_the_site() -> None:
    """A page means the same in the book as on the site."""
    # The link at each heading and its look are the site's own.
    configured = load_config(str(ROOT / "mkdocs.yml")).markdown_extensions
    assert set(tree.EXTENSIONS) <= set(configured)
    assert set(configured) - set(tree.EXTENSIONS) <= {"fenced_code"}
