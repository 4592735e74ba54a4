"""Pictures that notes lay into a page: each with caption and credit, two drawings and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist import addresses
from readinglist.problems import Fault, Problem, line_and_column, quoted
from readinglist.source.prose import Prose
from readinglist.text.markdown import Page, figures

_FIX = 'Write ![Caption.](../assets/figures/ID.svg "Our drawing, after section 2.") on a line of its own'
_SVG = re.compile(r"<svg [^<>]*>.*</svg>\s*", re.DOTALL)


def incomplete(prose: Prose) -> Iterator[Problem]:
    """Pictures in notes that cannot be laid into their page."""
    for uri, text in prose.pages.items():
        if addresses.of_papers(uri):
            page = Page(text)
            for at, message, fix in (*_unlaid(page), *_missing(page, prose)):
                yield Problem(prose.file(uri), *line_and_column(text, at), "", message, fix)


def _unlaid(page: Page) -> Iterator[Fault]:
    """Pictures of ours that are not written in the one form that is laid in."""
    laid = [(figure.start, figure.end) for figure in figures(page)]
    for link in page.links:
        ours = link.picture and "assets/figures/" in link.address
        if ours and not any(start <= link.at < end for start, end in laid):
            yield link.at, f"a picture that cannot be laid in: {quoted(link.address)}", _FIX


def _missing(page: Page, prose: Prose) -> Iterator[Fault]:
    for figure in figures(page):
        drawn = (addresses.drawing(figure.id), addresses.narrow_drawing(figure.id))
        redraw = f"Run scripts/draw_figures.py {figure.id}"
        for uri in (*drawn, addresses.drawn_data(figure.id)):
            if uri not in prose.texts:
                yield figure.start, f"a picture without {prose.file(uri)}", redraw
            elif uri in drawn and not _SVG.fullmatch(prose.texts[uri]):
                yield figure.start, f"a picture that is not one <svg> element: {prose.file(uri)}", redraw
            elif not prose.texts[uri].strip():
                yield figure.start, f"a picture without numbers: {prose.file(uri)} is empty", redraw
