"""Hand-written Markdown, read once: what the checks judge, and what the engine gets.

A page in `docs/papers/` is the notes of a paper, in the `PARTS` that its page has a place for. A page
at the address of a generated one is laid into it and has no title of its own; any other stands alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from markdown.extensions.toc import slugify

from readinglist.problems import Refused
from readinglist.text import anchors, blocks, inline
from readinglist.text.formulas import embedded, entity, inline_math, literal, mathml
from readinglist.text.inline import Link, Piece

PARTS = ("The problem", "The idea", "Key equations")
"""The headings under which the notes of a paper stand, in the order of its page."""


@dataclass(frozen=True)
class Heading:
    """A heading of a page: `name` is its words as written, `words` as readers see them.

    `anchor` is the id that it has on the site, `wish` what that would be were no other like it.
    """

    start: int
    end: int
    level: int
    name: str
    words: str
    wish: str
    anchor: str
    pieces: tuple[Piece, ...]


class Page:
    """A hand-written page by its blocks and pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.front = blocks.FRONT.match(text)
        self.blocks = tuple(blocks.blocks(text))
        found = [block for block in self.blocks if isinstance(block, blocks.Definition)]
        self._defined = {one.label: one for one in reversed(found)}

    @cached_property
    def pieces(self) -> Mapping[int, tuple[Piece, ...]]:
        """The pieces of every paragraph and heading, by where it begins."""
        return {block.start: tuple(self._pieces(block)) for block in self.blocks}

    def _pieces(self, block: blocks.Block) -> list[Piece]:
        if isinstance(block, blocks.Words):
            return inline.pieces(self.text, block.start, block.end, block.breaks, self._defined)
        if isinstance(block, blocks.Heading):
            return inline.pieces(self.text, block.start_of_words, block.end_of_words, (), self._defined)
        return []

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading in order; where two would have one anchor, the later ones are numbered."""
        return tuple(self._headings())

    def _headings(self) -> Iterator[Heading]:
        counts: dict[str, int] = {}
        used: set[str] = set()
        for block in self.blocks:
            if isinstance(block, blocks.Heading):
                found = self.pieces[block.start]
                name = self.text[block.start_of_words : block.end_of_words]
                words = _shown(self.text, found)
                wish = own_id(found) or anchors.slug(words)
                while (unique := _numbered(wish, counts.setdefault(wish, 1))) in used:
                    counts[wish] += 1
                used.add(unique)
                yield Heading(block.start, block.end, block.level, name, words, wish, unique, found)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id that the page has: of its headings, and those given in braces."""
        braces = (name for piece in self._all("attributes") for name in piece.value.split())
        return frozenset(heading.anchor for heading in self.headings) | {
            name[1:] for name in braces if name.startswith("#")
        }

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link and picture, in order."""
        return tuple(piece.link for piece in self._all("close", "autolink") if piece.link)

    def _all(self, *kinds: str) -> Iterator[Piece]:
        return (piece for found in self.pieces.values() for piece in found if piece.kind in kinds)

    def rendered(self, start: int = 0, end: int | None = None) -> str:
        """A stretch of whole blocks for the engine; raises `Refused` at bad LaTeX."""
        end = len(self.text) if end is None else end
        headings = {heading.start: heading for heading in self.headings}
        written, at = [], start
        for block in self.blocks:
            if start <= block.start < end:
                written.append(self.text[at : block.start])
                written.append(self._written(block, headings))
                at = block.end
        return "".join([*written, self.text[at:end]])

    def _written(self, block: blocks.Block, headings: Mapping[int, Heading]) -> str:
        if isinstance(block, blocks.Code):
            return _code(block)
        if isinstance(block, blocks.Definition):
            return ""
        words = "".join(_WRITERS[piece.kind](self.text, piece) for piece in self.pieces[block.start])
        if isinstance(block, blocks.Words):
            return words
        heading = headings[block.start]
        named = own_id(heading.pieces) or _names_itself(heading)
        return f"{'#' * heading.level} {words}" + ("" if named else f" {{ #{heading.anchor} }}")


def _code(code: blocks.Code) -> str:
    indent, marks = " " * code.indent, "`" * max(3, _longest_run(code.text) + 1)
    body = [indent + line if line.strip() else "" for line in code.text.split("\n")]
    return "\n".join([f"{indent}{marks}{code.language}", *body, f"{indent}{marks}"])


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _formula(text: str, piece: Piece) -> str:
    begins = not text[text.rfind("\n", 0, piece.start) + 1 : piece.start].strip()
    return inline_math(piece.value, begins=begins)


def _display(text: str, piece: Piece) -> str:
    return f'<div class="rl-formula" tabindex="0">{embedded(mathml(piece.value, display=True))}</div>'


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
    code = " ".join(piece.value.split("\n"))
    padded = code.startswith(" ") and code.endswith(" ") and code.strip()
    return f"<code>{literal(code[1:-1] if padded else code)}</code>"


_WRITERS: Mapping[str, Callable[[str, Piece], str]] = {
    "words": lambda text, piece: text[piece.start : piece.end],
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


def _names_itself(heading: Heading) -> bool:
    """Whether every engine makes the same anchor of a heading; any other is told which."""
    plain = all(piece.kind == "words" for piece in heading.pieces) and not re.search("[*_]", heading.name)
    return plain and str(slugify(heading.name, "-")) == heading.anchor


def _numbered(anchor: str, number: int) -> str:
    return anchor if number == 1 else f"{anchor}-{number}"


def own_id(pieces: tuple[Piece, ...]) -> str:
    """The id that a heading gives itself in braces; empty where it does not."""
    last = pieces[-1] if pieces else None
    names = last.value.split() if last and last.kind == "attributes" else ()
    return next((name[1:] for name in names if name.startswith("#")), "")


def _shown(text: str, pieces: tuple[Piece, ...]) -> str:
    """The words of a heading as readers see them."""
    shown = "".join(_SHOWN[piece.kind](text, piece) for piece in pieces if piece.kind in _SHOWN)
    return re.sub(r"\*|(?<!\w)_+|_+(?!\w)", "", shown).strip()


_SHOWN: Mapping[str, Callable[[str, Piece], str]] = {
    "words": lambda text, piece: text[piece.start : piece.end],
    "sign": lambda text, piece: piece.value,
    "escaped": lambda text, piece: piece.value,
    "code": lambda text, piece: piece.value,
    "autolink": lambda text, piece: piece.value,
    "inline": lambda text, piece: _words_of(piece.value),
}


def _words_of(tex: str) -> str:
    """What a formula shows, without its shape; itself where it cannot be set."""
    try:
        return html.unescape(re.sub("<[^>]*>", "", mathml(tex)))
    except Refused:
        return f"${tex}$"


def rendered(text: str) -> str:
    """The Markdown as the engine gets it, its formulas as MathML; raises `Refused` at bad LaTeX."""
    return Page(text).rendered()


def rendered_parts(notes: str) -> Mapping[str, str]:
    """The notes of a paper by heading, each as the engine gets it and without its heading."""
    page = Page(notes)
    return {name: page.rendered(start, end).strip() for name, start, end in _parts(page)}


def parts(notes: str) -> Mapping[str, str]:
    """The notes of a paper by heading, each as written and without its heading."""
    return {name: notes[start:end].strip() for name, start, end in _parts(Page(notes))}


def _parts(page: Page) -> Iterator[tuple[str, int, int]]:
    sections = [heading for heading in page.headings if heading.level == 2]
    ends = [*(section.start for section in sections[1:]), len(page.text)]
    for section, end in zip(sections, ends, strict=False):
        yield section.name, section.end, end


def terms_of(glossary: str) -> dict[str, str]:
    """The name of each term by its anchor."""
    return {heading.anchor: heading.words for heading in Page(glossary).headings if heading.level == 2}
