"""A page as the tree of elements that the engine makes of its Markdown, for what is no website.

Names are those of HTML, SVG and MathML without namespaces; `XMLNS` says which element opens which.
"""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from markdown import Markdown

from readinglist.text import allowed, anchors, blocks

EXTENSIONS = (
    *("attr_list", "admonition", "def_list", "md_in_html", "sane_lists", "tables", "toc"),
    *("pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"),
)
"""The engine's extensions, as in `mkdocs.yml`."""
XMLNS = {
    "html": "http://www.w3.org/1999/xhtml",
    "math": "http://www.w3.org/1998/Math/MathML",
    "svg": "http://www.w3.org/2000/svg",
}
"""The namespace of an element, and of all in it."""

_VOID = allowed.names("br col hr img input source wbr")
# HTML knows no capitals, SVG does.
_NAMES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}


def of(page: str) -> Element:
    """The text of a page, as a `section` around what stands in it; front matter is left out."""
    engine = Markdown(extensions=EXTENSIONS, extension_configs={"toc": {"slugify": anchors.slug}})
    parser = _Parser()
    parser.feed(engine.convert(blocks.FRONT.sub("", page)))
    return parser.closed()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._builder.start("section", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {_NAMES.get(name, name): value or "" for name, value in attrs}
        if tag in XMLNS:
            attributes["xmlns"] = XMLNS[tag]
        self._builder.start(tag, attributes)
        if tag in _VOID:
            self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        self._builder.data(data)

    def closed(self) -> Element:
        """The tree, once all was read."""
        self.close()
        self._builder.end("section")
        return self._builder.close()
