"""The files of references to several papers, for links to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from readinglist import addresses
from readinglist.citations.formats import NAMES

_PLACES: Mapping[str, Callable[[str, str], str]] = {
    "list": lambda _, ending: addresses.references(ending),
    "track": addresses.of_track,
    "topic": addresses.of_topic,
}


def files(kind: Literal["list", "track", "topic"], id: str = "") -> Mapping[str, str]:
    """Where the references to the papers of the list, a track or a topic are, by the name of the format."""
    return {name: _PLACES[kind](id, ending) for ending, name in NAMES.items()}
