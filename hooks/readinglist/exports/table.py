"""The catalogue for other programs: tables of the files that are published beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readinglist.exports import crawlers, data, feed, reader_data, twins
from readinglist.exports.search_index import search_json
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper

Export = Callable[[Edition], str | bytes]

EXPORTS: Mapping[str, Export] = {
    "catalogue.json": data.catalogue_json,
    data.SCHEMA: lambda edition: data.schema_json(),
    reader_data.ADDRESS: lambda edition: reader_data.dumped(edition.catalogue),
    feed.ADDRESS: feed.atom,
    "llms.txt": twins.llms,
    "search.json": search_json,
    "robots.txt": crawlers.robots,
    crawlers.SITEMAP: crawlers.sitemap,
}
"""What makes the content of each file, by its address."""

_CONDITIONS: Mapping[str, Callable[[Edition], bool]] = {
    crawlers.SITEMAP: lambda edition: bool(edition.site_url),
    feed.ADDRESS: feed.is_made,
}
"""What some need, such as to know where the site is published: whether an edition has it."""

PAPER_EXPORTS: Mapping[str, Callable[[Edition, Paper], str | bytes]] = {
    ".json": data.paper_json,
    ".md": twins.of_paper,
}
"""The same for the files of each paper, by how their address ends: what follows `papers/ID`."""


def exported(edition: Edition) -> Mapping[str, Export]:
    """The files that an edition has."""
    return {uri: make for uri, make in EXPORTS.items() if _CONDITIONS.get(uri, bool)(edition)}


def always() -> frozenset[str]:
    """The addresses of the files that every edition has, so that prose can link to them."""
    return frozenset(EXPORTS.keys() - _CONDITIONS.keys())
