"""Rules on what a paper asks for: other papers of the list, in no circle."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from readinglist.checks.lenient import Reading, Value
from readinglist.model.identifiers import is_slug, likely_slug
from readinglist.problems import Problem, did_you_mean, quoted


def known(reading: Reading) -> Iterator[Problem]:
    """A prerequisite is another paper of the list, by its id of today."""
    likely = {likely_slug(id) for id in reading.ids} - {*reading.ids}
    for paper, needed in _edges(reading):
        id = needed.text
        if id in likely or not is_slug(id):
            continue  # the id itself is reported
        if id == paper["id"].text:
            yield needed.problem(f"{quoted(id)} is its own prerequisite", "Delete it")
        elif id not in reading.places and id in reading.former:
            message = f"the prerequisite {quoted(id)} is now called {quoted(reading.former[id])}"
            yield needed.problem(message, f"Write paper: {reading.former[id]}")
        elif id not in reading.places:
            message = f"the prerequisite {quoted(id)} is not a paper of this list"
            yield needed.problem(message, did_you_mean(id, reading.ids))


def meanwhile(reading: Reading) -> Iterator[Problem]:
    """A prerequisite has a `meanwhile` exactly where it comes later in the list."""
    for place, paper in enumerate(reading.papers):
        for edge in paper["prerequisites"]:
            needed, primer = edge["paper"].text, edge["meanwhile"]
            ahead = reading.places.get(needed, place) - place
            if ahead > 0 and not primer.exists:
                message = f"{quoted(needed)} comes later in the list, and meanwhile is missing"
                yield edge.problem(message, "Write meanwhile: what to know of it until then, in two lines")
            elif ahead < 0 and primer.exists:
                message = f"meanwhile has no use: {quoted(needed)} comes earlier in the list"
                yield primer.problem(message, "Delete meanwhile", key=True)


def _edges(reading: Reading) -> Iterator[tuple[Value, Value]]:
    """Every prerequisite: the paper that needs it, and the text that names it."""
    for paper in reading.papers:
        for needed in paper.texts("prerequisites", "paper"):
            yield paper, needed


def circles(reading: Reading) -> Iterator[Problem]:
    """No chain of prerequisites comes back to where it began; each circle is one problem."""
    edges = {
        (paper["id"].text, needed.text): needed
        for paper, needed in _edges(reading)
        if needed.text in reading.places and paper["id"].text not in {"", needed.text}
    }
    ahead = {edge: reading.places[edge[1]] - reading.places[edge[0]] for edge in edges}
    graph = _Graph(edges)
    # In every circle some link points ahead in the list; the furthest is the likeliest slip.
    for paper, needed in sorted((edge for edge in edges if ahead[edge] > 0), key=lambda edge: -ahead[edge]):
        if chain := graph.way(paper, needed):
            graph.cut(paper, needed)
            yield edges[paper, needed].problem(
                f"a circle of prerequisites: {_in_short(chain)}", "Delete one of them"
            )


_MOST = 12
"""Papers of a circle that a message names."""


def _in_short(chain: list[str]) -> str:
    names = [quoted(name) for name in [chain[-1], *chain]]
    if len(names) > _MOST:
        names[_MOST - 1 : -1] = [f"… ({len(names) - _MOST} more)"]
    return " needs ".join(names)


class _Graph:
    """The papers that may lie on a circle, each with those that it needs and those that need it."""

    def __init__(self, edges: Mapping[tuple[str, str], object]) -> None:
        self.needs: dict[str, dict[str, None]] = {}
        self.needed_by: dict[str, dict[str, None]] = {}
        for paper, needed in edges:
            for way, here, there in ((self.needs, paper, needed), (self.needed_by, needed, paper)):
                way.setdefault(here, {})[there] = None
                way.setdefault(there, {})
        self._trim(list(self.needs))

    def cut(self, paper: str, needed: str) -> None:
        """Takes one link out, and with it all that lies on no circle any more."""
        del self.needs[paper][needed], self.needed_by[needed][paper]
        self._trim([paper, needed])

    def _trim(self, papers: list[str]) -> None:
        """Takes out papers that nothing leads to or from, in time for each once."""
        while papers:
            paper = papers.pop()
            if paper in self.needs and not (self.needs[paper] and self.needed_by[paper]):
                for one in self.needs.pop(paper):
                    del self.needed_by[one][paper]
                    papers.append(one)
                for one in self.needed_by.pop(paper):
                    del self.needs[one][paper]
                    papers.append(one)

    def way(self, paper: str, needed: str) -> list[str]:
        """The shortest chain from what a paper needs back to the paper; empty where there is none."""
        if needed not in self.needs.get(paper, {}):
            return []
        before, near = {needed: ""}, deque([needed])
        while near and paper not in before:
            here = near.popleft()
            fresh = [there for there in self.needs[here] if there not in before]
            before.update(dict.fromkeys(fresh, here))
            near.extend(fresh)
        chain = [paper] if paper in before else []
        while chain and before[chain[-1]]:
            chain.append(before[chain[-1]])
        return chain[::-1]
