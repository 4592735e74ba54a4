"""Runs the types and the rules over a catalogue, so that one run reports every problem."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from readinglist.arxiv.snapshot import Seen
from readinglist.checks.lenient import Reading
from readinglist.checks.model_errors import typed
from readinglist.checks.rules import ACROSS, REFERRING, WITHIN, Rule
from readinglist.model.catalogue import Catalogue
from readinglist.problems import CatalogueError, Problem, in_order
from readinglist.source.document import Document
from readinglist.source.prose import Prose

Keep = Callable[[Callable[[], list[Problem]]], list[Problem]]
"""What hands on the problems that a function finds, or found in the same list before."""


def _anew(find: Callable[[], list[Problem]]) -> list[Problem]:
    return find()


def validate(document: Document) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue, where every entry is sound by itself, and what is wrong with each; for scripts."""
    judged = typed(document)
    found = [*judged.problems, *_found(WITHIN, Reading(document, judged.refused))]
    return (judged.catalogue if all(problem.notice for problem in found) else None), found


def check(
    document: Document,
    prose: Prose,
    record: Mapping[str, Seen] | None = None,
    generated: Collection[str] = (),
    keep: Keep = _anew,
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of a document, and what is worth knowing about it.

    `record` is what arXiv said at the last sync, by arXiv id; `generated` are the addresses of the pages
    and files made from the catalogue, those of the papers aside; `keep` is asked for what the rules find.
    Raises `CatalogueError` with every problem
    of the document and of the prose beside it.
    """
    judged = typed(document)
    reading = Reading(document, judged.refused, prose, record or {}, generated)
    rules = (*WITHIN, *ACROSS, *(REFERRING if reading.ids_tell_apart else ()))
    broken = keep(lambda: list(_found(rules, reading)))
    found = [*document.problems, *judged.problems, *broken]
    if judged.catalogue is None or not all(problem.notice for problem in found):
        raise CatalogueError(found)
    return judged.catalogue, in_order(found)


def _found(rules: Iterable[Rule], reading: Reading) -> Iterator[Problem]:
    for rule in rules:
        yield from rule(reading)
