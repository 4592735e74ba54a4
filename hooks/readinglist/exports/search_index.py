"""The index of the site's search, which the reader's script loads with the first key."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from lunr.builder import Builder
from lunr.stop_word_filter import WORDS as STOP_WORDS

from readinglist.exports.search_places import FIELDS, Place, places
from readinglist.model.edition import Edition
from readinglist.text import folding

_WORDS = 40_000
"""Words of texts in the index of a long list, in which a reader finds names first of all."""


class PlaceData(TypedDict):
    """Where a result leads, from the site's root, and what it says of itself."""

    url: str
    title: str
    within: str
    teaser: str


class SearchData(TypedDict):
    """What the script folds typed words by, the places by number, and lunr's own index of them."""

    letters: Mapping[str, str]
    accents: str
    unspaced: str
    places: list[PlaceData]
    index: Mapping[str, object]


def search_json(edition: Edition) -> str:
    """Everything that the search needs to know of the site."""
    found = tuple(places(edition))
    data: SearchData = {
        "letters": folding.LETTERS,
        "accents": folding.ACCENTS,
        "unspaced": folding.UNSPACED,
        "places": [
            {"url": one.url, "title": one.title, "within": one.within, "teaser": one.teaser} for one in found
        ],
        "index": _index(found),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _index(found: Sequence[Place]) -> Mapping[str, object]:
    """Lunr's index of the places; of a long list each has a part of its text in it."""
    builder = Builder()
    for name, boost in FIELDS.items():
        builder.field(name, boost=boost)
    share = max(_WORDS // len(found), 20)
    for number, place in enumerate(found):
        told = [word for word in place.words.get("b", ()) if word not in STOP_WORDS]
        words = {**dict.fromkeys(FIELDS, ()), **place.words, "b": told[:share]}
        builder.add({"id": str(number), **words}, {"boost": place.weight})
    return _smaller(builder.build().serialize())


def _smaller(index: dict[str, Any]) -> Mapping[str, object]:
    """The index in less space, and in the order of JavaScript, which compares halves of characters."""
    vectors = [
        [ref, [round(number, 1) for number in vector]] for ref, vector in index["fieldVectors"] if vector
    ]
    words = sorted(index["invertedIndex"], key=lambda entry: entry[0].encode("utf-16-be"))
    return {**index, "fieldVectors": vectors, "invertedIndex": words}
