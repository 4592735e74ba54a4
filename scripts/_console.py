"""What all commands share: the project's own files, how a file is called, and how a run ends."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import _bootstrap
from readinglist.arxiv import snapshot
from readinglist.problems import CatalogueError, Failure, Problem

ROOT = _bootstrap.ROOT
SNAPSHOT = ROOT / snapshot.FILE
"""What arXiv said of this project's own catalogue at the last sync."""
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


class Parser(argparse.ArgumentParser):
    """A parser of arguments that may come in any order, options between the others too."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """The values of the arguments."""
        return self.parse_intermixed_args(args, namespace)


def command_line(description: str | None) -> argparse.ArgumentParser:
    """A parser of arguments whose help is the text at the top of a script, as it is written there."""
    return Parser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)


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
        # The reader has seen enough; Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
