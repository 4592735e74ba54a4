"""What all commands share: the project's own files, how a file is called, and how a run ends."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import _bootstrap
from readinglist.problems import CatalogueError, Failure, Problem

ROOT = _bootstrap.ROOT
STOPPED = 130
"""The exit status of a command that was stopped by Ctrl-C."""


class Unusable(CatalogueError):
    """A catalogue that a command cannot work on: its problems, then what that means for the command."""

    exit_code = 2

    def __init__(self, problems: Iterable[Problem], consequence: str) -> None:
        super().__init__(problems)
        self.consequence = consequence

    def __str__(self) -> str:
        return f"{super().__str__()}\n{self.consequence}"


def own_catalogue() -> Path:
    """The catalogue to work on where none is named: $CATALOGUE, else papers.yaml of this project."""
    return Path(os.environ.get("CATALOGUE") or ROOT / "papers.yaml")


def called(file: Path) -> str:
    """How messages call a file: by its path from where the command was called, if it is below."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def command_line(description: str | None) -> argparse.ArgumentParser:
    """A parser of arguments whose help is the text at the top of a script, as it is written there."""
    raw = argparse.RawDescriptionHelpFormatter
    return argparse.ArgumentParser(description=description, formatter_class=raw)


def add_catalogue(parser: argparse.ArgumentParser, name: str = "file") -> None:
    """Gives a command its argument FILE, the catalogue to work on; as an option where the name is one."""
    parser.add_argument(
        name,
        nargs=None if name.startswith("-") else "?",
        type=Path,
        metavar="FILE",
        default=own_catalogue(),
        help="the catalogue (default: $CATALOGUE, else papers.yaml of this project)",
    )


def run(main: Callable[[], int]) -> int:
    """The status of `main`, on any terminal and in a pipe that may close early.

    A failure of ours is its message on the standard error and its own exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without Unicode gets codes, not an exception.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
        sys.stdout.flush()
        return status
    except Failure as failure:
        print(failure, file=sys.stderr)
        return failure.exit_code
    except BrokenPipeError:
        _drop_output()  # the reader has seen enough
        return 1
    except OSError as error:
        if error.filename is None:
            _drop_output()
        print(_said(error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED


def _said(error: OSError) -> str:
    """What could not be used, and why."""
    # Of a copy, where it was to go; a write that finds no room names nothing.
    file, why = error.filename2 or error.filename, error.strerror or error
    what = f"{file} could not be read or written" if file else "Not all could be written"
    return f"{what}: {why}."


def _drop_output() -> None:
    """Sends what is yet to be printed nowhere: Python would complain once more when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
