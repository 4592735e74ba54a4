"""Runs the main of a script so that it ends in an exit status, whatever it prints to."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STOPPED = 130
"""The exit status of a command that was stopped by Ctrl-C."""


def own_catalogue() -> Path:
    """The catalogue to work on where none is named: $CATALOGUE, else papers.yaml of this project."""
    return Path(os.environ.get("CATALOGUE") or ROOT / "papers.yaml")


def add_catalogue(parser: argparse.ArgumentParser) -> None:
    """Gives a command its argument FILE, the catalogue to work on."""
    default = "$CATALOGUE, else papers.yaml of this project"
    parser.add_argument("file", nargs="?", metavar="FILE", help=f"the catalogue (default: {default})")


def run(main: Callable[[], int]) -> int:
    """The status of `main`, on any terminal and in a pipe that may close early."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without Unicode gets codes, not an exception.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # The reader has seen enough; Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
