#!/usr/bin/env python3
"""Make another list: a project of its own with the engine, tests and workflows of this one, not its papers.

Each paper is an arXiv id or address; arXiv is asked once, and TODO marks where a person must write. Without
papers the list has an example to be replaced. The folder must be new or empty, and outside this project.

Exit status: 0 where the list was made (or its files shown, with --dry-run), 1 where it cannot be (a title
that no page could show, a paper that is not on arXiv or named twice), 2 where arXiv gave no whole answer or
the folder cannot be used. With 1 and 2 nothing is left in it.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import _bootstrap  # noqa: F401
from _arxiv_client import Transport
from _console import ROOT, command_line, run
from _shares import MADE, TEMPLATES, copied
from export_site import whole
from readinglist.arxiv.new_entry import entry, slug
from readinglist.arxiv.record import Record, reference, same
from readinglist.checks.catalogue import check
from readinglist.problems import CannotOpen, CatalogueError, Failure, Refused, quoted
from readinglist.source import editing, yaml_reader
from readinglist.source.prose import Prose
from readinglist.source.scalars import scalar


def example() -> str:
    """The entry of a list without papers."""
    return (TEMPLATES / "example.yaml").read_text(encoding="utf-8").rstrip("\n")


_YAML = (".yaml", ".cff")


def catalogue(title: str, papers: str) -> str:
    """The text of a catalogue with these entries."""
    return filled("papers.yaml", title=scalar(title), papers=papers)


def filled(name: str, **values: str) -> str:
    """A template with values in place of its names in braces."""
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda found: values[found[1]], text)


def refuse_title(title: str) -> None:
    """Raises `Unmade` where a list could not be called that."""
    try:
        check(yaml_reader.parse(catalogue(title, example()).encode(), "papers.yaml"), Prose("docs", {}))
    except CatalogueError as error:
        refuse([Refused(f"--title: {problem.message}", problem.fix) for problem in error.problems])


def references(papers: Iterable[str]) -> list[str]:
    """The arXiv ids of papers as people name them; raises `Refused` with each that is none or comes again."""
    found: list[str] = []
    wrong: list[Refused] = []
    for paper in papers:
        try:
            arxiv = reference(paper)
            if same(arxiv) in map(same, found):
                raise Refused(f"{quoted(paper)} is named twice", "Name each paper once")
            found.append(arxiv)
        except Refused as refused:
            wrong.append(refused)
    refuse(wrong)
    return found


def refuse(wrong: Sequence[Refused]) -> None:
    """Raises what is wrong as one, a line each; nothing where nothing is."""
    if wrong:
        raise Unmade("\n".join(map(str, (*wrong, "Nothing was made."))))


class Unmade(Failure):
    """Papers of which no list can be made."""

    exit_code = 1


def entries(ids: Sequence[str], records: Mapping[str, Record], today: date) -> str:
    """An entry for each paper, in order; raises `Unmade` with each that is unknown or withdrawn."""
    unknown = [Refused(f"arXiv knows no paper {id}", "Check the id") for id in ids if id not in records]
    known = [records[id] for id in ids if id in records]
    gone = [
        Refused(f"arXiv {record.arxiv}, {quoted(record.title)}, is withdrawn", "Leave it out")
        for record in known
        if record.withdrawn
    ]
    refuse([*unknown, *gone])
    texts, used = [], set[str]()
    for record in known:
        used.add(id := slug(record, used))
        texts.append(textwrap.indent(entry(record, id, today), "  "))
    return "\n\n".join(texts)


def made(title: str, papers: str) -> dict[str, str]:
    """The files that are made for this list, by their paths; its README goes on as this project's does."""
    engine = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Start\n")
    texts = {name: filled(name, title=title, papers="") for name in MADE if not name.endswith(_YAML)}
    return texts | {
        "papers.yaml": catalogue(title, papers),
        "CITATION.cff": filled("CITATION.cff", title=scalar(title)),
        "README.md": texts["README.md"] + "".join(engine[1:]),
    }


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Writes a whole project into a folder; what can be run there can be run here."""
    for name in copied():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
        target.chmod(0o755 if (ROOT / name).stat().st_mode & 0o100 else 0o644)
    for made_name, text in texts.items():
        (folder / made_name).parent.mkdir(parents=True, exist_ok=True)
        editing.write(folder / made_name, text.encode())


def next_steps(folder: Path, papers: Sequence[str]) -> str:
    """What a person has to do now."""
    todo = "Write what is marked TODO" if papers else "Replace the example by scripts/add_paper.py"
    return "\n".join(
        (
            f"The list is in {folder}. Next, in that folder:",
            f"  1. {todo}, until scripts/check_catalogue.py finds nothing wrong.",
            "  2. Choose topics and levels there, and say what the list is in README.md, docs/index.md and",
            "     docs/about.md.",
            "  3. Look at it with scripts/serve, and run scripts/test.",
            "  4. Put it under git (git init); README.md says how to publish it.",
        )
    )


def make(options: argparse.Namespace, connect: Callable[[str], Transport], today: date) -> None:
    """Makes the list, or shows the files that it would have."""
    folder: Path = options.folder
    if folder.resolve().is_relative_to(ROOT):
        raise CannotOpen(f"{folder} is within this project. Name a folder outside, as in ../my-list.")
    refuse_title(options.title)
    ids = references(options.papers)
    if options.dry_run:
        print("\n".join(sorted([*map(str, copied()), *MADE])))
        return
    papers = entries(ids, connect(options.base_url).records(ids), today) if ids else example()
    with whole(folder):
        write(folder, made(options.title, papers))
    print(next_steps(folder, ids))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = command_line(__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the list is made; new or empty")
    parser.add_argument(
        "papers", nargs="*", metavar="PAPER", help="as in 2305.18290, in the order of reading"
    )
    parser.add_argument("--title", required=True, metavar="TEXT", help="the name of the list")
    parser.add_argument("--dry-run", action="store_true", help="show the files, ask and write nothing")
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
    make(_options(arguments), connect, today or date.today())
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
