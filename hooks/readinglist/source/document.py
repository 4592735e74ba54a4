"""A YAML file as plain data in which every value knows its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from readinglist.problems import Path, Places, Problem, written

# A tag up to its first space, an entity, a word or a command of TeX, a sign.
_WORD = re.compile(r"<[^\s<>]*>?|&[^\s;]*;|\\?\w+|.", re.DOTALL)


class Mark(Protocol):
    """A place in the text: offset, line and column, each from 0."""

    index: int
    line: int
    column: int


class Span(NamedTuple):
    """Where a value stands, and the key before it where it has one."""

    start: Mark
    end: Mark
    key: Mark | None = None


@dataclass
class Document:
    """The plain data of one YAML file, the place of every value, and what was wrong in reading it."""

    file: str
    text: str
    data: Any = None
    spans: dict[Path, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _likes: dict[tuple[Path, str], Sequence[int]] = field(default_factory=dict, repr=False)

    def problem(
        self,
        path: Path,
        message: str,
        fix: str = "",
        *,
        at: int | None = None,
        key: bool = False,
        notice: bool = False,
    ) -> Problem:
        """A problem at the value of `path` (at its key, at an offset of its text), or at what holds it."""
        line, column = self._place(self.known(path), at, key)
        return Problem(self.file, line, column, written(path), message, fix, notice)

    def known(self, path: Path) -> Path:
        """The way along a path as far as the document has it."""
        while path and path not in self.spans:
            path = path[:-1]
        return path

    def value(self, path: Path) -> Any:
        """The value at a path that the document has."""
        data = self.data
        for step in path:
            data = data[step]
        return data

    def _place(self, path: Path, at: int | None, key: bool) -> tuple[int, int]:
        if (span := self.spans.get(path)) is None:
            return 1, 1
        if at is not None and (found := self._within(path, span, at)) is not None:
            return self.place(found)
        return self.place((span.key if key and span.key else span.start).index)

    def _within(self, path: Path, span: Span, at: int) -> int | None:
        """Where what begins at an offset of a text is written; none where it is written in another way."""
        value = self.value(path)
        if not (word := _WORD.match(value, at)):
            return None
        if (path, word[0]) not in self._likes:
            likes = re.finditer(re.escape(word[0]), self.text[span.start.index : span.end.index])
            self._likes[path, word[0]] = [span.start.index + like.start() for like in likes]
        likes_before = value.count(word[0], 0, at)
        return next(iter(self._likes[path, word[0]][likes_before:]), None)

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset; YAML's own marks may lie beyond the last line."""
        return self._places.of(min(at, self._end))

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    @cached_property
    def _end(self) -> int:
        return len(self.text.rstrip())

    def line(self, path: Path) -> int:
        """The line, from 1, on which the value of `path` begins."""
        return int(self.spans[path].start.line) + 1
