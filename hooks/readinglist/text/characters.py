"""Characters as code points: those that nobody sees, and texts that look the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from readinglist.problems import named as named

_ODD = re.compile(r"\r\n|[^\n -~]")


_JOINERS = {"\u200c", "\u200d"}


def invisibles(text: str) -> Iterator[tuple[int, str]]:
    """Every control, formatting or private character, with its offset; line ends are none of them."""
    for found in () if text.isprintable() else _ODD.finditer(text):
        if _is_hidden(found[0]):
            yield found.start(), found[0]


def blanked(text: str) -> str:
    """The text with a space in place of every invisible character, so that offsets stay."""
    if text.isprintable():  # as most are, at once
        return text
    return _ODD.sub(lambda found: " " if _is_hidden(found[0]) else found[0], text)


def _is_hidden(found: str) -> bool:
    if found == "\r\n" or found in _JOINERS:
        return False
    if ord(found) & 0xFFFE == 0xFFFE or "\ufdd0" <= found <= "\ufdef":  # not characters at all
        return True
    return unicodedata.category(found) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def faulty(character: str) -> tuple[str, str]:
    """What is wrong with a character of `invisibles`, and the fix."""
    if character == "\t":
        return "a tab", "Write spaces"
    return f"an invisible character, {named(character)}", "Delete it"


def collapsed(text: str) -> str:
    """Text on one line: runs of white space and invisible characters are one space each."""
    return " ".join(blanked(unicodedata.normalize("NFC", text)).split())
