"""Rules on what comes before what: prerequisites, circles of them, and tracks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from readinglist.checks.paths import EACH, texts, values
from readinglist.model.identifiers import is_slug, likely_slug
from readinglist.problems import Path, Problem, did_you_mean, nearest, quoted
from readinglist.source.document import Document


def prerequisites(document: Document) -> Iterator[Problem]:
    """A prerequisite is another paper of the list, and has a `meanwhile` exactly where it comes later."""
    places, likely, former = _places(document), _likely_ids(document), _former_ids(document)
    for path, needed, paper in _edges(document):
        if needed in likely or not is_slug(needed):
            continue  # the id itself is told
        if needed not in places and needed in former:
            message = f"the prerequisite {quoted(needed)} is now called {quoted(former[needed])}"
            yield document.problem(path, message, f"Write paper: {former[needed]}")
        elif needed not in places:
            message = f"the prerequisite {quoted(needed)} is not a paper of this list"
            yield document.problem(path, message, did_you_mean(needed, places))
        elif needed == paper:
            yield document.problem(path, f"{quoted(paper)} is its own prerequisite", "Delete it")
        else:
            yield from _meanwhile(document, path[:-1], needed, later=places[needed] > int(path[1]))


def _meanwhile(document: Document, entry: Path, needed: str, *, later: bool) -> Iterator[Problem]:
    has = (*entry, "meanwhile") in document.spans
    if later and not has:
        message = f"{quoted(needed)} comes later in the list, and meanwhile is missing"
        yield document.problem(entry, message, "Write meanwhile: what to know of it until then, in two lines")
    if has and not later:
        message = f"meanwhile has no use: {quoted(needed)} comes earlier in the list"
        yield document.problem((*entry, "meanwhile"), message, "Delete meanwhile", key=True)


def tracks(document: Document) -> Iterator[Problem]:
    """A track names papers of the list, each once, and says which prerequisites it leaves open."""
    places, former = _places(document), _former_ids(document)
    needs: dict[str, list[str]] = {}
    for _, needed, paper in _edges(document):
        needs.setdefault(paper, []).append(needed)
    for track, _ in values(document.data, ("tracks", EACH)):
        behind: list[str] = []
        steps = texts(document, *track, "steps", EACH, "paper")
        left = texts(document, *track, "steps", EACH, "without", EACH)
        for path, id in (steps | left).items():
            if id not in places and is_slug(id):
                fix = f"Write {former[id]}" if id in former else did_you_mean(id, places)
                yield document.problem(path, f"{quoted(id)} is not a paper of this list", fix)
        for path, id in steps.items():
            if id not in places:
                # Later steps count on the paper that was meant: the slip is told once.
                behind.append(former.get(id) or nearest(id, places))
            elif id in behind:
                yield document.problem(
                    path, f"{quoted(id)} stands twice on this track", "Delete one of the two"
                )
            else:
                open_needs = [
                    need for need in dict.fromkeys(needs.get(id, [])) if need in places and need not in behind
                ]
                yield from _without(document, path[:-1], id, open_needs, set(steps.values()), places)
            behind.append(id)


def _without(
    document: Document, step: Path, id: str, missing: list[str], track: set[str], places: Collection[str]
) -> Iterator[Problem]:
    said = texts(document, *step, "without", EACH)
    meant = {need if need in places else nearest(need, places) for need in said.values()}
    for need in missing:
        if need not in meant:
            comes = "comes later on" if need in track else "is not on"
            message = f"{quoted(need)}, a prerequisite of {quoted(id)}, {comes} this track"
            yield document.problem(
                (*step, "paper"), message, f"Move the step, or write without: [{', '.join(missing)}]"
            )
    for path, need in said.items():
        if need in places and need not in missing:
            message = f"without names {quoted(need)}, which is no open prerequisite of {quoted(id)} here"
            yield document.problem(path, message, "Delete it")


def circles(document: Document) -> Iterator[Problem]:
    """No chain of prerequisites comes back to where it began; each circle is told once."""
    places = _places(document)
    edges = {
        (paper, needed): path
        for path, needed, paper in _edges(document)
        if needed in places and needed != paper
    }
    while True:
        needs: dict[str, list[str]] = {}
        for paper, needed in edges:
            needs.setdefault(paper, []).append(needed)
        try:
            TopologicalSorter(needs).prepare()
            return
        except CycleError as error:
            # The sorter tells a circle with each paper before the one that needs it.
            chain = error.args[1][::-1]
        links = list(pairwise(chain))
        # The one that points furthest ahead in the list is the likeliest slip.
        culprit = max(links, key=lambda link: places[link[1]] - places[link[0]])
        turn = links.index(culprit)
        names = [paper for paper, _ in links[turn:] + links[:turn]]
        told = " needs ".join(quoted(name) for name in [*names, names[0]])
        yield document.problem(edges.pop(culprit), f"a circle of prerequisites: {told}", "Delete one of them")


def _former_ids(document: Document) -> dict[str, str]:
    """The id of today by each former one."""
    ids = texts(document, "papers", EACH, "id")
    aliases = texts(document, "papers", EACH, "aliases", EACH)
    return {alias: ids[(*path[:2], "id")] for path, alias in aliases.items() if (*path[:2], "id") in ids}


def _likely_ids(document: Document) -> set[str]:
    """What the ids that are refused for their form were likely meant to be."""
    written = texts(document, "papers", EACH, "id").values()
    return {likely_slug(id) for id in written} - set(written)


def _places(document: Document) -> dict[str, int]:
    """The index of each paper id in the list; the first where an id stands twice."""
    places: dict[str, int] = {}
    for path, value in texts(document, "papers", EACH, "id").items():
        places.setdefault(value, int(path[1]))
    return places


def _edges(document: Document) -> Iterator[tuple[Path, str, str]]:
    """Every prerequisite: the path of its `paper`, the id needed, the id of the paper that needs it."""
    ids = texts(document, "papers", EACH, "id")
    for path, needed in texts(document, "papers", EACH, "prerequisites", EACH, "paper").items():
        yield path, needed, ids.get((*path[:2], "id"), "")
