#!/usr/bin/env python3
"""Print in Markdown which pages differ between two sites that scripts/export_site.py wrote.

Pages are named by their addresses. Where the site is published, removed and changed ones are links to what
stands there; added ones do not stand there yet. A long list folds. Other files than pages come last.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import _bootstrap  # noqa: F401
from _console import command_line, run
from readinglist.problems import CannotOpen

LONG = 10
"""The most lines that a list shows unfolded."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Compares the folders that the arguments name, prints what differs, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument("before", type=Path, metavar="BEFORE", help="the site as it was")
    parser.add_argument("after", type=Path, metavar="AFTER", help="the site as it is now")
    parser.add_argument("--site-url", default="", metavar="URL", help="where the site is published, if it is")
    options = parser.parse_intermixed_args(arguments)
    for folder in (options.before, options.after):
        if not folder.is_dir():
            raise CannotOpen(f"{folder} is not a folder. Write one with scripts/export_site.py.")
    print(summary(_contents(options.before), _contents(options.after), options.site_url))
    return 0


def summary(before: dict[str, bytes], after: dict[str, bytes], site_url: str = "") -> str:
    """The differences of two sites, each its files' contents by their paths."""
    differing = [name for name in before | after if before.get(name) != after.get(name)]
    differing.sort(key=_address)
    pages = [name for name in differing if _is_page(name)]
    files = [name for name in differing if not _is_page(name)]
    blocks = ["### Which pages change"]
    blocks += _lists("page", pages, before, after, site_url) if pages else ["No page changes."]
    blocks += _lists("other file", files, before, after, site_url)
    return "\n\n".join(blocks)


def _lists(
    kind: str, names: list[str], before: dict[str, bytes], after: dict[str, bytes], site_url: str
) -> Iterator[str]:
    """What was added, what removed and what changed, each a list under the number of its lines."""
    added = [f"- {_named(name)}" for name in names if name not in before]
    removed = [f"- {_named(name, site_url)}" for name in names if name not in after]
    changed = [
        f"- {_named(name, site_url)}" + (_size(before[name], after[name]) if _is_page(name) else "")
        for name in names
        if name in before and name in after
    ]
    for what, lines in (("added", added), ("removed", removed), ("changed", changed)):
        if lines:
            yield _folding(f"{len(lines)} {kind}{'s' if len(lines) != 1 else ''} {what}", lines)


def _folding(title: str, lines: list[str]) -> str:
    if len(lines) <= LONG:
        return "\n".join([f"**{title}**", "", *lines])
    return "\n".join(["<details>", f"<summary><b>{title}</b></summary>", "", *lines, "", "</details>"])


def _named(name: str, site_url: str = "") -> str:
    """The address from the root of the site; quoted, a file's name holds no sign that Markdown knows."""
    address = quote(_address(name))
    return f"[`/{address}`]({site_url.rstrip('/')}/{address})" if site_url else f"`/{address}`"


def _address(name: str) -> str:
    path = PurePosixPath(name)
    if path.name in {"index.md", "index.html"}:
        return name.removesuffix(path.name)
    return f"{path.with_suffix('')}/" if path.suffix == ".md" else name


def _is_page(name: str) -> bool:
    return name.endswith((".md", ".html"))


def _size(before: bytes, after: bytes) -> str:
    """How many lines came and went, as not all pages that change need the same care."""
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, after))
    signs = [line[0] for line in list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]]
    return f" +{signs.count('+')} −{signs.count('-')}"


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


if __name__ == "__main__":
    sys.exit(run(main))
