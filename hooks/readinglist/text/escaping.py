"""Text as it goes on a page: escaped for Markdown and HTML, names and dates as people write them."""

from __future__ import annotations

import html
import json
import re
from urllib.parse import quote

from readinglist.text.formulas import MARKDOWN, Segment, entity, inline_math, shown
from readinglist.text.typography import FORMULA, Run

_LINE_START = re.compile(r"^([0-9]*)([!-/:-@\[-`{-~]?)")
_SIGNS = re.compile(r"[\\`*_\[\]{}~^|$]")

_WRITTEN = re.compile(r"[\\`*_\[\]<>$|~]|&(?=#?\w+;)|\{(?=:?[ ]*[#.])")
"""Signs that mean something in Markdown, wherever they are."""
_BLOCK = re.compile(r"^([0-9]*)([-+#:=!?.)])")
"""The same at the beginning of a line only."""


def inline(text: str, language: str = "") -> str:
    """Catalogue text as one line of Markdown that shows just these words and formulas, set for a language."""
    parts = list(shown(" ".join(text.split())))
    words = [FORMULA if part.math else part.text.replace(r"\$", "$") for part in parts]
    run, at, line = Run("".join(words), language), 0, []
    for part, word in zip(parts, words, strict=True):
        end = at + len(word)
        if part.math:
            line.append(run.object(at, end, inline_math(part.text, begins=part.start <= 1)))
        else:
            line.append(run.words(at, end, _escaped))
        at = end
    return _not_a_block("".join(line))


def written(text: str) -> str:
    """Catalogue text as people write it in Markdown: one line of words, and formulas as TeX."""
    flat = " ".join(text.split())
    return _BLOCK.sub(r"\1\\\2", "".join(map(_by_hand, shown(flat))), count=1)


def _by_hand(part: Segment) -> str:
    if not part.math:
        return _WRITTEN.sub(r"\\\g<0>", part.text.replace(r"\$", "$"))
    # Markdown would take a backtick for code before it takes the dollar signs for a formula.
    return f"${part.text}$" if "`" not in part.text else _WRITTEN.sub(r"\\\g<0>", f"${part.text}$")


def plain(text: str) -> str:
    """Catalogue text as one line of plain words, for titles, descriptions and attributes."""
    return "".join(part.text.replace(r"\$", "$") for part in shown(" ".join(text.split())))


def attribute(text: str) -> str:
    """Plain words, escaped for an HTML attribute that a Markdown engine may come to read."""
    return _SIGNS.sub(lambda sign: entity(sign[0]), html.escape(plain(text)))


def front_matter(text: str) -> str:
    """Words for front matter: JSON, which is YAML too, of HTML, as themes put them on a page as they are."""
    return json.dumps(html.escape(plain(text)), ensure_ascii=False)


def address(url: str) -> str:
    """An address within a Markdown link: signs that mean something to Markdown are percent-encoded."""
    return html.escape("".join(quote(sign) if sign in "()[]{}*_`~^|$!'\"" else sign for sign in url))


def fenced(code: str, language: str = "python") -> str:
    """Code as a block that shows just these lines."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}{language}\n{code}\n{marks}"


def _escaped(words: str) -> str:
    return MARKDOWN.sub(lambda sign: entity(sign[0]), words)


def _not_a_block(line: str) -> str:
    """Keeps `1.`, `-`, `!!!` and their like at the start of a line from opening a list, a box or a table."""
    return _LINE_START.sub(
        lambda start: start[0] if start[2] in {"", "&", "<"} else start[1] + entity(start[2]), line, count=1
    )


def site_name(title: str) -> str:
    """The title of the list for a theme that puts it into text and attributes alike, unescaped."""
    return plain(title).replace('"', "”").replace("<", "‹").replace("&", "and")
