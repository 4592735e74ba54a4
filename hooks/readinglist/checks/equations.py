"""Equation modules: each belongs to a paper, and a table beside it says what it reproduces."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from readinglist import addresses
from readinglist.problems import Problem, did_you_mean, quoted
from readinglist.source.prose import Prose
from readinglist.text import printed_numbers


def unfit(prose: Prose, ids: Collection[str]) -> Iterator[Problem]:
    """Modules of no paper, without their table, or with a difference that nothing explains."""
    for uri in prose.texts:
        if not (id := addresses.code_at(uri)):
            continue
        table = addresses.reproduced(id)
        if id not in ids:
            fix = f"Name the file after a paper's id, or delete it. {did_you_mean(id, ids)}".strip()
            message = f"equations of no paper: {quoted(id)} is not in the catalogue"
            yield Problem(prose.file(uri), 1, 1, "", message, fix)
        elif table not in prose.texts:
            fix = f"Run scripts/draw_figures.py {id}"
            yield Problem(prose.file(uri), 1, 1, "", f"equations without {prose.file(table)}", fix)
        else:
            for row, message, fix in printed_numbers.faults(prose.texts[table]):
                yield Problem(prose.file(table), row, 1, "", message, fix)
