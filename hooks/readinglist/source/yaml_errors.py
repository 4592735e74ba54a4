"""YAML's own complaints in words that say what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from readinglist.problems import Path, quoted

EMPTY = ("the catalogue is empty", "Write title, description, topics, levels and papers")


def bent(kind: str, value: str, path: Path) -> tuple[str, str]:
    """The message and the fix for a plain scalar that YAML would not read as the text it looks like."""
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    label = f"{name}: " if path and path[-1] == name else "- "
    if kind == "null" and not path:
        return EMPTY
    if kind == "null" and ":" in name:
        return _no_space(name)
    if kind == "null" and not value:
        return f"{quoted(name)} has no value", f"Write it after {label.strip()} or delete the key"
    shown = quoted(value)[1:-1]
    fix = f'Write {label}"{shown}"'
    if kind == "int" and (decimal := _decimal(value)):
        fix = f"Write {label}{decimal} for the number, or in quotes for the text"
    return f"{shown} is not in quotes, and YAML reads it as {_READ_AS.get(kind, kind)}", fix


def _decimal(value: str) -> str:
    """A number of YAML in decimal; empty where it is a time, or too long or too short to be meant."""
    try:
        return "" if ":" in value or len(value) > 19 else str(yaml.safe_load(value))
    except ValueError:
        return ""


_READ_AS = {
    "float": "a number, so that digits would be lost",
    "int": "a number in another notation",
    "timestamp": "a date",
    "bool": "a truth value",
    "null": "no value at all",
}


def _no_space(written: str) -> tuple[str, str]:
    return f"no space after the colon in {quoted(written)}", f"Write {written.replace(':', ': ', 1)}"


_OPEN_QUOTE = ("a quote is opened here and not closed", "Close the quote")
_SYNTAX = (
    (
        "mapping values are not allowed",
        "a colon and a space inside plain text",
        'Put the text in quotes: key: "…: …"',
    ),
    ("invalid Unicode character escape", "an escape of no character", "Write the character itself"),
    ("unknown escape character", "a backslash inside double quotes", "Use single quotes, or two backslashes"),
    ("quoted scalar", *_OPEN_QUOTE),
    (
        "did not find expected ',' or",
        "a [ or { is opened here and not closed",
        "Close it, with commas between items",
    ),
    ("could not find expected ':'", "a key without a colon", "Write key: value"),
    (
        "did not find expected key",
        "the line does not continue what is above it",
        "Indent it as its neighbours are",
    ),
    (
        "did not find expected '-' indicator",
        "the line does not line up with the list above it",
        "Indent it as its neighbours are",
    ),
    ("cannot start any token", "a character that YAML reserves begins plain text", "Put the text in quotes"),
    (
        "block sequence entries are not allowed",
        "a list begins on the line of its key",
        "Put each - on a line of its own, below the key",
    ),
)


def _quote_before(text: str, mark: yaml.Mark, loader: Any) -> Any:
    """The quoted text that ends on the line of an error, right before it; None where there is none."""
    for token in _tokens(text, loader):
        quoted_text = isinstance(token, yaml.ScalarToken) and token.style in {"'", '"'}
        ends_here = token.end_mark.line == mark.line and token.end_mark.index <= mark.index
        if quoted_text and ends_here and not text[token.end_mark.index : mark.index].strip():
            return token
    return None


def _tokens(text: str, loader: Any) -> Iterator[Any]:
    """The tokens up to the first that cannot be read."""
    try:
        yield from yaml.scan(text, Loader=loader)
    except yaml.MarkedYAMLError:
        return


_LINE = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)?(?:[\w-]+:[ ]+)?)(?P<rest>\S.*)?")
_NO_SPACE = re.compile(r"[A-Za-z_]\w*:[^\s:/][^\n]*")
_ENDS = re.compile(r"[ ,]*(?:[#\]}:]|$)")
_BRACKETED = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")


def _on_line(text: str, mark: yaml.Mark, error: Any) -> tuple[int, str, str] | None:
    """What is wrong with a line by itself, of those on which the error was seen or its context began."""
    marks = (mark, getattr(error, "context_mark", None))
    for start in (text.rfind("\n", 0, one.index) + 1 for one in marks if one):
        line = _LINE.match(text, start)
        lead, rest = (line["lead"], line["rest"] or "") if line else ("", "")
        at = start + len(lead)
        if not lead.endswith(": ") and (run := _NO_SPACE.fullmatch(rest)):
            return at, *_no_space(run[0])
        if (bracket := _BRACKETED.match(rest)) and not _ENDS.match(rest, bracket.end()):
            return at, f"text begins with a bracket, {quoted(bracket[0])}", "Put the whole text in quotes"
    return None


def explained(text: str, error: Any, loader: Any) -> tuple[int, str, str]:
    """Offset, message and fix of a syntax error; what is left open is placed where it opens."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if not mark:
        return 0, f"YAML cannot be read: {error}", "Compare with the entries above"
    if before := _quote_before(text, mark, loader):
        if before.start_mark.line < mark.line:
            return before.start_mark.index, *_OPEN_QUOTE
        return (
            mark.index,
            "text goes on after the quote that ends it",
            "Put the whole in quotes of the other kind",
        )
    if found := _on_line(text, mark, error):
        return found
    said = f"{error.context or ''} {error.problem or ''}"
    message, fix = next(
        ((message, fix) for sign, message, fix in _SYNTAX if sign in said),
        (f"YAML cannot be read here: {error.problem or said.strip()}", "Compare with the entries above"),
    )
    if message.endswith(("not closed", "without a colon")) and error.context_mark:
        mark = error.context_mark
    return mark.index, message, fix
