"""What a link to a page shows where people share it: Open Graph, which Twitter and its like read too."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from readinglist import addresses
from readinglist.exports import sharing_card
from readinglist.model.edition import Edition
from readinglist.pages.bylines import by_line
from readinglist.text.escaping import plain


def metas(edition: Edition, uri: str, title: str, description: str, drawn: bool) -> str:
    """The elements for the head of a page, whose title and description are plain words.

    The card is named only where it was `drawn` and the site knows its own address, as a whole one is needed.
    """
    named = [*_words(edition, uri, title, description)]
    named += _card(edition, uri) if drawn and edition.site_url else [("twitter:card", "summary")]
    return "\n".join(_meta(name, content) for name, content in named if content)


def _meta(name: str, content: str) -> str:
    kind = "name" if name.startswith("twitter:") else "property"
    return f'<meta {kind}="{name}" content="{escape(content)}">'


def _words(edition: Edition, uri: str, title: str, description: str) -> Iterator[tuple[str, str]]:
    yield "og:type", "article" if _paper(edition, uri) else "website"
    yield "og:site_name", plain(edition.catalogue.title)
    yield "og:title", title
    yield "og:description", description
    yield "og:url", addresses.absolute(edition.site_url, addresses.published(uri))


def _card(edition: Edition, uri: str) -> Iterator[tuple[str, str]]:
    id = _paper(edition, uri)
    card = addresses.of_paper_file(id, addresses.CARD) if id else addresses.CARD_OF_LIST
    yield "og:image", addresses.absolute(edition.site_url, card)
    yield "og:image:type", "image/png"
    yield "og:image:width", str(sharing_card.WIDTH)
    yield "og:image:height", str(sharing_card.HEIGHT)
    yield "og:image:alt", _shown(edition, id)
    yield "twitter:card", "summary_large_image"


def _paper(edition: Edition, uri: str) -> str:
    """The id of the paper that a page is about; empty where it is about none of the list."""
    id = addresses.paper_at(uri)
    return id if id in edition.catalogue.numbers else ""


def _shown(edition: Edition, id: str) -> str:
    """The words on a card, for those who do not see it."""
    catalogue = edition.catalogue
    if not id:
        return f"{plain(catalogue.title)}: {plain(catalogue.description)}"
    paper, number = catalogue.paper(id), catalogue.numbers[id]
    place = f"Number {number} of {len(catalogue.papers)}"
    return f"{place}: {plain(paper.title)}. {plain(by_line(paper))}, {paper.year}."


def cards(edition: Edition) -> Iterator[tuple[str, str]]:
    """The address of each card, and the card as SVG; none where no page could name it."""
    if not edition.site_url:
        return
    yield addresses.CARD_OF_LIST, sharing_card.of_list(edition.catalogue)
    for paper in edition.catalogue.papers:
        at = addresses.of_paper_file(paper.id, addresses.CARD)
        yield at, sharing_card.of_paper(edition.catalogue, paper)
