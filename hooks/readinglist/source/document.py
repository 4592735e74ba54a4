"""A YAML file as plain data in which every value knows its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from readinglist.problems import Path, Problem, line_and_column, written


class Mark(Protocol):
    """A place in the text: offset, line and column, each from 0."""

    index: int
    line: int
    column: int


@dataclass(frozen=True)
class Span:
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
    _found: dict[tuple[Path, str], Sequence[int]] = field(default_factory=dict, repr=False)

    def problem(
        self,
        path: Path,
        message: str,
        fix: str = "",
        *,
        snippet: str = "",
        nth: int = 0,
        key: bool = False,
        notice: bool = False,
    ) -> Problem:
        """A problem at the value of `path` (at its key, at a snippet within it), or at what holds it."""
        line, column = self._place(self.known(path), snippet, nth, key)
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

    def _place(self, path: Path, snippet: str, nth: int, key: bool) -> tuple[int, int]:
        if (span := self.spans.get(path)) is None:
            return 1, 1
        likes = self._likes(path, span, snippet) if snippet else ()
        if nth < len(likes):
            return self.place(likes[nth])
        return self.place((span.key if key and span.key else span.start).index)

    def _likes(self, path: Path, span: Span, snippet: str) -> Sequence[int]:
        """The offsets of a snippet within a value, looked for once however many are asked for."""
        if (path, snippet) not in self._found:
            # A folded text may break its lines within the snippet.
            words = re.compile(r"\s+".join(map(re.escape, snippet.split())) or re.escape(snippet))
            likes = words.finditer(self.text, span.start.index, span.end.index)
            self._found[path, snippet] = [like.start() for like in likes]
        return self._found[path, snippet]

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset; YAML's own marks may lie beyond the last line."""
        return line_and_column(self.text, min(at, self._end))

    @cached_property
    def _end(self) -> int:
        return len(self.text.rstrip())

    def line(self, path: Path) -> int:
        """The line, from 1, on which the value of `path` begins."""
        return int(self.spans[path].start.line) + 1
