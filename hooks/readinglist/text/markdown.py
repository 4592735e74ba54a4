"""Hand-written Markdown, read once: what the checks judge, and what the engine gets.

A page in `docs/papers/` is the notes of a paper, in the `PARTS` that its page has a place for. A page
at the address of a generated one is laid into it and has no title of its own; any other stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markdown.extensions.toc import slugify

from readinglist.text import anchors, blocks, inline, written
from readinglist.text.formulas import entity
from readinglist.text.inline import Link, Piece

PARTS = ("The problem", "The idea", "Key equations")
"""The headings under which the notes of a paper stand, in the order of its page."""


_ITEM = re.compile(r"^[ ]*(?:[-*+>]|[0-9]+\.)[ ]+", re.MULTILINE)
"""The sign of an item or a quotation."""


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


class _Read:
    """What a text is by itself, whatever language its words are set for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks = tuple(blocks.blocks(text))
        found = [block for block in self.blocks if isinstance(block, blocks.Definition)]
        self._defined = {one.label: one for one in reversed(found)}

    @cached_property
    def pieces(self) -> Mapping[int, tuple[Piece, ...]]:
        return {block.start: tuple(self._pieces(block)) for block in self.blocks}

    def _pieces(self, block: blocks.Block) -> list[Piece]:
        if isinstance(block, blocks.Words):
            return inline.pieces(self.text, block.start, block.end, block.breaks, self._defined)
        if isinstance(block, blocks.Heading):
            return inline.pieces(self.text, block.start_of_words, block.end_of_words, (), self._defined)
        return []

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(self._headings())

    def _headings(self) -> Iterator[Heading]:
        counts: dict[str, int] = {}
        used: set[str] = set()
        for block in self.blocks:
            if isinstance(block, blocks.Heading):
                found = self.pieces[block.start]
                name = self.text[block.start_of_words : block.end_of_words]
                words = anchors.shown(self.text, found)
                wish = anchors.own_id(found) or anchors.slug(words)
                while (unique := _numbered(wish, counts.setdefault(wish, 1))) in used:
                    counts[wish] += 1
                used.add(unique)
                yield Heading(block.start, block.end, block.level, name, words, wish, unique, found)


# The checks, pages, search and twins read the same, and a preview reads it again.
_read = lru_cache(maxsize=256)(_Read)


