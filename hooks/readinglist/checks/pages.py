"""Rules on the hand-written pages beside a catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.checks import folder, prose
from readinglist.checks import links as dangling
from readinglist.checks.lenient import Reading
from readinglist.problems import Problem


def sound(reading: Reading) -> Iterator[Problem]:
    """A page holds words, formulas and links that a theme can be trusted with."""
    return prose.problems(reading.prose, reading.generated)


def notes(reading: Reading) -> Iterator[Problem]:
    """Every page of notes belongs to a paper of the list."""
    return prose.orphans(reading.prose, reading.ids)


def links(reading: Reading) -> Iterator[Problem]:
    """A link to a page, a paper, a term of the glossary or a picture leads to one."""
    return dangling.dangling(reading.prose, reading.ids, reading.generated)


def drawings(reading: Reading) -> Iterator[Problem]:
    """Nothing in a drawing beside the pages can run or ask another host."""
    return folder.drawings(reading.prose)


def addresses(reading: Reading) -> Iterator[Problem]:
    """No two files have one address."""
    return folder.shared(reading.prose, reading.generated)
