"""The chapters of the book: pages of the site as they are read away from it, by their own addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from readinglist import addresses
from readinglist.exports import unfolding
from readinglist.model.edition import Edition
from readinglist.pages import glossary
from readinglist.pages.table import PAGES, needed_by, paper_page
from readinglist.text import markdown, tree
from readinglist.text.escaping import plain

FIRST = addresses.HOME
"""The chapter that has the whole list at a glance."""
ABOUT = "about.md"
_BEFORE, _AFTER = ("tracks.md",), (glossary.URI, addresses.NOTATION, ABOUT)
"""What stands before the papers, and what behind them."""
START = "start"
"""The id at which every chapter begins."""


@dataclass(frozen=True)
class Chapter:
    """A part of the book: `uri` is the page that it is made of, `title` is plain words.

    `number` is that of its paper, 0 where it is about none.
    """

    uri: str
    title: str
    body: Element
    number: int = 0

    @property
    def label(self) -> str:
        """Its title as the contents have it."""
        return f"{self.number}. {self.title}" if self.number else self.title

    @property
    def name(self) -> str:
        """Its address without an ending, from the root of the book."""
        return self.uri.removesuffix(".md")

    @property
    def file(self) -> str:
        """Its file in the book."""
        return f"{self.name}.xhtml"

    @property
    def sections(self) -> Iterator[Element]:
        """The headings of its sections."""
        return (heading for heading in self.body.iter("h2") if heading.get("id"))


def chapters(edition: Edition) -> Iterator[Chapter]:
    """Every chapter in order, made one at a time, with links that lead within the book where they can."""
    catalogue, inside = edition.catalogue, uris(edition)
    for uri in inside:
        body = unfolding.unfolded(tree.of(_page(edition, uri)))
        body.set("id", START)
        _lead(body, uri, inside, edition.site_url)
        number = catalogue.numbers.get(addresses.paper_at(uri), 0)
        title = plain(catalogue.papers[number - 1].label) if number else words(next(body.iter("h1")))
        yield Chapter(uri, title, body, number)


def uris(edition: Edition) -> tuple[str, ...]:
    """The pages that the book is made of, in its order."""
    written = {uri for uri in needed_by(edition) if uri != ABOUT or uri in edition.prose}
    papers = (paper.uri for paper in edition.catalogue.papers)
    before, after = ((uri for uri in some if uri in written) for some in (_BEFORE, _AFTER))
    return (FIRST, *before, *papers, *after)


def _page(edition: Edition, uri: str) -> str:
    """The Markdown of a page; that of the first is made for paper, behind the introduction of home."""
    id = addresses.paper_at(uri)
    if id:
        return paper_page(edition, edition.catalogue.paper(id))
    page = PAGES["print.md" if uri == FIRST else uri]
    return page(edition, markdown.rendered(edition.prose.get(uri, ""), edition.catalogue.language).strip())


def _lead(body: Element, uri: str, inside: Collection[str], site_url: str) -> None:
    """Turns links to pages into links to chapters; what is not in the book leads to the site, or nowhere."""
    for link in body.iter("a"):
        target = _led(link.attrib.pop("href", ""), uri, inside, site_url)
        if target:
            link.set("href", target)
        else:
            link.tag = "span"


def _led(href: str, uri: str, inside: Collection[str], site_url: str) -> str:
    page, path = addresses.from_page(uri, href), addresses.path(href)
    rest = href[len(path) :]
    if not page:
        return href
    if page in inside and not rest.startswith("?"):
        return path.removesuffix(".md") + ".xhtml" + rest
    published = addresses.published(page) if page.endswith(".md") else page
    return addresses.absolute(site_url, published) + rest if site_url else ""


def words(element: Element) -> str:
    """What an element says, in one line."""
    return " ".join("".join(element.itertext()).split())
