"""Text as it goes on a page: escaped for Markdown and HTML, names and dates as people write them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from readinglist.model.catalogue import Catalogue, Paper
from readinglist.model.names import Author
from readinglist.text.formulas import MARKDOWN, entity, inline_math, segments

_LINE_START = re.compile(r"^(\d+(?=[.)])|(?=[-+=:>]))([-+=:>.)]?)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def inline(text: str) -> str:
    """Catalogue text as one line of Markdown that shows just these words and formulas."""
    flat = " ".join(text.split())
    parts = [
        inline_math(part.text, begins=part.start <= 1) if part.math else _escaped(part.text)
        for part in segments(flat)
    ]
    return _not_a_list("".join(parts))


def plain(text: str) -> str:
    """Catalogue text as one line of plain words, for titles, descriptions and attributes."""
    return "".join(part.text.replace(r"\$", "$") for part in segments(" ".join(text.split())))


def attribute(text: str) -> str:
    """Plain words, escaped for an HTML attribute."""
    return html.escape(plain(text))


def front_matter(text: str) -> str:
    """A title for front matter: quoted JSON, which is YAML too; themes put it on the page as it is."""
    return json.dumps(plain(text).replace("<", "&lt;"), ensure_ascii=False)


def address(url: str) -> str:
    """An address within a Markdown link: signs that mean something to Markdown are percent-encoded."""
    return html.escape("".join(quote(sign) if sign in "()[]{}*_`~^|$!'\"" else sign for sign in url))


def description(text: str) -> str:
    """Front matter for a page's description, which themes put into an attribute as it is."""
    return json.dumps(attribute(text), ensure_ascii=False)


def _escaped(words: str) -> str:
    return MARKDOWN.sub(lambda sign: entity(sign[0]), words.replace(r"\$", "$"))


def _not_a_list(line: str) -> str:
    """Keeps `1.`, `-` and their like at the start of a line from opening a list."""
    return _LINE_START.sub(lambda start: start[1] + (entity(start[2]) if start[2] else ""), line)


def site_name(catalogue: Catalogue) -> str:
    """The title of the list for a theme that puts it into text and attributes alike, unescaped."""
    return plain(catalogue.title).replace('"', "”").replace("<", "‹").replace("&", "and")


def day(value: date) -> str:
    """A date in words: `12 June 2017`."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def duration(minutes: int) -> str:
    """Minutes in words: `45 min`, `2 h`, `1 h 15 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest else "")))


def roughly(minutes: int) -> str:
    """A long time in whole hours, a half rounded up as in the reader's scripts, a short one to the minute."""
    return f"{(minutes + 30) // 60} hours" if minutes >= 150 else duration(minutes)


def by_line(paper: Paper) -> str:
    """Who wrote it, shortly: `Vaswani et al. (Google Brain)`, `Kingma & Ba`, `OpenAI`."""
    names = [author.short for author in paper.authors]
    if len(names) <= 2:
        return " & ".join(names)
    return f"{names[0]} et al. ({paper.organization})"


def enumerated(names: Sequence[str]) -> str:
    """Names in a row: `A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def some_authors(authors: Sequence[Author], most: int = 8) -> str:
    """Every author's whole name where they are few; the first of many, and how many more."""
    if len(authors) <= most:
        return all_authors(authors)
    return f"{authors[0].name} and {len(authors) - 1} others"


def all_authors(authors: Sequence[Author]) -> str:
    """Every author's whole name, in order."""
    return enumerated([author.name for author in authors])
