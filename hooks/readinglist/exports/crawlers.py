"""What crawlers read: which pages there are, since when they are as they are, and that all may be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from readinglist import addresses
from readinglist.model.edition import Edition
from readinglist.pages.table import PAGES, needed_by

SITEMAP = "sitemap.xml"
_BY_HAND = frozenset({"about.md", "glossary.md", "reading.md"})
"""Pages of the table that say little of the papers: nobody noted when they changed."""


def sitemap(edition: Edition) -> str:
    """Every page of the site for crawlers, each with the day of its last change if known."""
    pages = "".join(_page(edition, uri, changed) for uri, changed in dated(edition))
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{pages}</urlset>\n'


def dated(edition: Edition) -> Iterator[tuple[str, date | None]]:
    """The Markdown file of every page, with the day of its last change if known."""
    catalogue = edition.catalogue
    for uri in needed_by(edition):
        yield uri, None if uri in _BY_HAND else catalogue.changed
    for paper in catalogue.papers:
        yield paper.uri, paper.changed
    for uri in sorted(edition.prose):
        if uri not in PAGES and not addresses.of_papers(uri):
            yield uri, None


def _page(edition: Edition, uri: str, changed: date | None) -> str:
    address = addresses.absolute(edition.site_url, addresses.published(uri))
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"  <url><loc>{escape(address)}</loc>{day}</url>\n"


def robots(edition: Edition) -> str:
    """Leave for every crawler to read every page, and where the sitemap is if the site has an address."""
    at = addresses.absolute(edition.site_url, SITEMAP)
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {at}\n" if at else "")
