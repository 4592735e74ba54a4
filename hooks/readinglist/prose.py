"""Hand-written Markdown: what it may hold, and its mathematics set as MathML.

A page in `docs/papers/` is the notes of a paper, in the `PARTS` that its page has a place for. A page
at the address of a generated one is laid into it and has no title of its own; any other stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path as File

from . import guard, loading
from .markup import embedded, faults_of_words, inline_math, mathml, named, unseen
from .problems import Problem, Refused, did_you_mean, line_and_column, quoted

_PIECE = re.compile(
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
_TITLE = re.compile(r"^#(?!#)[ ]*\S.*$|^\S[^\n]*\n=+[ ]*$", re.MULTILINE)
_FRONT = re.compile(r"\A---[ ]*\n(?P<yaml>(?:(?!---|\.\.\.)[^\n]*\n)*)---[ ]*(?:\n|\Z)")
# MkDocs takes more than this for front matter: other marks of its end, and key: value lines without marks.
_LIKE_FRONT = re.compile(r"\A(?:---|[ ]{0,3}[A-Za-z0-9_-]+:)")
_SCHEME = re.compile(
    r"(?:\]\(\s*<?|^[ ]*\[[^\]\n]+\]:\s*<?|<)(?P<url>(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):[^\s)>]*)", re.M
)
_ATTRIBUTES = re.compile(r"\{[^{}\n=]*=[^{}\n]*\}?")
_FOREIGN_PICTURE = re.compile(r"!\[[^\]\n]*\]\(\s*<?(?P<url>(?:https?:)?//[^\s)>]*)", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>]+>")
PARTS = ("The problem", "The idea", "Key equations")
"""The headings under which the notes of a paper stand, in the order of its page."""

SECTION = re.compile(r"^##(?!#)[ ]*(?P<name>.*?)[ #]*$", re.MULTILINE)
"""A heading of the second level."""
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ ]+\S.*$", re.MULTILINE)
_SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True)
class Prose:
    """The hand-written pages beside a catalogue, by address, and what was wrong in reading them."""

    folder: str
    pages: Mapping[str, str]
    unread: tuple[Problem, ...] = ()

    def file(self, uri: str) -> str:
        """The name of a page's file, as messages show it."""
        return f"{self.folder}/{uri}"


def read(folder: File, name: str) -> Prose:
    """Every Markdown page in a folder, which need not exist; overrides and hidden folders are left out."""
    pages: dict[str, str] = {}
    unread: list[Problem] = []
    for file in sorted(folder.rglob("*.m*")):
        uri = file.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in uri.split("/")) or uri.startswith("overrides/"):
            continue
        if file.suffix in _SUFFIXES:
            fix = f"Name it {file.stem}.md"
            unread.append(Problem(f"{name}/{uri}", 1, 1, "", "a page that is not named .md", fix))
        elif file.suffix == ".md":
            try:
                pages[uri] = file.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
            except UnicodeDecodeError:
                unread.append(Problem(f"{name}/{uri}", 1, 1, "", "the page is not UTF-8", "Save it as UTF-8"))
            except OSError as error:
                message = f"the page could not be opened: {error.strerror}"
                unread.append(Problem(f"{name}/{uri}", 1, 1, "", message, "Make it a file, or delete it"))
    return Prose(name, pages, tuple(unread))


def rendered(text: str) -> str:
    """The Markdown with its formulas as MathML; raises `Refused` at bad LaTeX."""

    def set_math(piece: re.Match[str]) -> str:
        if tex := piece["display"]:
            return f'<div class="rl-formula" tabindex="0">{embedded(mathml(tex, display=True))}</div>'
        if not (tex := piece["inline"]):
            return piece[0]
        begins = not text[text.rfind("\n", 0, piece.start()) + 1 : piece.start()].strip()
        return inline_math(tex, begins=begins)

    return _PIECE.sub(set_math, text)


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
    return _PIECE.sub(lambda piece: re.sub("[^\n]", " ", piece[0]) if piece["fence"] else piece[0], text)


def problems(prose: Prose, generated: Iterable[str]) -> Iterator[Problem]:
    """Everything wrong with the pages; those at the address of a generated one must fit into it."""
    generated = set(generated)
    yield from prose.unread
    for uri, text in prose.pages.items():
        note = uri in generated or uri.startswith("papers/")
        shape = _shape(text) if uri.startswith("papers/") else ()
        faults = (*_frame(text, note), *shape, *_levels(text, note), *_unseen(text), *_faults(text))
        for at, message, fix in faults:
            yield Problem(prose.file(uri), *line_and_column(text, at), "", message, fix)


