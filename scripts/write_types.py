#!/usr/bin/env python3
"""Write docs/assets/reader/catalogue.d.ts, the types of what the scripts read, from the core's classes.

A test fails when the file is not what this writes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

import _bootstrap  # noqa: F401
from _console import ROOT, command_line, run
from readinglist.exports import reader_data, search_index

TARGET = ROOT / "docs/assets/reader/catalogue.d.ts"
_PLAIN = {str: "string", int: "number", bool: "boolean", object: "unknown"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the types beside the scripts that use them, and gives the exit status."""
    command_line(__doc__).parse_intermixed_args(arguments)
    changed = not TARGET.exists() or TARGET.read_text(encoding="utf-8") != dumped()
    TARGET.write_text(dumped(), encoding="utf-8")
    print(f"docs/assets/reader/catalogue.d.ts {'written' if changed else 'was up to date'}.")
    return 0


def dumped() -> str:
    """The types as the text of the file."""
    return "\n".join(["// Written by scripts/write_types.py from the core's exports.", *_types()]) + "\n"


def _types() -> Iterator[str]:
    shapes = [*vars(reader_data).values(), *vars(search_index).values()]
    for shape in shapes:
        if is_typeddict(shape):
            yield f"\n/** {shape.__doc__} */\nexport interface {_name(shape)} {{"
            for key, value in get_type_hints(shape).items():
                yield f"  {key}: {_type(value)};"
            yield "}"


def _type(value: Any) -> str:
    """A Python type as TypeScript writes it; a KeyError names one that has no counterpart yet."""
    if is_typeddict(value):
        return _name(value)
    if get_origin(value) is Mapping:
        return f"Record<string, {_type(get_args(value)[1])}>"
    if items := get_args(value):
        return f"{_type(items[0])}[]"
    return _PLAIN[value]


def _name(shape: type) -> str:
    return shape.__name__.removesuffix("Data")


if __name__ == "__main__":
    sys.exit(run(main))
