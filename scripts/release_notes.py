#!/usr/bin/env python3
"""Print what CHANGELOG.md says of a version, for the page of its release.

Exit status: 0 where it says something and pyproject.toml has that version, else 2.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import _bootstrap  # noqa: F401
from _console import ROOT, command_line, run
from readinglist.problems import CannotOpen


def notes(changelog: str, version: str) -> str:
    """What stands under the heading of a version; empty where there is none, or nothing under it."""
    heading = rf"^## \[?{re.escape(version)}\]?(?: [^\n]*)?$"
    found = re.search(
        rf"{heading}\n(?P<text>.*?)(?=^## |^\[[^\]\n]+\]: |\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    return found["text"].strip() if found else ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the notes of the version that the arguments name, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument("version", metavar="VERSION", help="as 1.2.3, or as a tag, v1.2.3")
    parser.add_argument("--root", type=Path, metavar="DIR", default=ROOT, help="the project (default: this)")
    options = parser.parse_intermixed_args(arguments)
    version = options.version.removeprefix("v")
    own = tomllib.loads((options.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    if own != version:
        raise CannotOpen(f"pyproject.toml has version {own}, not {version}. Set it, and tag that commit.")
    text = notes((options.root / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    if not text:
        raise CannotOpen(f"CHANGELOG.md says nothing of {version}. Move what is under Unreleased to it.")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
