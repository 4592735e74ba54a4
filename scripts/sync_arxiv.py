#!/usr/bin/env python3
"""Compare a catalogue with arXiv and print each difference as FILE:LINE:COL: message.

Compared are title, authors and their order, the day of version 1, the latest version, categories, the
publisher's DOI, the journal reference, and whether the paper is withdrawn. What differs on purpose is
recorded in the entry, under departures, and passed over.

With --write arXiv's values take the place of those that differ, and nothing else of the file changes. A value
that the catalogue cannot hold is named, and the others are written; a withdrawal is only reported. What an
entry has and arXiv does not (a DOI) is left alone.

What arXiv said is recorded beside the catalogue, with and without --write: for papers.yaml in
.arxiv-snapshot.json, for NAME.yaml in .arxiv-snapshot-NAME.json.

Exit status: 0 where nothing differs, 1 where something does (written or not), 2 where arXiv gave no whole
answer for some paper, or the file could not be opened, is not sound, or could not be written. With 2
nothing is written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import _bootstrap  # noqa: F401
from _arxiv_client import Transport
from _console import Unusable, add_catalogue, called, command_line, run
from readinglist.arxiv import snapshot
from readinglist.arxiv.differences import Difference, differences
from readinglist.arxiv.record import Record
from readinglist.arxiv.updates import changes
from readinglist.checks.catalogue import validate
from readinglist.model.catalogue import Catalogue
from readinglist.problems import CannotOpen, Problem
from readinglist.source import editing, yaml_reader
from readinglist.source.document import Document
from readinglist.source.editing import Edit

_UNSOUND = "The catalogue is not sound: fix that first. Nothing was written."
_WITHDRAWN = (
    "Say so in the annotation, or take the paper out; where it is not so, or known, "
    "write departures: [{key: withdrawn, reason: …}]"
)
_WIDTH = 24


@dataclass
class Progress:
    """How far the asking is: a bar on a terminal, else a line for each request."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)

    def __call__(self, done: int, of: int) -> None:
        """Shows that so many papers are done."""
        said = f"Asked arXiv for {done} of {of} papers."
        if not self.stream.isatty():
            print(said, file=self.stream, flush=True)
            return
        filled = _WIDTH * done // of
        bar = f"\r\033[K[{'#' * filled}{'.' * (_WIDTH - filled)}] {said}"
        print(bar, end="\n" if done == of else "", file=self.stream, flush=True)


def sound(document: Document) -> Catalogue:
    """The catalogue of a document; raises `Unusable` where an entry is not sound."""
    catalogue, problems = validate(document)
    if catalogue is None or document.problems:
        raise Unusable([*problems, *document.problems], _UNSOUND)
    return catalogue


Found = dict[int, list[Difference]]
"""The differences of each paper, by its index."""


def compare(catalogue: Catalogue, records: Mapping[str, Record]) -> Found:
    """What differs, in the order of the catalogue."""
    known = ((i, paper, records.get(paper.arxiv)) for i, paper in enumerate(catalogue.papers))
    every = {i: [*differences(paper, record)] for i, paper, record in known if record}
    return {i: found for i, found in every.items() if found}


def report(document: Document, catalogue: Catalogue, found: Found) -> None:
    """Prints each difference at its place."""
    for index, ones in found.items():
        for one in ones:
            message = f"{catalogue.papers[index].id}: {one.text}"
            fix = _WITHDRAWN if one.key == "withdrawn" else ""
            print(document.problem(("papers", index, *one.path), message, fix))


def missing(document: Document, catalogue: Catalogue, records: Mapping[str, Record]) -> int:
    """Names each paper that arXiv's answer does not hold, and gives their number."""
    lacking = [index for index, paper in enumerate(catalogue.papers) if paper.arxiv not in records]
    for index in lacking:
        message = f"arXiv's answer does not hold {catalogue.papers[index].arxiv}"
        print(
            document.problem(("papers", index, "arxiv"), message, "Check the id, or run this again later"),
            file=sys.stderr,
        )
    return len(lacking)


def amended(document: Document, catalogue: Catalogue, found: Found) -> tuple[str, list[str]]:
    """The text of the catalogue with arXiv's values, and a sentence for each that was not written."""
    edits, left = dict[Place, list[Edit]](), list[str]()
    for (index, key), same in _by_place(found).items():
        try:
            edits[index, key] = [*changes(document, index, catalogue.papers[index], same)]
        except CannotOpen as cannot:
            left.append(f"{cannot} What arXiv has for {key} was not written.")
    while refused := _refused(document, edits):
        for (index, key), problem in refused.items():
            del edits[index, key]
            id = catalogue.papers[index].id
            why = f"{id}: {key} was not written, as arXiv's is refused: {problem.text}"
            left.append(str(document.problem(("papers", index, key), why)))
    return _edited(document, edits), left


