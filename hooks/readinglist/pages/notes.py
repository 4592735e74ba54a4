"""The notes of a paper as its page shows them: formulas set, pictures laid in, tables of symbols marked."""

from __future__ import annotations

import re

from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.pages import figures
from readinglist.text import markdown

_SYMBOLS = re.compile(r"^\|[ ]*Symbols?[ ]*\|.*\n(?:\|.*(?:\n|\Z))+", re.MULTILINE)


def of(paper: Paper, edition: Edition) -> dict[str, str]:
    """The parts of a paper's notes by heading; a part that nobody wrote is empty."""
    parts = markdown.parts(edition.prose.get(paper.uri, ""))
    written = {part: _with_symbols(parts.get(part, "")) for part in markdown.PARTS}
    return {
        part: figures.laid(text, edition.catalogue, edition.texts).strip() for part, text in written.items()
    }


def _with_symbols(text: str) -> str:
    """The text with each table of symbols in a box of its own, which phones show as cards."""
    pieces, at = [], 0
    for table in _SYMBOLS.finditer(markdown.without_code(text)):
        box = f'<div class="rl-symbols" markdown>\n\n{text[table.start() : table.end()].rstrip()}\n\n</div>\n'
        pieces += [text[at : table.start()], box]
        at = table.end()
    return "".join([*pieces, text[at:]])
