"""Capitals of a title as styles of citation ask for them; acronyms and names keep theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from readinglist.model.paper import Paper
from readinglist.text.formulas import shown

TOKEN = re.compile(r"\w+(?:-[0-9]\w*)*")
"""A word in which a capital may carry meaning; `TR-4` is one, `Way-Out` two."""
_BEGINS = re.compile(r"(?:^|[:.?!—]\s+)\W*$")
_WORD = re.compile(r"(?<![\w'’])\w+")
_SMALL = frozenset(
    (
        *("a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on"),
        *("onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet"),
    )
)
"""English words that a headline leaves in lower case, within it."""


def names_in(paper: Paper) -> frozenset[str]:
    """The words of the name that a title begins with, as in `Wall: A Rule`; none where it is a phrase."""
    title, name = paper.title, paper.nickname
    follows = title[len(name) :][:1] if title.startswith(name) else ""
    return (
        frozenset(TOKEN.findall(name))
        if follows == ":" or (follows == " " and " " not in name)
        else frozenset()
    )


def is_kept(word: str, names: Collection[str]) -> bool:
    """Whether a word has a capital after its first sign, or is one of the names."""
    return word in names or word[1:] != word[1:].lower()


def sentence(title: str, names: Collection[str]) -> str:
    """The title in lower case, but for what begins it or follows a colon, and what keeps its capitals."""

    def cased(word: str, before: str, _: str) -> str:
        return word if _BEGINS.search(before) or is_kept(word, names) else word.lower()

    return _recased(title, TOKEN, cased)


def headline(title: str) -> str:
    """The title with capitals for words in lower case, but for the small words of English within it."""

    def cased(word: str, before: str, after: str) -> str:
        inner = after and not _BEGINS.search(before)
        return word if not word.islower() or (inner and word in _SMALL) else word[0].upper() + word[1:]

    return _recased(title, _WORD, cased)


def _recased(title: str, pattern: re.Pattern[str], cased: Callable[[str, str, str], str]) -> str:
    """The title as plain words, each as `cased` makes it of the word, what is before and what after."""
    done = ""
    for part in shown(" ".join(title.split())):
        words = part.text.replace(r"\$", "$")
        if not part.math:
            changed = [
                (found.span(), cased(found[0], done + words[: found.start()], words[found.end() :]))
                for found in pattern.finditer(words)
            ]
            for (start, end), word in reversed(changed):
                words = words[:start] + word + words[end:]
        done += words
    return done
