#!/usr/bin/env python3
"""Write the generated Markdown and files to a folder, for another engine than MkDocs.

Static files in docs/ (style sheets, pictures) are copied along. The folder must be new or empty.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import _bootstrap  # noqa: F401
from _console import own_catalogue, run
from readinglist import site
from readinglist.problems import CannotOpen, CatalogueError

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the site of the catalogue into the folder that the arguments name, and gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write; new or empty")
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        default=own_catalogue(),
        help="the catalogue (default: $CATALOGUE, else papers.yaml of this project)",
    )
    options = parser.parse_args(arguments)
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        print(f"{options.folder} is not an empty folder. Name one that is new or empty.", file=sys.stderr)
        return 2
    try:
        edition = site.load(options.catalogue)
    except CannotOpen as error:
        print(error, file=sys.stderr)
        return 2
    except CatalogueError as error:
        print(error)
        return 1
    print(f"{export(edition, options.folder)} pages and files written to {options.folder}.")
    return 0


def export(edition: site.Edition, folder: Path) -> int:
    """Writes every output, picture and static file into the folder; gives the number of outputs."""
    static = shutil.ignore_patterns("*.md", "overrides", ".*", "__pycache__")
    shutil.copytree(ROOT / "docs", folder, ignore=static, dirs_exist_ok=True)
    info = site.Info(os.environ.get("SITE_URL", ""), edition.lines)
    outputs = [*site.files(edition.catalogue, edition.prose, info)]
    for output in outputs:
        target = folder / output.uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(output.content, encoding="utf-8")
    for uri, picture in edition.pictures.items():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, folder / uri)
    return len(outputs)


if __name__ == "__main__":
    sys.exit(run(main))