class Page:
    """A hand-written page by its blocks and pieces; words are set as is the custom in its language."""

    def __init__(self, text: str, language: str = "") -> None:
        self.text, self.language = text, language
        self.front = blocks.FRONT.match(text)
        self._read = _read(text)
        self.blocks = self._read.blocks

    @property
    def pieces(self) -> Mapping[int, tuple[Piece, ...]]:
        """The pieces of every paragraph and heading, by where it begins."""
        return self._read.pieces

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading in order; where two would have one anchor, the later ones are numbered."""
        return self._read.headings

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id that the page has: of its headings, and those given in braces."""
        braces = (name for piece in self.all("attributes") for name in piece.value.split())
        return frozenset(heading.anchor for heading in self.headings) | {
            name[1:] for name in braces if name.startswith("#")
        }

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link and picture, in order."""
        return tuple(piece.link for piece in self.all("close", "autolink") if piece.link)

    def all(self, *kinds: str) -> Iterator[Piece]:
        """Every piece of some kinds, in order."""
        return (piece for found in self.pieces.values() for piece in found if piece.kind in kinds)

    def words(self, start: int, end: int, *, formulas: bool = False) -> str:
        """What the paragraphs of a stretch say, without tables, and with formulas only if asked for."""
        return " ".join(" ".join(self._said(start, end, formulas)).split())

    def _said(self, start: int, end: int, formulas: bool) -> Iterator[str]:
        for block in self.blocks:
            if start <= block.start < end and isinstance(block, blocks.Words) and not self._is_table(block):
                found = self.pieces[block.start]
                said = anchors.shown(
                    self.text, tuple(one for one in found if formulas or one.kind != "inline")
                )
                yield _ITEM.sub("", said)

    def _is_table(self, block: blocks.Words) -> bool:
        lines = blocks.lines(self.text, block.start, block.end)
        return any(blocks.TABLE.fullmatch(self.text, line.start, line.end) for line in lines)

    def rendered(self, start: int = 0, end: int | None = None) -> str:
        """A stretch of whole blocks for the engine; raises `Refused` at bad LaTeX."""
        end = len(self.text) if end is None else end
        headings = {heading.start: heading for heading in self.headings}
        parts, at = [], start
        for block in self.blocks:
            if start <= block.start < end:
                parts += [self.text[at : block.start], self._written(block, headings)]
                at = block.end
        return "".join([*parts, self.text[at:end]])

    def _written(self, block: blocks.Block, headings: Mapping[int, Heading]) -> str:
        if isinstance(block, blocks.Code):
            return written.code(block)
        if isinstance(block, blocks.Definition):
            return ""
        breaks = block.breaks if isinstance(block, blocks.Words) else ()
        words = "".join(written.pieces(self.text, self.pieces[block.start], self.language, breaks))
        if isinstance(block, blocks.Words):
            return re.sub("(</div>)[ ]+$", r"\1", words, flags=re.MULTILINE)
        words = words.replace("|", entity("|"))  # or a line below could make it the head of a table
        heading = headings[block.start]
        marks, last = "#" * heading.level, heading.pieces[-1:]
        if last and last[0].kind == "attributes":
            words = words[: len(words) - (last[0].end - last[0].start)].rstrip(" ")
            given = last[0].value if anchors.own_id(last) else f"{last[0].value} #{heading.anchor}"
            return f"{marks} {words} {{ {given} }}"
        return f"{marks} {words}" + ("" if _names_itself(heading) else f" {{ #{heading.anchor} }}")


def _names_itself(heading: Heading) -> bool:
    """Whether every engine makes the same anchor of a heading; any other is given that one."""
    plain = all(piece.kind == "words" for piece in heading.pieces) and not re.search("[*_]", heading.name)
    return plain and str(slugify(heading.name, "-")) == heading.anchor


def _numbered(anchor: str, number: int) -> str:
    return anchor if number == 1 else f"{anchor}-{number}"


_FIGURE = re.compile(
    r"!\[(?P<caption>[^\n]+)\]\(\.\./assets/figures/(?P<id>[\w-]+)\.svg \"(?P<credit>[^\"\n]+)\"\)"
)


@dataclass(frozen=True)
class Figure:
    """A picture of ours, a paragraph of its own: `![Caption.](../assets/figures/ID.svg "Whose drawing.")`."""

    id: str
    caption: str
    credit: str
    start: int
    end: int


def figures(page: Page) -> Iterator[Figure]:
    """The pictures of ours that a page lays in, in order."""
    for block in page.blocks:
        found = _FIGURE.fullmatch(page.text[block.start : block.end].strip())
        if isinstance(block, blocks.Words) and found:
            yield Figure(found["id"], found["caption"], found["credit"], block.start, block.end)


def rendered(text: str, language: str = "") -> str:
    """The Markdown as the engine gets it, its formulas as MathML; raises `Refused` at bad LaTeX."""
    return Page(text, language).rendered()


def rendered_parts(notes: str) -> Mapping[str, str]:
    """The notes of a paper by heading, each as the engine gets it and without its heading."""
    page = Page(notes)
    return {name: page.rendered(start, end).strip() for name, start, end in sections(page)}


def parts(notes: str) -> Mapping[str, str]:
    """The notes of a paper by heading, each as written and without its heading."""
    return {name: notes[start:end].strip() for name, start, end in sections(Page(notes))}


def sections(page: Page) -> Iterator[tuple[str, int, int]]:
    """Every section of the second level: its name, where its text begins, and where it ends."""
    found = [heading for heading in page.headings if heading.level == 2]
    ends = [*(section.start for section in found[1:]), len(page.text)]
    for section, end in zip(found, ends, strict=False):
        yield section.name, section.end, end
