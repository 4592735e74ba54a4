"""Pictures that notes lay into a page: each with caption and credit, two drawings and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist import addresses
from readinglist.problems import Fault, Problem, line_and_column, quoted
from readinglist.source.prose import Prose
from readinglist.text.markdown import figures, without_code

_NAMED = re.compile(r"!\[[^\]\n]*\]\(\s*<?[^\s)>]*assets/figures/[^)\n]*\)?")
_FIX = 'Write ![Caption.](../assets/figures/ID.svg "Our drawing, after section 2.") on a line of its own'
_SVG = re.compile(r"<svg [^<>]*>.*</svg>\s*", re.DOTALL)


def incomplete(prose: Prose) -> Iterator[Problem]:
    """Pictures in notes that cannot be laid into their page."""
    for uri, text in prose.pages.items():
        if addresses.of_papers(uri):
            for at, message, fix in (*_unlaid(text), *_missing(text, prose)):
                yield Problem(prose.file(uri), *line_and_column(text, at), "", message, fix)


def _unlaid(notes: str) -> Iterator[Fault]:
    """Pictures of ours that are not written in the one form that is laid in."""
    laid = {figure.start for figure in figures(notes)}
    for found in _NAMED.finditer(without_code(notes)):
        if found.start() not in laid:
            yield found.start(), f"a picture that cannot be laid in: {quoted(found[0])}", _FIX


def _missing(notes: str, prose: Prose) -> Iterator[Fault]:
    for figure in figures(notes):
        drawn = (addresses.drawing(figure.id), addresses.narrow_drawing(figure.id))
        redraw = f"Run scripts/draw_figures.py {figure.id}"
        for uri in (*drawn, addresses.drawn_data(figure.id)):
            if uri not in prose.texts:
                yield figure.start, f"a picture without {prose.file(uri)}", redraw
            elif uri in drawn and not _SVG.fullmatch(prose.texts[uri]):
                yield figure.start, f"a picture that is not one <svg> element: {prose.file(uri)}", redraw
            elif not prose.texts[uri].strip():
                yield figure.start, f"a picture without numbers: {prose.file(uri)} is empty", redraw
