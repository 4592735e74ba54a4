#!/usr/bin/env python3
"""Check a catalogue and print every problem as FILE:LINE:COL: message.

Exit status: 0 where nothing is wrong, 1 where something is, 2 where the file could not be opened.
"""

from __future__ import annotations

import dataclasses
import gc
import json
import sys
from collections.abc import Callable, Sequence

import _bootstrap  # noqa: F401
from _console import add_catalogue, called, command_line, run
from readinglist import site
from readinglist.problems import CatalogueError, Problem


def as_text(problems: Sequence[Problem]) -> str:
    """One line a problem."""
    return "\n".join(map(str, problems))


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows at the lines of a pull request."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    kind = "notice" if problem.notice else "error"
    place = f"file={_escaped(problem.file, ':,')},line={problem.line},col={problem.column}"
    return f"::{kind} {place}::{_escaped(problem.text)}"


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with file, line, column, path, message, fix and notice."""
    return json.dumps([dataclasses.asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Checks the file that the arguments name, prints what is wrong, and gives the exit status."""
    parser = command_line(__doc__)
    add_catalogue(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="how to print problems (default: text)"
    )
    options = parser.parse_intermixed_args(arguments)
    name = called(options.file)
    try:
        edition = site.load(options.file, name)
    except CatalogueError as error:
        print(FORMATS[options.format](error.problems))
        print(f"{error.summary}.", file=sys.stderr)
        return 1
    if edition.notices or options.format == "json":
        print(FORMATS[options.format](edition.notices))
    count = len(edition.catalogue.papers)
    papers = f"{count} paper{'s' if count != 1 else ''}"
    print(f"{name}: {papers}, nothing wrong.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    gc.disable()  # a run is short, and a third of it went into looking for garbage among values in use
    sys.exit(run(main))
