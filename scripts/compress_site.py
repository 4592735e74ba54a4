#!/usr/bin/env python3
"""Compress a built site for hosts that serve what is ready: beside each text file FILE.gz, and FILE.br.

Files are as small as they get, and the same for the same content. What gains nothing has none beside it. The
second kind needs the package `brotli`; without it there is the first kind only.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import _bootstrap  # noqa: F401
from _console import command_line, run
from readinglist.problems import CannotOpen

TEXTS = {
    ".bib",
    ".cff",
    ".css",
    ".csv",
    ".html",
    ".js",
    ".json",
    ".md",
    ".py",
    ".ris",
    ".svg",
    ".txt",
    ".xml",
}
SMALL = 256
"""Bytes below which a file is sent as it is."""


def kinds() -> dict[str, Callable[[bytes], bytes]]:
    """What compresses, by what it adds to a file's name."""
    found = {".gz": lambda content: gzip.compress(content, 9, mtime=0)}
    try:
        import brotli
    except ImportError:
        return found
    return found | {".br": brotli.compress}


def compress(folder: Path) -> Iterator[Path]:
    """Writes the compressed files of a site, removes those out of use, and gives each that was written."""
    for file in sorted(path for path in folder.rglob("*") if path.suffix in {".gz", ".br"}):
        file.unlink()
    for file in sorted(path for path in folder.rglob("*") if path.suffix in TEXTS and path.is_file()):
        content = file.read_bytes()
        for ending, by in kinds().items() if len(content) >= SMALL else ():
            smaller = by(content)
            if len(smaller) < len(content):
                target = file.with_name(file.name + ending)
                target.write_bytes(smaller)
                yield target


def main(arguments: Sequence[str] | None = None) -> int:
    """Compresses the site in the folder that the arguments name, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the built site, such as site/")
    options = parser.parse_intermixed_args(arguments)
    if not (options.folder / "index.html").is_file():
        raise CannotOpen(f"{options.folder} is not a built site. Build one with scripts/build.")
    written = list(compress(options.folder))
    print(f"{len(written)} files written in {options.folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
