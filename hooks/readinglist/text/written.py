"""The blocks and pieces of a page as the engine gets them, so that it has nothing left to decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from readinglist.text.blocks import Code
from readinglist.text.formulas import embedded, entity, inline_math, literal, mathml
from readinglist.text.inline import Piece
from readinglist.text.typography import FORMULA, MARK, OBJECT, Run


def code(block: Code) -> str:
    """A block of code between fences that nothing in it closes."""
    indent, marks = " " * block.indent, "`" * max(3, _longest_run(block.text) + 1)
    body = [indent + line if line.strip() else "" for line in block.text.split("\n")]
    return "\n".join([f"{indent}{marks}{block.language}", *body, f"{indent}{marks}"])


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _plain_words(words: str) -> str:
    # Before a link it would make a picture of it.
    return f"{words[:-1]}{entity('!')}" if words.endswith("!") else words


def _formula(text: str, piece: Piece) -> str:
    begins = not text[text.rfind("\n", 0, piece.start) + 1 : piece.start].strip()
    return inline_math(piece.value, begins=begins)


def _display(text: str, piece: Piece) -> str:
    return f'<div class="rl-formula">{embedded(mathml(piece.value, display=True))}</div>'


def _autolink(text: str, piece: Piece) -> str:
    return f"[{literal(piece.value)}]{_target(piece)}"


def _close(text: str, piece: Piece) -> str:
    return f"]{_target(piece)}"


def _target(piece: Piece) -> str:
    """Where a link leads, so written that nothing in it means anything to the engine."""
    assert piece.link
    address = "".join(
        quote(sign) if sign in " \"'()[]\\`*_~^|$!{}" else sign for sign in piece.link.address
    ).replace("&", "&amp;")
    return f'(<{address}> "{literal(piece.link.title)}")' if piece.link.title else f"(<{address}>)"


def _span(text: str, piece: Piece) -> str:
    span = " ".join(piece.value.split("\n"))
    padded = span.startswith(" ") and span.endswith(" ") and span.strip()
    return f"<code>{literal(span[1:-1] if padded else span)}</code>"


_WRITERS: Mapping[str, Callable[[str, Piece], str]] = {
    "words": lambda text, piece: _plain_words(text[piece.start : piece.end]),
    "attributes": lambda text, piece: text[piece.start : piece.end],
    "sign": lambda text, piece: literal(piece.value),
    "escaped": lambda text, piece: entity(piece.value),
    "open": lambda text, piece: piece.value,
    "close": _close,
    "autolink": _autolink,
    "code": _span,
    "inline": _formula,
    "display": _display,
}


def pieces(
    text: str, found: tuple[Piece, ...], language: str = "", breaks: tuple[int, ...] = ()
) -> Iterator[str]:
    """Each piece of a paragraph or heading, its words set for a language."""
    if not found:
        return
    stand_ins = list(_stand_ins(text, found))
    run, depth = Run("".join(stand_ins), language, found[0].start, breaks), 0
    for piece, stand_in in zip(found, stand_ins, strict=True):
        depth += (piece.kind == "open") - (piece.kind == "close")
        if piece.kind == "words" and stand_in[0] != OBJECT:
            written = _plain_words(run.words(piece.start, piece.end))
        else:
            written = run.object(piece.start, piece.end, _WRITERS[piece.kind](text, piece))
        # Within a link it would end the cell of a table.
        yield written.replace("|", entity("|")) if depth else written


def _stand_ins(text: str, found: tuple[Piece, ...]) -> Iterator[str]:
    """The words of each piece, those of pictures aside, which are an attribute; stand-ins for all else."""
    pictured = False
    for piece in found:
        if piece.link and piece.link.picture:
            pictured = piece.kind == "open"
        if piece.kind == "words" and not pictured:
            yield text[piece.start : piece.end]
        else:
            yield _STAND_INS.get(piece.kind, OBJECT) * (piece.end - piece.start)


_STAND_INS = {"open": MARK, "inline": FORMULA}
