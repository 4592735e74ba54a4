"""The one list of rules: everything that a catalogue and its pages keep, beyond the types of single values.

A rule is a generator of problems over the lenient reading. Its docstring says what must hold; the name of
its module says of what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from readinglist.checks import (
    arxiv_record,
    duplicates,
    pages,
    prerequisites,
    teaching,
    tracks,
    versions,
    vocabulary,
    words,
)
from readinglist.checks.lenient import Reading
from readinglist.problems import Problem

Rule = Callable[[Reading], Iterator[Problem]]

WITHIN: tuple[Rule, ...] = (
    versions.month,
    versions.year,
    versions.latest,
    versions.named,
    versions.revised,
    versions.sides,
    teaching.minutes,
    teaching.hurried,
    teaching.dated,
    teaching.sources,
    tracks.one_kind,
)
"""Rules on one entry at a time."""

ACROSS: tuple[Rule, ...] = (
    duplicates.unique,
    duplicates.unrepeated,
    duplicates.aliases,
    duplicates.beyond,
    vocabulary.known,
    arxiv_record.agrees,
    words.whole,
    words.settable,
    pages.sound,
    pages.drawings,
    pages.addresses,
    pages.figures,
)
"""Rules on the list as a whole, on the record of the last sync, and on the pages."""

REFERRING: tuple[Rule, ...] = (
    prerequisites.known,
    prerequisites.meanwhile,
    prerequisites.circles,
    tracks.steps,
    tracks.without,
    pages.notes,
    pages.links,
    pages.equations,
)
"""Rules on what names a paper by its id; where two share one, that slip comes first, alone."""
