"""Rules on the hand-written pages beside a catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.checks import drawings, prose
from readinglist.checks import equations as modules
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
    """A link to a paper or to a term of the glossary leads to one."""
    return dangling.dangling(reading.prose, reading.ids)


def figures(reading: Reading) -> Iterator[Problem]:
    """A picture in notes is laid in whole: a caption, a credit, two drawings and their numbers."""
    return drawings.incomplete(reading.prose)


def equations(reading: Reading) -> Iterator[Problem]:
    """The code of a paper's equations says what it reproduces, and why not where it does not."""
    return modules.unfit(reading.prose, reading.ids)
