"""A line now and then on a long build, so that nobody takes it for stuck."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable

log = logging.getLogger("mkdocs.readinglist")

SECONDS = 2
"""Before the first line, and between two."""


class Progress:
    """Counts the steps of a build with so many pages, and says how far it is, though not on a short build."""

    def __init__(self, pages: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._pages, self._clock, self._said = pages, clock, clock()
        self._done: Counter[str] = Counter()

    def step(self, what: str) -> None:
        """One more page was read, or finished."""
        self._done[what] += 1
        if self._clock() - self._said >= SECONDS:
            self._said = self._clock()
            log.info(f"{self._done[what]:,} of {self._pages:,} pages are {what}.")
