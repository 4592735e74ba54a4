"""A YAML file as plain data in which every value knows its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, Protocol

from readinglist.problems import Path, Places, Problem, written


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
        known = path
        while known and known not in self.spans:
            known = known[:-1]
        line, column = self._place(self.spans.get(known), snippet, nth, key)
        return Problem(self.file, line, column, written(path), message, fix, notice)

    def _place(self, span: Span | None, snippet: str, nth: int, key: bool) -> tuple[int, int]:
        if span is None:
            return 1, 1
        if snippet:
            # A folded text may break its lines within the snippet.
            words = re.compile(r"\s+".join(map(re.escape, snippet.split())) or re.escape(snippet))
            likes = words.finditer(self.text, span.start.index, span.end.index)
            if found := next(islice(likes, nth, None), None):
                return self.place(found.start())
        return self.place((span.key if key and span.key else span.start).index)

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
