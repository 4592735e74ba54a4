"""Files beside the pages: nothing in a drawing runs, and no two files have one address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator

from readinglist.problems import Problem, line_and_column, quoted
from readinglist.source.prose import Prose
from readinglist.text import markup

_HEAD = re.compile(r"\s*(?:<\?xml [^<>?]*\?>\s*)?(?:<!--(?:(?!--)[^<>])*-->\s*)?")


def drawings(prose: Prose) -> Iterator[Problem]:
    """What in an SVG file could run, ask another host, or hide something."""
    for uri, text in prose.drawings.items():
        for at, message in _unfit(text):
            fix = "Draw it again as plain SVG: shapes, text and colours"
            yield Problem(prose.file(uri), *line_and_column(text, at), "", message, fix)


def _unfit(text: str) -> Iterator[tuple[int, str]]:
    head = _HEAD.match(text)
    try:
        for number, tag in enumerate(markup.tags(text, head.end() if head else 0)):
            if number == 0 and tag.name != "svg":
                yield tag.at, "a drawing that does not begin with <svg>"
                return
            for message in markup.faults(tag):
                yield tag.at, f"{message}, which a drawing may not have"
    except markup.Unreadable as error:
        yield error.at, f"{error} in the drawing"


def shared(prose: Prose, generated: Collection[str]) -> Iterator[Problem]:
    """Pages that would stand at the address of another; on some disks two names differ by their case only."""
    first = {address(uri): uri for uri in generated}
    for uri in sorted((*prose.pages, *prose.files)):
        other = first.setdefault(address(uri), uri)
        if other != uri:
            where = "which is generated" if other in generated else f"that of {prose.file(other)}"
            message = f"its address {quoted('/' + address(uri))} is also that of {quoted(other)}, {where}"
            if other not in generated:
                message = f"its address {quoted('/' + address(uri))} is also {where}"
            fix = f"Move the text to {other}" if uri.endswith(".md") else "Give it another name"
            yield Problem(prose.file(uri), 1, 1, "", message, fix)


def address(uri: str) -> str:
    """Where a file stands on the site, in lower case: `a.md`, `a/index.md` and `a/README.md` share `a/`."""
    folder, name = posixpath.split(uri)
    stem, kind = posixpath.splitext(name.lower())
    if kind != ".md":
        return uri.lower()
    return posixpath.join(folder.lower(), "" if stem in {"index", "readme"} else f"{stem}/")
