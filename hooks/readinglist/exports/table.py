"""The catalogue for other programs: tables of the files that are published beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readinglist.exports.reader_data import catalogue_json
from readinglist.exports.search_index import search_json
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper

EXPORTS: Mapping[str, Callable[[Edition], str | bytes]] = {
    "catalogue.json": lambda edition: catalogue_json(edition.catalogue),
    "search.json": search_json,
}
"""What makes the content of each file, by its address."""

PAPER_EXPORTS: Mapping[str, Callable[[Edition, Paper], str | bytes]] = {}
"""The same for the files of each paper, by how their address ends: what follows `papers/ID`."""