def orphans(prose: Prose, ids: Iterable[str]) -> Iterator[Problem]:
    """Notes whose paper is not in the catalogue."""
    known = set(ids)
    for uri in prose.pages:
        name = uri.removeprefix("papers/").removesuffix(".md")
        if uri.startswith("papers/") and name not in known:
            fix = f"Name the file after a paper's id, or delete it. {did_you_mean(name, known)}".strip()
            yield Problem(
                prose.file(uri), 1, 1, "", f"notes of no paper: {quoted(name)} is not in the catalogue", fix
            )


Fault = tuple[int, str, str]
"""Offset in the text, message, fix."""


def _frame(text: str, note: bool) -> Iterator[Fault]:
    """Title and front matter: sound where a page stands alone, none of them in a note."""
    front = _FRONT.match(text)
    if note and front:
        yield (
            0,
            "front matter in a page that is laid into a generated one",
            "Delete it: the catalogue has title and text",
        )
    elif front and (reason := _unfit(front["yaml"])):
        fix = "Write key: value lines between the two ---, without markup"
        yield 0, f"the front matter cannot be read: {reason}", fix
    elif not note and not front and _LIKE_FRONT.match(text):
        yield (
            0,
            "a first line that reads like front matter",
            "Begin with a heading, or with key: value lines between two ---",
        )
    if note and (title := _TITLE.search(without_code(text))):
        yield (
            title.start(),
            f"a title of its own: {quoted(title[0])}",
            "Begin headings at ##: the page has its title",
        )


def _shape(notes: str) -> Iterator[Fault]:
    """Notes stand under the headings that the page has a place for, each once and in order."""
    known = ", ".join(f"## {name}" for name in PARTS)
    text, seen = without_code(notes), ""
    sections = list(SECTION.finditer(text))
    before = text[: sections[0].start() if sections else len(text)]
    if before.strip() and not _TITLE.search(text) and not _FRONT.match(text):
        at = len(before) - len(before.lstrip())
        yield at, "notes before the first heading", f"Begin with one of {known}"
    for section in sections:
        name = section["name"]
        if name not in PARTS:
            fix = f"Write one of {known}, or ### for a heading within them"
            yield section.start(), f"the page of a paper has no place for {quoted(section[0])}", fix
        elif seen in PARTS and PARTS.index(name) <= PARTS.index(seen):
            message = f"{quoted(section[0])} comes after {quoted('## ' + seen)}"
            yield section.start(), message, f"Keep the order {known}, each once"
        seen = name if name in PARTS else seen


def _levels(text: str, note: bool) -> Iterator[Fault]:
    """Headings go down one level at a time, as readers who go by headings expect."""
    last = 1 if note else 0
    for heading in _HEADING.finditer(without_code(text)):
        level = len(heading["marks"])
        if level > last + 1:
            message = f"{quoted(heading[0])} skips a level of headings"
            yield heading.start(), message, f"Write {'#' * (last + 1)}"
        last = level


def _unfit(front_matter: str) -> str:
    """Why front matter would not do; themes put its values into attributes as they are."""
    read = loading.parse(front_matter.encode(), "")
    if read.problems:
        return read.problems[0].message
    if not isinstance(read.data, dict):
        return "it is not a mapping"
    return guard.unfit_meta(read.data)


def _unseen(text: str) -> Iterator[Fault]:
    for at, character in unseen(text):
        yield at, f"an unseen character, {named(character)}", "Delete it"


def _faults(text: str) -> Iterator[Fault]:
    """Faults outside code; a formula is judged as TeX and the rest as words."""
    end = 0
    front = _FRONT.match(text)
    if front:
        end = front.end()
    for piece in _PIECE.finditer(text, end):
        yield from _words(text, end, piece.start())
        end = piece.end()
        if piece["open"] is not None:
            fix = "Close it with the same signs, at the same indent"
            yield piece.start(), "a code block is opened here and not closed", fix
        if tex := piece["display"] or piece["inline"]:
            try:
                mathml(tex)
            except Refused as refused:
                yield piece.start(), refused.message, refused.fix
    yield from _words(text, end, len(text))


def _words(text: str, start: int, end: int) -> Iterator[Fault]:
    words = text[start:end]
    plain = _AUTOLINK.sub(lambda link: " " * len(link[0]), words)
    for at, refused in faults_of_words(plain):
        yield start + at, refused.message, refused.fix
    for found in _SCHEME.finditer(words):
        if found["scheme"].lower() not in {"https", "mailto"}:
            yield (
                start + found.start("url"),
                f"the link {quoted(found['url'])} is not https",
                "Write https://…",
            )
    for found in _FOREIGN_PICTURE.finditer(words):
        message = f"a picture from another host, {quoted(found['url'])}"
        yield start + found.start("url"), message, "Put the file into docs/ and name it by its path"
    for found in _ATTRIBUTES.finditer(words):
        yield (
            start + found.start(),
            f"an attribute in {quoted(found[0])}",
            "Write only .classes and #ids in braces",
        )
