"""The colour of a topic, the same wherever it is shown."""

from __future__ import annotations

from readinglist.model.catalogue import Catalogue

HUES = 12
"""Colours that the style sheet has; of more topics, the thirteenth has the first again."""


def hue(catalogue: Catalogue, topic: str) -> int:
    """The number of a topic's colour in the style sheet, from 1, by its place in the vocabulary."""
    place = next(place for place, known in enumerate(catalogue.topics) if known.id == topic)
    return place % HUES + 1
