#!/usr/bin/env python3
"""Write the list as books: EPUB for reading systems, PDF for paper, and the questions as a deck for Anki.

The EPUB needs nothing besides. The other two need what scripts/test installs, and the PDF a Chromium.

SITE_URL           where links to what is not in the book lead
SOURCE_DATE_EPOCH  the seconds by which PDF and deck are dated (default: when the list last changed)
CHROMIUM           the browser that prints the PDF
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import _bootstrap  # noqa: F401
import click
from _chromium import QUIET, chromium
from _console import ROOT, add_catalogue, called, command_line, run
from readinglist import site
from readinglist.exports import sheet
from readinglist.exports.chapters import Chapter, chapters, uris
from readinglist.exports.epub import epub
from readinglist.exports.package import last_change
from readinglist.problems import CannotOpen

NAMES = {"epub": "reading-list.epub", "pdf": "reading-list.pdf", "deck": "reading-list.apkg"}
"""The formats, each with the name of its file."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes the formats that the arguments name, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="epub, pdf or deck (default: all)")
    parser.add_argument(
        "--to", type=Path, metavar="DIR", default=Path("books"), help="where (default: books)"
    )
    add_catalogue(parser, "--catalogue")
    options = parser.parse_intermixed_args(arguments)
    if unknown := [name for name in options.formats if name not in NAMES]:
        parser.error(f"there is no format {unknown[0]}; there are {', '.join(NAMES)}")
    formats = [name for name in NAMES if name in (options.formats or NAMES)]
    edition = site.load(options.catalogue, called(options.catalogue))
    edition = replace(edition, site_url=os.environ.get("SITE_URL", ""))
    options.to.mkdir(parents=True, exist_ok=True)
    for name, content in _books(edition, formats).items():
        file = options.to / NAMES[name]
        file.write_bytes(content)
        print(f"{file} written, {len(content) / 2**20:.1f} MiB.")
    return 0


def _books(edition: site.Edition, formats: Sequence[str]) -> dict[str, bytes]:
    """The content of each format, made with a bar that shows how far they are."""
    steps = len(uris(edition)) + len(formats)
    with click.progressbar(_steps(edition, formats), steps, label="Books", file=sys.stderr) as bar:
        return {step[0]: step[1] for step in bar if not isinstance(step, Chapter)}


def _steps(edition: site.Edition, formats: Sequence[str]) -> Iterator[Chapter | tuple[str, bytes]]:
    """Every chapter once it is made, then every format."""
    made = []
    for chapter in chapters(edition):
        made.append(chapter)
        yield chapter
    for name in formats:
        yield name, _made(name, edition, made)


def _made(name: str, edition: site.Edition, parts: Sequence[Chapter]) -> bytes:
    faces = {file: (ROOT / "docs/assets/fonts" / file).read_bytes() for file in sheet.FILES}
    if name == "epub":
        return epub(edition, parts, faces)
    try:
        return _deck(edition, faces) if name == "deck" else _pdf(edition, parts, faces)
    except ImportError as error:
        raise CannotOpen(f"{error.name} is missing, which scripts/test installs: run that once.") from None


def _deck(edition: site.Edition, faces: dict[str, bytes]) -> bytes:
    from _deck import deck

    return deck(edition, faces, _moment(edition))


def _pdf(edition: site.Edition, parts: Sequence[Chapter], faces: dict[str, bytes]) -> bytes:
    from _pdf import pdf
    from playwright.sync_api import sync_playwright

    if not (path := chromium()):
        raise CannotOpen("The PDF needs a Chromium or Chrome: install one, or set CHROMIUM to its path.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        return pdf(browser, edition.catalogue, parts, faces, _moment(edition))


def _moment(edition: site.Edition) -> datetime:
    """By which files are dated: no run of its own shows in them."""
    if seconds := os.environ.get("SOURCE_DATE_EPOCH"):
        if not seconds.isdecimal():
            raise CannotOpen(
                f"SOURCE_DATE_EPOCH is {seconds}, no number of seconds. Set it to one, or unset it."
            )
        return datetime.fromtimestamp(int(seconds), UTC)
    return datetime.combine(last_change(edition.catalogue), time(), UTC)


if __name__ == "__main__":
    sys.exit(run(main))
