"""Dates, times and rows of names as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Their English names, January first."""


def day(value: date) -> str:
    """A date in words: `12 June 2017`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def duration(minutes: int) -> str:
    """Minutes in words: `45 min`, `2 h`, `1 h 15 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest else "")))


def roughly(minutes: int) -> str:
    """A long time in whole hours, a half rounded up as in the reader's scripts, a short one to the minute."""
    return f"{(minutes + 30) // 60} hours" if minutes >= 150 else duration(minutes)


def enumerated(names: Sequence[str]) -> str:
    """Names in a row: `A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def powers(text: str) -> str:
    """Plain text with its powers as formulas: `10^18` raises the 18."""
    return re.sub(r"(?<![$\w])(\d+)\^([-−]?\d+)", r"$\1^{\2}$", text)
