"""The catalogue for other programs: tables of the files that are published beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readinglist.exports import crawlers, data, reader_data
from readinglist.exports.search_index import search_json
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper

Export = Callable[[Edition], str | bytes]

EXPORTS: Mapping[str, Export] = {
    "catalogue.json": data.catalogue_json,
    data.SCHEMA: lambda edition: data.schema_json(),
    reader_data.ADDRESS: lambda edition: reader_data.dumped(edition.catalogue),
    "search.json": search_json,
    "robots.txt": crawlers.robots,
    crawlers.SITEMAP: crawlers.sitemap,
}
"""What makes the content of each file, by its address."""

_ADDRESSED = frozenset({crawlers.SITEMAP})
"""Those that hold whole addresses: there are none of them where nobody said where the site is published."""

PAPER_EXPORTS: Mapping[str, Callable[[Edition, Paper], str | bytes]] = {
    ".json": data.paper_json,
}
"""The same for the files of each paper, by how their address ends: what follows `papers/ID`."""


def exported(edition: Edition) -> Mapping[str, Export]:
    """The files that an edition has."""
    return {uri: make for uri, make in EXPORTS.items() if edition.site_url or uri not in _ADDRESSED}