Place = tuple[int, str]
"""A paper's index, and one of its keys."""


def _by_place(found: Found) -> dict[Place, list[Difference]]:
    """The differences that are written together: those of one key."""
    places: dict[Place, list[Difference]] = {}
    for index, ones in found.items():
        for one in ones:
            places.setdefault((index, one.key), []).append(one)
    return places


def _edited(document: Document, edits: Mapping[Place, Sequence[Edit]]) -> str:
    return editing.spliced(document.text, (edit for every in edits.values() for edit in every))


def _refused(document: Document, edits: Mapping[Place, Sequence[Edit]]) -> dict[Place, Problem]:
    """The edits whose values the catalogue would refuse, each with the reason."""
    if not edits:
        return {}
    new = yaml_reader.parse(_edited(document, edits).encode(), document.file)
    wrong = [*new.problems, *(problem for problem in validate(new)[1] if not problem.notice)]
    # A problem that belongs to no edit casts doubt on those of its paper, or else on all.
    for whole in ("papers[{}].{}", "papers[{}]"):
        pairs = ((place, problem) for place in edits for problem in wrong)
        if said := {
            place: problem for place, problem in pairs if _within(problem.path, whole.format(*place))
        }:
            return said
    return dict.fromkeys(edits, wrong[0]) if wrong else {}


def _within(path: str, whole: str) -> bool:
    return path == whole or path.startswith((f"{whole}.", f"{whole}["))


def keep(file: Path, records: Mapping[str, Record]) -> None:
    """Records what arXiv said, where the file says something else."""
    text = snapshot.dumped({arxiv: record.seen for arxiv, record in records.items()}).encode()
    try:
        if not file.exists() or file.read_bytes() != text:
            editing.write(file, text)
    except OSError as error:
        raise CannotOpen(f"{file} could not be written: {error.strerror or error}.") from error


def sync(options: argparse.Namespace, connect: Callable[[str], Transport]) -> int:
    """Compares, reports, writes where that is asked for, and gives the exit status."""
    file: Path = options.file
    document = yaml_reader.read(file, called(file))
    catalogue = sound(document)
    records = connect(options.base_url).records((paper.arxiv for paper in catalogue.papers), Progress())
    found = compare(catalogue, records)
    report(document, catalogue, found)
    if lacking := missing(document, catalogue, records):
        said = f"{_papers(len(catalogue.papers) - lacking)} compared, {lacking} without an answer."
        print(said, "Nothing was written.", file=sys.stderr)
        return 2
    written = options.write and _write(file, document, catalogue, found)
    keep(snapshot.beside(file), records)
    _say_unheld(records.values())
    _conclude(len(catalogue.papers), found, document.file if written else "")
    return 1 if found else 0


def _write(file: Path, document: Document, catalogue: Catalogue, found: Found) -> bool:
    """Writes the amended catalogue, names what it cannot hold, and says whether it changed."""
    text, left = amended(document, catalogue, found)
    for sentence in left:
        print(sentence, file=sys.stderr)
    if text != document.text:
        editing.replace(file, document, text)
    return text != document.text


def _say_unheld(records: Iterable[Record]) -> None:
    for record in records:
        for said in record.unheld:
            print(f"arXiv has {said} of {record.arxiv}, which an entry cannot hold.", file=sys.stderr)


def _conclude(papers: int, found: Found, written: str) -> None:
    count = sum(map(len, found.values()))
    said = f"{count} difference{'s' if count != 1 else ''}" if count else "no difference"
    ending = f" {written} was written: look at the change, and commit it." if written else ""
    print(f"{_papers(papers)} compared, {said}.{ending}", file=sys.stderr)


def _papers(count: int) -> str:
    return f"{count} paper{'s' if count != 1 else ''}"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = command_line(__doc__)
    add_catalogue(parser)
    parser.add_argument("--write", action="store_true", help="write arXiv's values into the file")
    parser.add_argument(
        "--base-url", default="", metavar="URL", help="a server to ask in arXiv's place (default: arXiv)"
    )
    return parser.parse_intermixed_args(arguments)


def main(arguments: Sequence[str] | None = None, connect: Callable[[str], Transport] = Transport) -> int:
    """Does what the arguments say, and gives the exit status."""
    return sync(_options(arguments), connect)


if __name__ == "__main__":
    sys.exit(run(main))
