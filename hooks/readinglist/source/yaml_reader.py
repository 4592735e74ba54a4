"""YAML into plain data that remembers where each value stands.

Only the part of YAML that says what it means is read: no anchors, no tags, no second document, and
no scalar that YAML would bend (an unquoted arXiv id, a date, an octal) is guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

import yaml

from readinglist.problems import CannotOpen, Path, Problem, quoted, written
from readinglist.source import yaml_errors
from readinglist.source.document import Document, Mark, Span
from readinglist.text.characters import blanked, faulty, invisibles, named

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.resolver.Resolver()
_TAG = "tag:yaml.org,2002:"
_DEEPEST = 16
LARGEST = 32_000_000
"""Bytes of a catalogue."""
_PLAIN_INT = re.compile(r"-?(?:0|[1-9]\d{0,17})")


def read(file: File, name: str) -> Document:
    """The document in a file; raises `CannotOpen` where there is none, never for what is in it."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotOpen(f"{name} could not be opened: {reason}. Give the path of a catalogue.") from None
    return parse(raw, name)


def parse(raw: bytes, name: str) -> Document:
    """The document in the bytes of a file; every problem of its characters and of its YAML is kept in it."""
    if len(raw) > LARGEST:
        message = f"the file has {len(raw):,} bytes, and may have {LARGEST:,}"
        return Document(name, "", problems=[Problem(name, 1, 1, "", message, "Make lists of its parts")])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        begin = raw.rfind(b"\n", 0, error.start) + 1
        line, column = raw.count(b"\n", 0, begin) + 1, len(raw[begin : error.start].decode()) + 1
        message = f"the file is not UTF-8: byte 0x{raw[error.start]:02X}"
        return Document(
            name, "", problems=[Problem(name, line, column, "", message, "Save the file as UTF-8")]
        )
    document = Document(name, text.removeprefix("\ufeff"))
    document.problems.extend(_unseen(document))
    if conflict := re.search(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)", document.text, re.MULTILINE):
        place = document.place(conflict.start())
        document.problems = [Problem(name, *place, "", "a conflict that git left", "Keep one side of it")]
        return document
    # Read on past invisible characters, so that one run reports what else is wrong.
    clean, unread = blanked(document.text), bool(document.problems)
    try:
        _Builder(document).build(yaml.parse(clean, Loader=_Loader))
    except yaml.YAMLError as error:
        # Invisible characters are the likely cause; without them the error is the one problem to report.
        if not unread:
            at, message, fix = yaml_errors.explained(clean, error, _Loader)
            document.problems = [Problem(name, *document.place(at), "", message, fix)]
        document.data = None
    return document


def _unseen(document: Document) -> Iterator[Problem]:
    if "\r" in document.text and "\n" not in document.text:
        yield Problem(
            document.file, 1, 1, "", "line ends of a kind that YAML here does not take", "Save with LF"
        )
        return
    for at, character in invisibles(document.text):
        if character == "\t" and _in_comment(document.text, at):
            continue
        message, fix = faulty(character)
        message = f"{message}, which YAML does not take" if character == "\t" else message
        yield Problem(document.file, *document.place(at), "", message, fix)


def _in_comment(text: str, at: int) -> bool:
    """Whether an offset is behind the sign that begins a comment on its line."""
    return bool(_COMMENT.match(text[text.rfind("\n", 0, at) + 1 : at]))


# A quote opens text only where no word is before it: it may be an apostrophe.
_COMMENT = re.compile(
    r"""\s*\#|(?:(?<!\w)"(?:[^"\\]|\\.)*"|(?<!\w)'[^']*'|(?<=\w)["']|[^"'#]|(?<=\S)\#)*\s\#"""
)


