"""Rules across papers, and the one list of everything that is wrong with a catalogue.

The rules read the plain data, not the model, so that a paper with a mistake elsewhere still takes
part and one run reports every problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from readinglist.arxiv.snapshot import Seen
from readinglist.checks import arxiv_record, folder, links, prose, reading_order
from readinglist.checks.paths import EACH, Pattern, texts, values
from readinglist.checks.validation import validate
from readinglist.model.catalogue import Catalogue
from readinglist.problems import CatalogueError, Path, Problem, did_you_mean, in_order, quoted
from readinglist.source.document import Document
from readinglist.source.prose import Prose

GENERATED = (
    *("index.md", "tracks.md", "map.md", "topics.md", "years.md"),
    *("glossary.md", "reading.md", "print.md", "about.md"),
)
"""Addresses of the generated pages, those of the papers aside."""


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
        ids = texts(document, "papers", EACH, "id").values()
        # Where two papers share an id, every reference would be told wrongly: that one slip comes first.
        if len(set(ids)) == len(ids):
            for rule in REFERRING:
                found.extend(rule(document))
            found.extend(prose.orphans(notes, ids))
            found.extend(links.dangling(notes, ids, GENERATED))
        found.extend(arxiv_record.problems(document, known) if known else ())
    found.extend(prose.problems(notes, GENERATED))
    found.extend(folder.drawings(notes))
    found.extend(folder.shared(notes, GENERATED))
    if catalogue is None or not all(problem.notice for problem in found):
        raise CatalogueError(found)
    return catalogue, in_order(found)


_UNIQUE: tuple[tuple[str, Pattern], ...] = (
    ("id", ("papers", EACH, "id")),
    ("arXiv id", ("papers", EACH, "arxiv")),
    ("title", ("papers", EACH, "title")),
    ("DOI", ("papers", EACH, "doi")),
    ("alias", ("papers", EACH, "aliases", EACH)),
    ("topic", ("topics", EACH, "id")),
    ("level", ("levels", EACH, "id")),
    ("track", ("tracks", EACH, "id")),
)


def unique(document: Document) -> Iterator[Problem]:
    """No two papers share an id, arXiv id, title, DOI or alias; no two words of a vocabulary share an id."""
    for noun, pattern in _UNIQUE:
        first: dict[str, Path] = {}
        for path, value in texts(document, *pattern).items():
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
    lists: tuple[Pattern, ...] = (
        ("topics", EACH),
        ("categories", EACH),
        ("prerequisites", EACH, "paper"),
        ("next", EACH, "arxiv"),
        ("elsewhere", EACH, "url"),
    )
    for paper, _ in values(document.data, ("papers", EACH)):
        for pattern in lists:
            seen: set[str] = set()
            for path, value in texts(document, *paper, *pattern).items():
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
        words = set(texts(document, vocabulary, EACH, "id").values())
        if not words:
            continue  # the missing vocabulary is told, once
        for path, value in texts(document, *pattern).items():
            if value not in words and not value.startswith("TODO"):
                yield document.problem(
                    path, f"{quoted(value)} is not a {noun} of this list", did_you_mean(value, words)
                )


def aliases(document: Document) -> Iterator[Problem]:
    """No former id is an id in use."""
    ids = {value: path for path, value in texts(document, "papers", EACH, "id").items()}
    for path, alias in texts(document, "papers", EACH, "aliases", EACH).items():
        if alias in ids:
            message = f"the alias {quoted(alias)} is the id on line {document.line(ids[alias])}"
            yield document.problem(path, message, "Delete the alias: an id in use cannot redirect")


def beyond(document: Document) -> Iterator[Problem]:
    """What came next beyond the list is not in it."""
    listed = {value: path for path, value in texts(document, "papers", EACH, "arxiv").items()}
    for path, arxiv in texts(document, "papers", EACH, "next", EACH, "arxiv").items():
        if arxiv in listed:
            message = f"{quoted(arxiv)} is in this list (line {document.line(listed[arxiv])})"
            fix = "Delete it here: what a paper unlocks is shown by itself, and next is for papers beyond"
            yield document.problem(path, message, fix)


RULES: tuple[Callable[[Document], Iterator[Problem]], ...] = (
    unique,
    unrepeated,
    known,
    aliases,
    beyond,
)
REFERRING: tuple[Callable[[Document], Iterator[Problem]], ...] = (
    reading_order.prerequisites,
    reading_order.circles,
    reading_order.tracks,
)
