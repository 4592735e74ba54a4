#!/usr/bin/env python3
"""Add a paper to a catalogue: ask arXiv once and append an entry, with TODO where a person must write.

The paper is an arXiv id, with or without version, or what else names one: the address of its page, PDF or
HTML on arXiv or on a site that shows arXiv's papers, arXiv's DOI, the stamp on its first page. The rest of
the file stays byte for byte; check_catalogue.py reports each TODO until it is written.

Exit status: 0 where the entry was added (or shown, with --dry-run), 1 where it cannot be (there already,
unknown to arXiv, withdrawn, not an arXiv id, an id that is taken), 2 where arXiv gave no whole answer or
the file could not be opened, read or written. With 1 and 2 the file is untouched.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import _bootstrap  # noqa: F401
from _arxiv_client import Transport
from _console import Unusable, add_catalogue, called, command_line, run
from readinglist.arxiv.new_entry import author, entry, slug
from readinglist.arxiv.record import Record, reference, same
from readinglist.model import identifiers, names
from readinglist.problems import Refused, did_you_mean, quoted
from readinglist.source import editing, yaml_reader
from readinglist.source.document import Document


def opened(file: Path, name: str) -> Document:
    """The document in a file; raises `Unusable` where no entry can be put into it.

    Entries that a person has yet to write are no hindrance.
    """
    document = yaml_reader.read(file, name)
    data = document.data
    if not document.problems and not (isinstance(data, dict) and isinstance(data.get("papers"), list)):
        fix = "Write papers: [] at the end of the catalogue"
        document.problems.append(document.problem((), "there is no list of papers", fix))
    if document.problems:
        raise Unusable(document.problems, "Fix that first. Nothing was added.")
    return document


def values(document: Document, key: str) -> Iterator[tuple[int, Any]]:
    """Index and value of a key of each entry that has it."""
    for index, paper in enumerate(document.data["papers"]):
        if isinstance(paper, dict) and key in paper:
            yield index, paper[key]


def refuse_known(document: Document, arxiv: str) -> None:
    """Raises `Refused` where the catalogue has the paper."""
    for index, value in values(document, "arxiv"):
        if isinstance(value, str) and same(value) == same(arxiv):
            place = document.problem(("papers", index, "arxiv"), "")
            name = quoted(document.data["papers"][index].get("id", ""))
            where = f"{place.file}, line {place.line}"
            raise Refused(f"arXiv {arxiv} is in the list already, as {name} ({where})", "Nothing was added")


def taken(document: Document) -> set[str]:
    """Every id and former id of the catalogue."""
    former = (alias for _, aliases in values(document, "aliases") for alias in aliases or ())
    return {str(id) for _, id in values(document, "id")} | {str(alias) for alias in former}


def place(document: Document, after: str | None) -> int | None:
    """The index of the paper to put the entry behind; raises `Refused` where there is none of that id."""
    ids = {str(id): index for index, id in values(document, "id")}
    if after is not None and after not in ids:
        raise Refused(f"there is no paper {quoted(after)} in {document.file}", did_you_mean(after, ids))
    return None if after is None else ids[after]


def chosen(id: str | None, used: set[str]) -> str | None:
    """The id that a person chose; raises `Refused` where it is no id or is taken."""
    if id is not None and identifiers.slug(id) in used:
        raise Refused(f"the id {quoted(id)} is taken", "Choose another")
    return id


def asked(arxiv: str, transport: Transport, *, withdrawn: bool) -> Record:
    """What arXiv says of a paper; raises `Refused` where it knows none, or an unwanted withdrawn one."""
    record = transport.records([arxiv]).get(arxiv)
    if record is None:
        raise Refused(f"arXiv knows no paper {arxiv}", "Check the id")
    if record.withdrawn and not withdrawn:
        raise Refused(
            f"arXiv {arxiv}, {quoted(record.title)}, is withdrawn (version {record.version})",
            "Nothing was added; where that is not so, or does not matter, add --withdrawn",
        )
    return record


def extended(document: Document, text: str, after: int | None) -> str:
    """The text of the catalogue with a new entry; raises `Refused` where that would change another."""
    new = editing.spliced(document.text, [editing.insertion(document, text, after)])
    read = yaml_reader.parse(new.encode(), document.file)
    papers = list(read.data["papers"]) if isinstance(read.data, dict) else []
    at = _index(document, after)
    del papers[at : at + 1]
    if read.problems or papers != document.data["papers"]:
        raise Refused("the entry does not fit into the file as it is written", "Format it as papers.yaml is")
    return new


def diff(document: Document, new: str) -> str:
    """The change as a unified diff."""
    old, lines = document.text.splitlines(), new.splitlines()
    return "\n".join(difflib.unified_diff(old, lines, document.file, document.file, lineterm=""))


def next_steps(document: Document, record: Record) -> str:
    """What a person has to do now."""
    open_names = [name for name in record.authors if not names.read(name).certain]
    guesses = [f"{name} ({author(name, record.groups)})" for name in open_names]
    words = {
        key: ", ".join(str(one["id"]) for one in document.data.get(key, ()) if isinstance(one, dict))
        for key in ("topics", "levels")
    }
    steps = [
        f"Write what is marked TODO. Topics: {words['topics']}. Levels: {words['levels']}.",
        *(["Say so to the sync: departures: [{key: withdrawn, reason: …}]."] * record.withdrawn),
        *(f"arXiv has {said}, which an entry cannot hold: see what is meant." for said in record.unheld),
        *([f"See whether these names are split where they should be: {'; '.join(guesses)}."] * bool(guesses)),
        "Run scripts/check_catalogue.py until it finds nothing wrong, then scripts/sync_arxiv.py.",
    ]
    return "\n".join(["Next:", *(f"  {number}. {step}" for number, step in enumerate(steps, 1))])


def add(options: argparse.Namespace, connect: Callable[[str], Transport], today: date) -> None:
    """Adds the paper, or shows what would be added."""
    file: Path = options.file
    arxiv = reference(options.paper)
    document = opened(file, called(file))
    refuse_known(document, arxiv)
    after, used = place(document, options.after), taken(document)
    id = chosen(options.id, used)
    record = asked(arxiv, connect(options.base_url), withdrawn=options.withdrawn)
    id = id or slug(record, used)
    new = extended(document, entry(record, id, today), after)
    if options.dry_run:
        print(diff(document, new))
        return
    editing.replace(file, document, new)
    line = yaml_reader.parse(new.encode(), document.file).line(("papers", _index(document, after)))
    print(f"{document.file}:{line}: added {record.title} as {id}.\n{next_steps(document, record)}")


def _index(document: Document, after: int | None) -> int:
    return len(document.data["papers"]) if after is None else after + 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = command_line(__doc__)
    parser.add_argument(
        "paper", metavar="PAPER", help="as in 2305.18290 or https://arxiv.org/abs/2305.18290v3"
    )
    add_catalogue(parser)
    parser.add_argument("--after", metavar="ID", help="put the entry behind this paper (default: the last)")
    parser.add_argument("--id", metavar="SLUG", help="the id of the new entry (default: made from the title)")
    parser.add_argument("--withdrawn", action="store_true", help="add it though it seems to be withdrawn")
    parser.add_argument("--dry-run", action="store_true", help="show the change and leave the file alone")
    parser.add_argument(
        "--base-url", default="", metavar="URL", help="a server to ask in arXiv's place (default: arXiv)"
    )
    return parser.parse_intermixed_args(arguments)


def main(
    arguments: Sequence[str] | None = None,
    connect: Callable[[str], Transport] = Transport,
    today: date | None = None,
) -> int:
    """Does what the arguments say, and gives the exit status."""
    add(_options(arguments), connect, today or date.today())
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
