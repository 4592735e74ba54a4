"""One lenient reading of a catalogue, which every rule shares: each value, or none, with its path.

Rules ask it for values and never for shapes, so that a paper with a mistake elsewhere still takes part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from readinglist.arxiv.snapshot import Seen
from readinglist.problems import Path, Problem, Words
from readinglist.source.document import Document
from readinglist.source.prose import Prose


class Value:
    """A value that may be missing or of another shape than was asked for, with its path."""

    __slots__ = ("data", "path", "reading")

    def __init__(self, reading: Reading, path: Path, data: Any) -> None:
        self.reading, self.path, self.data = reading, path, data

    def __getitem__(self, key: str) -> Value:
        """The value of a key; one that is missing where there is no such key."""
        data = self.data.get(key) if isinstance(self.data, dict) else None
        return Value(self.reading, (*self.path, key), data)

    def __iter__(self) -> Iterator[Value]:
        """The items of a list; none where it is not one."""
        for index, item in enumerate(self.data if isinstance(self.data, list) else ()):
            yield Value(self.reading, (*self.path, index), item)

    @property
    def exists(self) -> bool:
        """Whether something is written there, sound or not, be it under a misspelt key."""
        return self.path in self.reading.document.spans or self.refused

    @property
    def refused(self) -> bool:
        """Whether its type refused the value, which is a problem already."""
        return self.path in self.reading.refused

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return isinstance(self.data, dict)

    @property
    def text(self) -> str:
        """The text, whatever it says; empty where there is none."""
        return self.data if isinstance(self.data, str) else ""

    @property
    def number(self) -> int | None:
        """The number, where its type takes it."""
        return self.data if type(self.data) is int and not self.refused else None

    @property
    def day(self) -> date | None:
        """The date, where its type takes it."""
        return _day(self.text) if self.text and not self.refused else None

    @property
    def line(self) -> int:
        """The line, from 1, on which it begins."""
        return self.reading.document.line(self.path)

    def texts(self, *keys: str) -> Iterator[Value]:
        """Every text that the keys lead to, through each item of every list on the way."""
        if isinstance(self.data, list):
            for item in self:
                yield from item.texts(*keys)
        elif keys:
            yield from self[keys[0]].texts(*keys[1:])
        elif self.text:
            yield self

    def problem(self, message: str, fix: str = "", *, key: bool = False, notice: bool = False) -> Problem:
        """A problem at the value (at its key), or at what should hold it."""
        return self.reading.document.problem(self.path, message, fix, key=key, notice=notice)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True)
class Reading:
    """All that there is to judge: a catalogue, the pages beside it, and what arXiv said at the last sync.

    `refused` are the paths of values that their types refuse, `generated` the addresses of the pages
    that are made from the catalogue, those of the papers aside.
    """

    document: Document
    refused: Collection[Path] = frozenset()
    prose: Prose = field(default_factory=lambda: Prose("", {}))
    record: Mapping[str, Seen] = field(default_factory=dict)
    generated: Collection[str] = ()

    def __getitem__(self, key: str) -> Value:
        """The value of a key of the catalogue."""
        return Value(self, (), self.document.data)[key]

    @cached_property
    def papers(self) -> Sequence[Value]:
        """Every item of the list of papers, whatever it holds."""
        return tuple(self["papers"])

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The index of each paper id in the list; the first where an id is listed twice."""
        ids = [(paper["id"].text, place) for place, paper in enumerate(self.papers)]
        return dict(reversed([(id, place) for id, place in ids if id]))

    @cached_property
    def ids(self) -> Words:
        """Every id of a paper."""
        return Words(self.places)

    @cached_property
    def ids_tell_apart(self) -> bool:
        """Whether papers can be named by their ids: there are some, and no two are the same."""
        return 0 < len(self.places) == sum(bool(paper["id"].text) for paper in self.papers)

    @cached_property
    def former(self) -> Mapping[str, str]:
        """The id of today by each former one."""
        return {
            alias.text: paper["id"].text
            for paper in self.papers
            for alias in paper.texts("aliases")
            if paper["id"].text
        }
