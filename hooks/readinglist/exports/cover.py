"""The cover of the book, as SVG: the title, and a bar for each paper, as long as it takes to read."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement

from readinglist.model.catalogue import Catalogue
from readinglist.pages.hues import hue
from readinglist.text.escaping import plain
from readinglist.text.tree import XMLNS

PAPER, INK, FADED, ACCENT = "#fbf7ee", "#2a2521", "#655b50", "#8c2f1c"
HUES = (
    *("#0b6e99", "#8a5a00", "#6b4fa0", "#1f7a4d", "#b03a5b", "#44617b"),
    *("#b45000", "#5d6b1f", "#68111c", "#1d2a84", "#05441d", "#631b72"),
)
"""The colours of topics on light paper, as the style sheet of the site has them."""
WIDTH, HEIGHT, _MARGIN = 1600, 2400, 160
_BARS, _BOTTOM, _THICKEST = 1130, 2240, 30


def page(catalogue: Catalogue) -> Element:
    """The picture as the first page of the book."""
    section = Element("section", {"class": "rl-cover"})
    section.append(drawn(catalogue))
    return section


def drawn(catalogue: Catalogue) -> Element:
    """The picture; the faces that it names are those of the book."""
    title, about = plain(catalogue.title), plain(catalogue.description)
    svg = Element(
        "svg",
        {
            "xmlns": XMLNS["svg"],
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "role": "img",
            "font-family": "Literata, Georgia, serif",
        },
    )
    SubElement(svg, "title").text = title
    SubElement(svg, "rect", {"width": str(WIDTH), "height": str(HEIGHT), "fill": PAPER})
    end = _text(svg, title, 330, size=132, most=19, fill=INK)
    _text(svg, about, end + 60, size=50, most=52, fill=FADED)
    for bar in bars(catalogue, _MARGIN, _BARS, WIDTH - 2 * _MARGIN, _BOTTOM - _BARS):
        svg.append(bar)
    return svg


def _text(svg: Element, words: str, y: float, size: int, most: int, fill: str) -> float:
    """Lines of text below each other; gives the place of a further one."""
    for line in wrap(words, most):
        place = {"x": str(_MARGIN), "y": f"{y:g}", "font-size": str(size), "fill": fill}
        SubElement(svg, "text", place).text = line
        y += size * 1.25
    return y


def bars(catalogue: Catalogue, x: float, y: float, wide: float, high: float) -> Iterator[Element]:
    """A bar for each paper in the colour of its first topic, all within a box."""
    papers = catalogue.papers
    longest = max(paper.minutes for paper in papers)
    step = high / len(papers)
    thick = min(step * 0.6, _THICKEST)
    for number, paper in enumerate(papers):
        yield Element(
            "rect",
            {
                "x": f"{x:g}",
                "y": f"{y + number * step:.1f}",
                "width": f"{wide * paper.minutes / longest:.1f}",
                "height": f"{thick:.1f}",
                "fill": HUES[hue(catalogue, paper.topics[0]) - 1],
            },
        )
