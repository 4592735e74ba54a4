"""Rules across papers, and the one list of everything that is wrong with a catalogue.

The rules read the plain data, not the model, so that a paper with a mistake elsewhere still takes
part and one run reports every problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from types import EllipsisType
from typing import Any

from . import identity, prose
from .identifiers import is_slug, likely_slug
from .loading import Document
from .model import Catalogue
from .problems import CatalogueError, Path, Problem, did_you_mean, quoted
from .prose import Prose
from .snapshot import Seen
from .validation import validate

EACH = ...
"""In a pattern, every item of a list."""

GENERATED = ("index.md", "topics.md", "years.md", "about.md")
"""Addresses of the generated pages, those of the papers aside."""

Pattern = tuple[str | int | EllipsisType, ...]
Found = tuple[Path, Any]


def check(
    document: Document, notes: Prose, known: Mapping[str, Seen] | None = None
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of a document, and what is worth knowing about it.

    `known` is what arXiv said at the last sync, by arXiv id. Raises `CatalogueError` with every
    problem of the document and of the prose beside it.
    """
    catalogue, found = validate(document)
    found += document.problems
    if isinstance(document.data, dict):
        for rule in RULES:
            found.extend(rule(document))
        found.extend(prose.orphans(notes, _texts(document, "papers", EACH, "id").values()))
        found.extend(identity.problems(document, known) if known else ())
    found.extend(prose.problems(notes, GENERATED))
    if catalogue is None or not all(problem.notice for problem in found):
        raise CatalogueError(found)
    return catalogue, sorted(found)


def _values(data: Any, pattern: Pattern, path: Path = ()) -> Iterator[Found]:
    """Every value whose path fits the pattern, in order; nothing where the data has another shape."""
    if not pattern:
        yield path, data
        return
    step, rest = pattern[0], pattern[1:]
    if isinstance(step, EllipsisType):
        for index, item in enumerate(data if isinstance(data, list) else ()):
            yield from _values(item, rest, (*path, index))
    elif isinstance(data, dict) and step in data:  # noqa: SIM114 - the type checker tells them apart
        yield from _values(data[step], rest, (*path, step))
    elif isinstance(data, list) and isinstance(step, int):
        yield from _values(data[step], rest, (*path, step))


def _texts(document: Document, *pattern: str | int | EllipsisType) -> dict[Path, str]:
    """Every text whose path fits the pattern, by path."""
    return {path: value for path, value in _values(document.data, pattern) if isinstance(value, str)}


_UNIQUE: tuple[tuple[str, Pattern], ...] = (
    ("id", ("papers", EACH, "id")),
    ("arXiv id", ("papers", EACH, "arxiv")),
    ("title", ("papers", EACH, "title")),
    ("DOI", ("papers", EACH, "doi")),
    ("alias", ("papers", EACH, "aliases", EACH)),
    ("topic", ("topics", EACH, "id")),
    ("level", ("levels", EACH, "id")),
)


def unique(document: Document) -> Iterator[Problem]:
    """No two papers share an id, arXiv id, title, DOI or alias; no two words of a vocabulary share an id."""
    for noun, pattern in _UNIQUE:
        first: dict[str, Path] = {}
        for path, value in _texts(document, *pattern).items():
            same = first.setdefault(" ".join(value.casefold().split()), path)
            if same != path:
                where = f"line {document.line(same)} has it too"
                fix = (
                    "Give each its own"
                    if noun not in {"arXiv id", "title"}
                    else "Delete one of the two entries"
                )
                yield document.problem(path, f"the {noun} {quoted(value)} stands twice ({where})", fix)


def unrepeated(document: Document) -> Iterator[Problem]:
    """No list within a paper names the same thing twice."""
    lists: tuple[Pattern, ...] = (("topics", EACH), ("categories", EACH), ("prerequisites", EACH, "paper"))
    for paper, _ in _values(document.data, ("papers", EACH)):
        for pattern in lists:
            seen: set[str] = set()
            for path, value in _texts(document, *paper, *pattern).items():
                if value in seen:
                    yield document.problem(
                        path, f"{quoted(value)} stands twice in {pattern[0]}", "Delete one of the two"
                    )
                seen.add(value)


def known(document: Document) -> Iterator[Problem]:
    """Every topic and level that a paper names is in the vocabulary that the catalogue defines."""
    for noun, pattern, vocabulary in (
        ("topic", ("papers", EACH, "topics", EACH), "topics"),
        ("level", ("papers", EACH, "level"), "levels"),
    ):
        words = set(_texts(document, vocabulary, EACH, "id").values())
        if not words:
            continue  # the missing vocabulary is told, once
        for path, value in _texts(document, *pattern).items():
            if value not in words and not value.startswith("TODO"):
                yield document.problem(
                    path, f"{quoted(value)} is not a {noun} of this list", did_you_mean(value, words)
                )


def aliases(document: Document) -> Iterator[Problem]:
    """No former id is an id in use."""
    ids = {value: path for path, value in _texts(document, "papers", EACH, "id").items()}
    for path, alias in _texts(document, "papers", EACH, "aliases", EACH).items():
        if alias in ids:
            message = f"the alias {quoted(alias)} is the id on line {document.line(ids[alias])}"
            yield document.problem(path, message, "Delete the alias: an id in use cannot redirect")


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
    ids = _texts(document, "papers", EACH, "id")
    aliases = _texts(document, "papers", EACH, "aliases", EACH)
    return {alias: ids[(*path[:2], "id")] for path, alias in aliases.items() if (*path[:2], "id") in ids}


def _likely_ids(document: Document) -> set[str]:
    """What the ids that are refused for their form were likely meant to be."""
    written = _texts(document, "papers", EACH, "id").values()
    return {likely_slug(id) for id in written} - set(written)


def _places(document: Document) -> dict[str, int]:
    """The index of each paper id in the list; the first where an id stands twice."""
    places: dict[str, int] = {}
    for path, value in _texts(document, "papers", EACH, "id").items():
        places.setdefault(value, int(path[1]))
    return places


def _edges(document: Document) -> Iterator[tuple[Path, str, str]]:
    """Every prerequisite: the path of its `paper`, the id needed, the id of the paper that needs it."""
    ids = _texts(document, "papers", EACH, "id")
    for path, needed in _texts(document, "papers", EACH, "prerequisites", EACH, "paper").items():
        yield path, needed, ids.get((*path[:2], "id"), "")


RULES: tuple[Callable[[Document], Iterator[Problem]], ...] = (
    unique,
    unrepeated,
    known,
    aliases,
    prerequisites,
    circles,
)
