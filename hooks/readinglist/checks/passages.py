"""Faults within the paragraphs of a hand-written page: words, formulas, links and braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.problems import Fault, Refused, did_you_mean, quoted
from readinglist.text import allowed, markup
from readinglist.text.anchors import own_id
from readinglist.text.blocks import Definition
from readinglist.text.characters import faulty, invisibles
from readinglist.text.formulas import faults_of_words, mathml
from readinglist.text.inline import Link, Piece
from readinglist.text.markdown import Page

_BRACES = re.compile(r"\{[^{}\n]*\}?")
_UNREAD = re.compile(r"\]\(|\]:|\[\^")


def invisible(text: str) -> Iterator[Fault]:
    """Characters that nobody sees."""
    for at, character in invisibles(text):
        yield at, *faulty(character)


def faults(page: Page) -> Iterator[Fault]:
    """Everything wrong outside code; a formula is judged as TeX and the rest as words."""
    for block in page.blocks:
        if isinstance(block, Definition):
            link = Link(block.address, block.title, block.at)
            yield from ((block.at, *fault) for fault in _address(link))
    for heading in page.headings:
        for piece in heading.pieces[:-1]:
            if piece.kind == "attributes":
                yield piece.start, "braces within a heading", "Put them at its end"
    yield from _given_twice(page)
    for found in filter(None, page.pieces.values()):
        yield from _words(page, found)
        yield from _beside(found, page)
        yield from _pictured(found)
        for piece in found:
            yield from _PIECES[piece.kind](piece) if piece.kind in _PIECES else ()


def _given_twice(page: Page) -> Iterator[Fault]:
    """An id in braces that another place or a heading of the page has already."""
    seen = {heading.anchor for heading in page.headings if not own_id(heading.pieces)}
    for piece in page.all("attributes"):
        for name in piece.value.split():
            if name.startswith("#") and name[1:] in seen:
                yield piece.start, f"the id {quoted(name[1:])} is given twice", "Choose another"
            seen |= {name[1:]} if name.startswith("#") else set()


def _words(page: Page, found: tuple[Piece, ...]) -> Iterator[Fault]:
    """Faults of the words, read with blanks in place of everything that is not words."""
    start, end = found[0].start, found[-1].end
    plain = "".join(
        page.text[piece.start : piece.end]
        if piece.kind in {"words", "sign"}
        else " " * (piece.end - piece.start)
        for piece in found
    )
    assert len(plain) == end - start
    for at, message, fix in faults_of_words(plain):
        yield start + at, message, fix
    for braces in _BRACES.finditer(plain):
        if braces[0].endswith("}") or "=" in braces[0]:
            message = f"an attribute in {quoted(braces[0])}"
            yield (
                start + braces.start(),
                message,
                r"Write only .classes and #ids in braces, or \{ for the sign",
            )
    for unread in _UNREAD.finditer(plain):
        message = f"{quoted(unread[0])} begins no link that is read here"
        fix = "Write [words](address) on one line, or a backslash before the bracket"
        yield start + unread.start(), message, fix


def _pictured(found: tuple[Piece, ...]) -> Iterator[Fault]:
    """Anything but words in the words of a picture, which are an attribute."""
    within = False
    for piece in found:
        if piece.link and piece.link.picture and within == (piece.kind == "close"):
            within = piece.kind == "open"
        elif within and piece.kind not in {"words", "escaped", "sign"}:
            yield (
                piece.start,
                "the words of a picture are more than words",
                "Write plain words between ![ and ]",
            )


def _beside(found: tuple[Piece, ...], page: Page) -> Iterator[Fault]:
    """Words in the paragraph of a displayed formula, which is a block of its own."""
    beside = any(page.text[piece.start : piece.end].strip() for piece in found if piece.kind != "display")
    for number, piece in enumerate(piece for piece in found if piece.kind == "display"):
        if beside or number:
            yield (
                piece.start,
                "words beside a formula in $$",
                "Leave an empty line around it, or write $ for $$",
            )


def _formula(piece: Piece) -> Iterator[Fault]:
    try:
        mathml(piece.value)
    except Refused as refused:
        yield piece.start, refused.message, refused.fix


def _link(piece: Piece) -> Iterator[Fault]:
    if piece.link:
        yield from ((piece.link.at, *fault) for fault in _address(piece.link))


def _address(link: Link) -> Iterator[tuple[str, str]]:
    shown, of_this_site = quoted(link.address), markup.is_of_this_site(link.address)
    if len(link.address) > 1_000:
        yield "an address of more than 1,000 characters", "Write a shorter one"
    elif not link.address.strip():
        yield "a link without an address", "Write where it leads"
    elif link.picture and not of_this_site:
        yield f"a picture from another host, {shown}", "Put the file into docs/ and name it by its path"
    elif not markup.leads_somewhere_fit(link.address):
        yield f"the link {shown} is not https", "Write https://…"
    elif "<" in link.title or "&" in link.title:
        yield f"markup in the title of a link, {quoted(link.title)}", "Write plain words"


def _attributes(piece: Piece) -> Iterator[Fault]:
    for name in piece.value.split():
        if name.startswith(".") and name[1:] not in allowed.PROSE:
            fix = did_you_mean(name[1:], allowed.PROSE)
            yield piece.start, f"the class {quoted(name[1:])} is not for prose", fix
        elif name.startswith("#") and not allowed.ID.fullmatch(name[1:]):
            yield piece.start, f"the id {quoted(name[1:])} is one of the theme's", "Choose another"


_PIECES = {
    "inline": _formula,
    "display": _formula,
    "close": _link,
    "autolink": _link,
    "attributes": _attributes,
}
