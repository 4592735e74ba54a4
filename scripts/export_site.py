#!/usr/bin/env python3
"""Write the generated Markdown and files to a folder, for another engine than MkDocs.

Static files in docs/ (style sheets, pictures) are copied along. The folder must be new or empty.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import _bootstrap  # noqa: F401
from _console import ROOT, add_catalogue, called, command_line, run
from readinglist import site
from readinglist.problems import CannotOpen


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the site of the catalogue into the folder that the arguments name, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write; new or empty")
    add_catalogue(parser, "--catalogue")
    options = parser.parse_intermixed_args(arguments)
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        raise CannotOpen(f"{options.folder} is not an empty folder. Name one that is new or empty.")
    edition = site.load(options.catalogue, called(options.catalogue))
    print(f"{export(edition, options.folder)} pages and files written to {options.folder}.")
    return 0


def export(edition: site.Edition, folder: Path) -> int:
    """Writes every output and the static files of docs/ into the folder; gives the number of outputs."""
    static = shutil.ignore_patterns("*.md", "overrides", ".*")
    shutil.copytree(ROOT / "docs", folder, ignore=static, dirs_exist_ok=True)
    outputs = [*site.files(edition, os.environ.get("SITE_URL", ""))]
    for output in outputs:
        target = folder / output.uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.encoded)
    return len(outputs)


if __name__ == "__main__":
    sys.exit(run(main))
