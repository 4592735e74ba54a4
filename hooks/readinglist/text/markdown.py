"""Hand-written Markdown: what it may hold, and its mathematics set as MathML.

A page in `docs/papers/` is the notes of a paper, in the `PARTS` that its page has a place for. A page
at the address of a generated one is laid into it and has no title of its own; any other stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from readinglist.problems import Refused
from readinglist.text.anchors import heading
from readinglist.text.formulas import embedded, inline_math, mathml

PIECE = re.compile(
    r"""
      ^(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})(?![`~])[^\n]*(?:\n|\Z)
      (?:(?:(?:(?P=indent)[^\n]*|[ ]*)\n)*?(?P=indent)(?P=fence)[ ]*$ | (?P<open>.*\Z))
    | (?<!`)(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)
    | (?P<escaped>\\[\\`$])
    | \$\$(?P<display>[^$]+)\$\$
    | \$(?=[^\s$])(?P<inline>(?:[^$\n\\`]|\\.|\n(?![ ]*\n))+)(?<!\s)\$(?![0-9])
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
FRONT = re.compile(r"\A---[ ]*\n(?P<yaml>(?:(?!---|\.\.\.)[^\n]*\n)*)---[ ]*(?:\n|\Z)")
PARTS = ("The problem", "The idea", "Key equations")
"""The headings under which the notes of a paper stand, in the order of its page."""

SECTION = re.compile(r"^##(?!#)[ ]*(?P<name>.*?)[ #]*$", re.MULTILINE)
"""A heading of the second level."""


def rendered(text: str) -> str:
    """The Markdown with its formulas as MathML; raises `Refused` at bad LaTeX."""

    def set_math(piece: re.Match[str]) -> str:
        if tex := piece["display"]:
            return f'<div class="formula" tabindex="0">{embedded(mathml(tex, display=True))}</div>'
        if not (tex := piece["inline"]):
            return piece[0]
        begins = not text[text.rfind("\n", 0, piece.start()) + 1 : piece.start()].strip()
        return inline_math(tex, begins=begins)

    return PIECE.sub(set_math, text)


def parts(notes: str) -> Mapping[str, str]:
    """The notes of a paper by heading, each without its heading."""
    found = list(SECTION.finditer(without_code(notes)))
    ends = [section.start() for section in found[1:]]
    return {
        section["name"]: notes[section.end() : end].strip()
        for section, end in zip_longest(found, ends, fillvalue=None)
        if section
    }


def without_code(text: str) -> str:
    """The text with blanks in place of its code blocks, so that offsets stay."""
    return PIECE.sub(lambda piece: re.sub("[^\n]", " ", piece[0]) if piece["fence"] else piece[0], text)


def terms(glossary: str) -> Iterator[tuple[int, str, str]]:
    """Every term of a glossary: the offset of its heading, its anchor and its plain words."""
    for section in SECTION.finditer(without_code(glossary)):
        try:
            yield section.start(), *heading(rendered(section["name"]))
        except Refused:  # bad LaTeX, which is a problem of its own
            yield section.start(), *heading(section["name"])


def terms_of(glossary: str) -> dict[str, str]:
    """The name of each term by its anchor."""
    return {anchor: words for _, anchor, words in terms(glossary) if anchor}