class _Builder:
    """Builds data from YAML events, and notes each place and each problem on the way."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.spans = document.spans

    def build(self, events: Iterator[Any]) -> None:
        """Reads the first document; another one is a problem."""
        found = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and found:
                self._note(
                    event, (), "a second document begins here", "Keep one document: delete the line ---"
                )
                return
            if isinstance(event, yaml.NodeEvent):
                self.document.data, found = self._node(event, events, (), None), True
        if not found:
            self.document.problems.append(Problem(self.document.file, 1, 1, "", *yaml_errors.EMPTY))

    def _node(self, event: Any, events: Iterator[Any], path: Path, key: Mark | None) -> Any:
        self.spans[path] = Span(event.start_mark, event.end_mark, key)
        if isinstance(event, yaml.AliasEvent):
            self._note(event, path, f"a YAML alias, *{event.anchor}", "Write the value out")
            return _Bent()
        if event.anchor:
            self._note(event, path, f"a YAML anchor, &{event.anchor}", "Delete it, and write values out")
        if event.tag and event.tag != "!":
            self._note(
                event, path, f"a YAML tag, {event.tag.replace(_TAG, '!!')}", "Delete it; quote what is text"
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= _DEEPEST:
            self._note(event, path, "nested too deep", "Follow the format of the catalogue")
            return self._skip(event, events)
        mapping = isinstance(event, yaml.MappingStartEvent)
        return self._mapping(events, path) if mapping else self._sequence(events, path)

    def _skip(self, event: Any, events: Iterator[Any]) -> None:
        """Passes over a whole value without reading it."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def _sequence(self, events: Iterator[Any], path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*path, len(items)), None))
        self._close(path, event)
        return items

    def _mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        items: dict[str, Any] = {}
        run_on = False
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events, path)
            if key is None or key in items:
                # One message where a whole entry runs on into the next, not one for each of its keys.
                if key is not None and not run_on:
                    run_on = key == "id"
                    self._note(event, (*path, key), *self._twice((*path, key), run_on))
                self._skip(next(events), events)
            else:
                items[key] = self._node(next(events), events, (*path, key), event.start_mark)
        self._close(path, event)
        return items

    def _twice(self, path: Path, run_on: bool) -> tuple[str, str]:
        if run_on:
            return "a second id in one entry", "Begin a new entry with a dash: - id: …"
        first = self.spans[path].key
        where = f" (line {first.line + 1} has it too)" if first else ""
        return f"the key {quoted(str(path[-1]))} is listed twice{where}", "Delete one of them"

    def _key(self, event: Any, events: Iterator[Any], path: Path) -> str | None:
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag and event.value != "<<":
            return str(event.value)
        self._note(event, path, "a key that is not plain text", "Write the name of a key")
        self._skip(event, events)
        return None

    def _close(self, path: Path, event: Any) -> None:
        span = self.spans[path]
        self.spans[path] = Span(span.start, event.end_mark, span.key)

    def _scalar(self, event: Any, path: Path) -> Any:
        value: str = event.value
        kind = (
            str(_RESOLVER.resolve(yaml.ScalarNode, value, (True, False)))
            if event.implicit[0]
            else f"{_TAG}str"
        )
        if kind == f"{_TAG}str":
            if escaped := next(invisibles(value), None):
                fix = "Delete it; for a backslash, as in TeX, use single quotes or a folded text"
                self._note(event, path, f"an escaped invisible character, {named(escaped[1])}", fix)
            return blanked(value)
        if kind == f"{_TAG}int" and _PLAIN_INT.fullmatch(value):
            return int(value)
        if kind == f"{_TAG}bool" and value in {"true", "false"}:
            return value == "true"
        self._note(event, path, *yaml_errors.bent(kind.removeprefix(_TAG), value, path))
        return _Bent()

    def _note(self, event: Any, path: Path, message: str, fix: str) -> None:
        line, column = self.document.place(event.start_mark.index)
        self.document.problems.append(Problem(self.document.file, line, column, written(path), message, fix))


class _Bent:
    """Stands for a value that was refused in reading; later checks pass over it."""


def is_bent(value: object) -> bool:
    """Whether a value was already refused in reading."""
    return isinstance(value, _Bent)
