"""Rules on the hand-written pages beside a catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.checks import links as dangling
from readinglist.checks import prose
from readinglist.checks.lenient import Reading
from readinglist.problems import Problem, line_and_column, quoted
from readinglist.text import markdown


def sound(reading: Reading) -> Iterator[Problem]:
    """A page holds words, formulas and links that a theme can be trusted with."""
    return prose.problems(reading.prose, reading.generated)


def notes(reading: Reading) -> Iterator[Problem]:
    """Every page of notes belongs to a paper of the list."""
    return prose.orphans(reading.prose, reading.ids)


def links(reading: Reading) -> Iterator[Problem]:
    """A link to a paper or to a term of the glossary leads to one."""
    return dangling.dangling(reading.prose, reading.ids)


def terms(reading: Reading) -> Iterator[Problem]:
    """Every heading of the glossary is a term that can be linked to, each once."""
    text = reading.prose.pages.get(dangling.GLOSSARY, "")
    first: dict[str, int] = {}
    for at, anchor, words in markdown.terms(text):
        line, column = line_and_column(text, at)
        same = first.setdefault(anchor, line)
        if not anchor:
            message, fix = "a heading without a term", "Write the term, with a letter or a digit in it"
        elif same != line:
            message = f"the term {quoted(words)} is listed twice (line {same} has it too)"
            fix = "Make them one, or write what tells them apart"
        else:
            continue
        yield Problem(reading.prose.file(dangling.GLOSSARY), line, column, "", message, fix)
