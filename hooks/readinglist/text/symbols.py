"""Symbols in tables of the notes: `| $\\beta$ | the price … |`, and how people type what they see."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from readinglist.text import anchors, blocks, markdown, written
from readinglist.text.accents import converter
from readinglist.text.inline import Piece

HEADS = frozenset({"Symbol", "Symbols"})
"""What the first column of a table of symbols is called."""

Cell = tuple[Piece, ...]


@dataclass(frozen=True)
class Symbol:
    """A row of a table of symbols: the formulas of its first cell, and what its second says in words."""

    formulas: tuple[str, ...]
    words: str
    anchor: str = field(compare=False)
    """The heading below which the table is."""
    _page: markdown.Page = field(compare=False, repr=False)
    _cells: tuple[Cell, Cell] = field(compare=False, repr=False)

    @property
    def symbol(self) -> str:
        """The first cell as the engine gets it."""
        return _written(self._page, self._cells[0])

    @property
    def meaning(self) -> str:
        """The second, its links as from the root."""
        return _written(self._page, self._cells[1])


def tables(page: markdown.Page) -> Iterator[blocks.Words]:
    """The tables of symbols of a page."""
    for block in page.blocks:
        head = page.text[block.start : block.end].partition("|")[2].partition("|")[0].strip()
        if isinstance(block, blocks.Words) and head in HEADS:
            yield block


def of(page: markdown.Page, uri: str) -> Iterator[Symbol]:
    """Every row of these tables on the page at an address; what has no heading above it is on no page."""
    for table in tables(page):
        above = [heading.anchor for heading in page.headings if heading.start < table.start]
        for first, second, *_ in _rows(page, table)[2:] if above else ():
            formulas = tuple(piece.value for piece in first if piece.kind == "inline")
            linked = tuple(_from_root(piece, uri) for piece in second)
            words = anchors.shown(page.text, second)
            yield Symbol(formulas, words, above[-1], page, (first, linked))


def _rows(page: markdown.Page, table: blocks.Words) -> list[list[Cell]]:
    """The cells of each row, that of the head and the line below it among them."""
    rows: list[list[Cell]] = [[]]
    for piece in page.pieces[table.start]:
        for part in _parts(page.text, piece):
            sign = page.text[part.start : part.end]
            if sign == "\n":
                rows.append([])
            elif sign == "|":
                rows[-1].append(())
            elif rows[-1]:
                rows[-1][-1] += (part,)
    # What follows the last line of a row is no cell.
    return [row[:-1] for row in rows]


def _parts(text: str, piece: Piece) -> Iterator[Piece]:
    """Words without the lines between cells and the ends of rows, which are parts of their own."""
    if piece.kind != "words":
        yield piece
        return
    for found in re.finditer(r"[|\n]|[^|\n]+", text[piece.start : piece.end]):
        yield replace(piece, start=piece.start + found.start(), end=piece.start + found.end())


def _from_root(piece: Piece, uri: str) -> Piece:
    if not piece.link or ":" in piece.link.address:
        return piece
    path, mark, anchor = piece.link.address.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri
    return replace(piece, link=replace(piece.link, address=f"{path}{mark}{anchor}"))


def _written(page: markdown.Page, cell: Cell) -> str:
    return "".join(written.pieces(page.text, cell, page.language)).strip()


@lru_cache(4096)
def shown(tex: str) -> str:
    """A formula in one line of plain signs: `π_ref(y | x)`."""
    return " ".join(converter()(tex).replace("|", " | ").split())


def spelled(signs: str) -> str:
    """Greek letters by name, as people type them: `pi_ref`."""
    return re.sub(r"[\u0370-\u03ff]", lambda sign: f" {letter_name(sign[0])} ", signs)


def is_greek(letter: str) -> bool:
    """Whether it is a letter of the Greek script."""
    return "\u0370" <= letter <= "\u03ff"


def letter_name(letter: str) -> str:
    """The name of a Greek letter, in lower case."""
    name = unicodedata.name(unicodedata.normalize("NFKD", letter)[0]).split()[-1].lower()
    return name.replace("lamda", "lambda")


def letter(signs: str) -> str:
    """The letter that a symbol is looked up by, without accents and style; empty where it has none."""
    plain = unicodedata.normalize("NFKD", signs)
    return next((sign for sign in plain if unicodedata.category(sign)[0] == "L"), "")
