"""Ways through the list other than the order of reading: by hand, or computed from the prerequisites."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper, Prerequisite
from readinglist.model.tracks import Track


@dataclass(frozen=True)
class Missing:
    """A prerequisite that the reader of a track has not met: it comes later on it, or not at all.

    `primer` says what to know of it, at the first stop of the track that lacks it; empty at others.
    """

    paper: Paper
    primer: str
    later: bool


@dataclass(frozen=True)
class Stop:
    """A paper on a track; `reason` is the editors' where the order is theirs, `after` what it needs."""

    paper: Paper
    reason: str
    after: tuple[Paper, ...]
    missing: tuple[Missing, ...]


def around(catalogue: Catalogue, paper: Paper) -> tuple[Paper | None, Paper | None]:
    """The papers just before and just after one in the order of reading, where there are such."""
    place = catalogue.numbers[paper.id] - 1
    before = catalogue.papers[place - 1] if place else None
    return before, next(iter(catalogue.papers[place + 1 : place + 2]), None)


def stops(catalogue: Catalogue, track: Track) -> tuple[Stop, ...]:
    """The papers of a track in order, each with what it needs: behind the reader, or missing."""
    way = (
        [(catalogue.paper(step.paper), step.reason) for step in track.steps]
        if track.steps
        else [(paper, "") for paper in by_prerequisites(catalogue)]
    )
    places = {paper.id: place for place, (paper, _) in enumerate(way)}
    found = []
    named: set[str] = set()
    for place, (paper, reason) in enumerate(way):
        behind = [edge for edge in paper.prerequisites if places.get(edge.paper, place) < place]
        missing = [
            Missing(
                catalogue.paper(edge.paper),
                "" if edge.paper in named else _primer(catalogue, edge),
                edge.paper in places,
            )
            for edge in paper.prerequisites
            if edge not in behind
        ]
        named |= {lacking.paper.id for lacking in missing}
        after = tuple(catalogue.paper(edge.paper) for edge in behind)
        found.append(Stop(paper, reason, after, tuple(missing)))
    return tuple(found)


def papers(catalogue: Catalogue, track: Track) -> tuple[Paper, ...]:
    """The papers of a track, in order."""
    return tuple(stop.paper for stop in stops(catalogue, track))


def _primer(catalogue: Catalogue, edge: Prerequisite) -> str:
    """What to know of a prerequisite that was not read."""
    needed = catalogue.paper(edge.paper)
    return edge.meanwhile or needed.one_sentence or needed.annotation


def minutes(way: tuple[Stop, ...]) -> int:
    """The reading time of a track."""
    return sum(stop.paper.minutes for stop in way)


def by_prerequisites(catalogue: Catalogue) -> tuple[Paper, ...]:
    """Every paper after all its prerequisites; among those that could come next, the oldest first."""
    open_needs = {paper.id: len(paper.prerequisites) for paper in catalogue.papers}
    ready = [_dated(catalogue, paper) for paper in catalogue.papers if not paper.prerequisites]
    heapq.heapify(ready)
    order: list[Paper] = []
    while ready:
        paper = catalogue.paper(heapq.heappop(ready)[2])
        order.append(paper)
        for unlocked, _ in catalogue.unlocks(paper):
            open_needs[unlocked.id] -= 1
            if not open_needs[unlocked.id]:
                heapq.heappush(ready, _dated(catalogue, unlocked))
    return tuple(order)


def _dated(catalogue: Catalogue, paper: Paper) -> tuple[str, int, str]:
    """By date of version 1; two of one day keep their order in the list."""
    return paper.published.isoformat(), catalogue.numbers[paper.id], paper.id
