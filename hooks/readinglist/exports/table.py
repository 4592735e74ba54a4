"""The catalogue for other programs: one table of files that are published beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readinglist.exports.reader_data import catalogue_json
from readinglist.exports.search_index import search_json
from readinglist.model.edition import Edition

EXPORTS: Mapping[str, Callable[[Edition], str | bytes]] = {
    "catalogue.json": lambda edition: catalogue_json(edition.catalogue),
    "search.json": search_json,
}
"""What makes the content of each file, by its address."""
