"""arXiv's pace by a clock that only sleeping moves."""

from __future__ import annotations

from dataclasses import dataclass, field

from _arxiv_client import Pace, Transport
from arxiv_server import Arxiv


@dataclass
class Clock:
    """A clock that only sleeping moves, and that notes how long each sleep was."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def transport(server: Arxiv, clock: Clock, timeout: float = 20) -> Transport:
    """A way to that server, at arXiv's pace by that clock."""
    return Transport(server.url, Pace(3.0, clock.sleep, lambda: clock.now), timeout)
