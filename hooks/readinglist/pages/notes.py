"""The notes of a paper as its page shows them: formulas set, pictures laid in, tables of symbols marked."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.pages import figures
from readinglist.text import markdown, symbols


def of(paper: Paper, edition: Edition) -> dict[str, str]:
    """The parts of a paper's notes by heading; a part that nobody wrote is empty."""
    page = markdown.Page(edition.prose.get(paper.uri, ""), edition.catalogue.language)
    boxes = sorted((*_figures(page, edition), *_symbols(page)))
    written = {name: _part(page, start, end, boxes) for name, start, end in markdown.sections(page)}
    return {part: written.get(part, "") for part in markdown.PARTS}


Box = tuple[int, int, str]
"""Where something begins and ends in the notes, and what the page has there."""


def _part(page: markdown.Page, start: int, end: int, boxes: list[Box]) -> str:
    pieces, at = [], start
    for begin, after, text in boxes:
        if start <= begin < end:
            pieces += [page.rendered(at, begin), text]
            at = after
    return "".join([*pieces, page.rendered(at, end)]).strip()


def _figures(page: markdown.Page, edition: Edition) -> Iterator[Box]:
    for figure in markdown.figures(page):
        yield figure.start, figure.end, figures.laid(figure, edition.catalogue, edition.texts)


def _symbols(page: markdown.Page) -> Iterator[Box]:
    """Each table of symbols in a box of its own, which phones show as cards."""
    for block in symbols.tables(page):
        table = page.rendered(block.start, block.end).rstrip()
        yield block.start, block.end, f'<div class="rl-symbols" markdown>\n\n{table}\n\n</div>\n'
