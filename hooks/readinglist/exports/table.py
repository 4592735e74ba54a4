"""The catalogue for other programs: tables of the files that are published beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from readinglist import addresses
from readinglist.citations.formats import FORMATS, Writer
from readinglist.exports import crawlers, data, feed, reader_data, twins
from readinglist.exports.search_index import search_json
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper

Export = Callable[[Edition], str | bytes]


def _of_all(write: Writer) -> Export:
    return lambda edition: write(edition.catalogue.papers)


def _of_some(write: Writer) -> Callable[[Edition, Sequence[Paper]], str]:
    return lambda _, papers: write(papers)


def _of_one(write: Writer) -> Callable[[Edition, Paper], str]:
    return lambda _, paper: write([paper])


EXPORTS: Mapping[str, Export] = {
    "catalogue.json": data.catalogue_json,
    data.SCHEMA: lambda edition: data.schema_json(),
    reader_data.ADDRESS: lambda edition: reader_data.dumped(edition.catalogue),
    feed.ADDRESS: feed.atom,
    "llms.txt": twins.llms,
    "assets/reader/search.json": search_json,
    "robots.txt": crawlers.robots,
    crawlers.SITEMAP: crawlers.sitemap,
    **{addresses.references(ending): _of_all(write) for ending, write in FORMATS.items()},
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
    **{addresses.own_references(ending): _of_one(write) for ending, write in FORMATS.items()},
}
"""The same for the files of each paper, by how their address ends: what follows `papers/ID`."""

SELECTION_EXPORTS: Mapping[str, Callable[[Edition, Sequence[Paper]], str | bytes]] = {
    ending: _of_some(write) for ending, write in FORMATS.items()
}
"""The same for the papers of each track and topic, in order, by how their address ends."""


def exported(edition: Edition) -> Mapping[str, Export]:
    """The files that an edition has."""
    return {uri: make for uri, make in EXPORTS.items() if _CONDITIONS.get(uri, bool)(edition)}


def always() -> frozenset[str]:
    """The addresses of the files that every edition has, so that prose can link to them."""
    return frozenset(EXPORTS.keys() - _CONDITIONS.keys())
