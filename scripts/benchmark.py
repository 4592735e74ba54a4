#!/usr/bin/env python3
"""Build growing lists with this project and with stock Material, side by side in one run, and check some.

Stock Material gets the same pages as Markdown files, all of them in its nav. The figures are seconds and
peak memory of `mkdocs build` in a process of its own, each the best of its rounds; compare the ratios, as
seconds depend on the machine. The run takes some minutes, most of them for stock Material's longest list.

Checked are lists that are sound and lists with a problem in every entry, with scripts/check_catalogue.py. The
figures are seconds of the processor; what is looked at once for each entry shows in a ratio near that of the
lengths.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import _bootstrap  # noqa: F401
import export_site
from _console import ROOT, command_line, run
from readinglist import site
from readinglist.problems import Failure

SIZES = (18, 100, 1000)
CHECKED = (1000, 5000)


@dataclass(frozen=True)
class Figure:
    """What one build took: seconds, peak memory in MiB, and the bytes of the site."""

    seconds: float
    memory: float
    size: int


Entry = dict[str, Any]


def catalogue(number: int, spoil: Callable[[Entry, int], object] = lambda *_: None) -> str:
    """A catalogue of so many papers, each with two prerequisites among those before it, and each spoilt."""
    papers = [_paper(n) for n in range(1, number + 1)]
    for place, paper in enumerate(papers, 1):
        spoil(paper, place)
    head = {
        "title": f"A List of {number}",
        "description": f"{number} papers, made for a measurement.",
        "topics": [{"id": f"topic-{n}", "name": f"Topic {n}", "description": "A topic."} for n in range(8)],
        "levels": [{"id": "easy", "name": "Easy", "criterion": "Asks for little."}],
        "papers": papers,
    }
    return json.dumps(head, indent=1)  # which is YAML too


def _paper(number: int) -> Entry:
    before = {number - 1, number // 2} - {0}
    return {
        "id": f"paper-{number}",
        "arxiv": f"2001.{number:05}",
        "title": f"On the Properties of Paper Number {number}",
        "nickname": f"P{number}",
        "published": "2020-01-15",
        "year": 2020,
        "latest": {"version": 2, "date": "2021-02-03"},
        "authors": [f"Given{n} Family{n}" for n in range(8)],
        "organization": "An Institute",
        "categories": ["cs.CL", "cs.LG"],
        "topics": [f"topic-{number % 8}", f"topic-{(number + 3) % 8}"],
        "level": "easy",
        "minutes": 60,
        "annotation": "It says what it says, in a sentence or two that are as long as such sentences are. "
        * 3,
        "why_here": "It stands here because the ones before it lead up to it, and those after it need it.",
        "prerequisites": [{"paper": f"paper-{n}", "reason": "It is built on it."} for n in sorted(before)],
    }


def _needs(other: str) -> Entry:
    return {"paper": other, "reason": "x", "meanwhile": "x"}


# The record of the last sync knows none of these papers, so that every entry gives a notice in any case.
SPOILT: dict[str, Callable[[Entry, int], object]] = {
    "sound": lambda paper, n: None,
    "a wrong year": lambda paper, n: paper.update(year=2019),
    "an unknown key": lambda paper, n: paper.update(anotation="x"),
    "raw HTML": lambda paper, n: paper.update(why_here="<b>So</b>."),
    "a misspelt topic": lambda paper, n: paper.update(topics=[f"topik-{n}"]),
    "a misspelt prerequisite": lambda paper, n: paper["prerequisites"].append(_needs(f"papr-{n}")),
    "a circle of two": lambda paper, n: paper["prerequisites"].extend([_needs(f"paper-{n + 1}")][n % 2 :]),
    "the title of another": lambda paper, n: paper.update(title=f"On the Number {n // 2}"),
}
"""What can be wrong with an entry."""


def stock(source: Path, folder: Path) -> None:
    """A project of stock Material in the folder, with the pages of the catalogue as files in nav."""
    edition = site.load(source)
    export_site.export(edition, folder / "docs")
    shutil.rmtree(folder / "docs/assets")
    pages = sorted(path.relative_to(folder / "docs").as_posix() for path in (folder / "docs").rglob("*.md"))
    config = {
        "site_name": edition.catalogue.title,
        "theme": {"name": "material", "font": False},
        "nav": pages,
        "markdown_extensions": ["attr_list", "def_list", "md_in_html", "sane_lists"],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")


def build(folder: Path, target: Path, **more: str) -> Figure:
    """Builds a project into a target folder, in a process of its own."""
    environment = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "REPO_URL"}}
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)],
        cwd=folder,
        env=environment | {"NO_MKDOCS_2_WARNING": "1"} | more,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failure(f"mkdocs build failed in {folder}.")
    # Linux counts in KiB, macOS in bytes.
    memory = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Figure(seconds, memory, sum(path.stat().st_size for path in target.rglob("*") if path.is_file()))


def check(source: Path) -> float:
    """Seconds of the processor that it takes to check a catalogue and print what is wrong."""
    begin = os.times()
    command = [sys.executable, str(ROOT / "scripts/check_catalogue.py"), str(source)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    end = os.times()
    return end.children_user + end.children_system - begin.children_user - begin.children_system


def measure(number: int, rounds: int, work: Path) -> tuple[Figure, Figure]:
    """This project and stock Material on a list of so many papers, in turns."""
    source = work / f"{number}.yaml"
    source.write_text(catalogue(number), encoding="utf-8")
    stock(source, work / f"stock-{number}")
    ours, theirs = [], []
    for turn in range(rounds):
        _say(f"{number} papers, round {turn + 1} of {rounds}: this project ...")
        ours.append(build(ROOT, work / "ours", CATALOGUE=str(source)))
        _say(f"{number} papers, round {turn + 1} of {rounds}: stock Material ...")
        theirs.append(build(work / f"stock-{number}", work / "theirs"))
        shutil.rmtree(work / "ours")
        shutil.rmtree(work / "theirs")
    return min(ours, key=lambda figure: figure.seconds), min(theirs, key=lambda figure: figure.seconds)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def building(sizes: Sequence[int], rounds: int, work: Path) -> Iterator[str]:
    """The lines of the table of builds."""
    yield "| papers | this project | a paper | stock, all in nav | ratio | memory | stock | site | stock |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for number in sizes:
        ours, theirs = measure(number, rounds, work)
        cells = (
            f"{number:,}",
            f"{ours.seconds:.1f} s",
            f"{1000 * ours.seconds / number:.0f} ms",
            f"{theirs.seconds:.1f} s",
            f"{theirs.seconds / ours.seconds:.1f}",
            f"{ours.memory:.0f} MiB",
            f"{theirs.memory:.0f} MiB",
            f"{ours.size / 2**20:.1f} MiB",
            f"{theirs.size / 2**20:.1f} MiB",
        )
        yield f"| {' | '.join(cells)} |"


def checking(sizes: Sequence[int], rounds: int, work: Path) -> Iterator[str]:
    """The lines of the table of checks."""
    yield f"| in every entry | {' | '.join(f'{number:,} papers' for number in sizes)} | ratio |"
    yield f"|---|{'---:|' * len(sizes)}---:|"
    for name, spoil in SPOILT.items():
        seconds = []
        for number in sizes:
            _say(f"{number} papers, {name} in each: checking ...")
            source = work / "checked.yaml"
            source.write_text(catalogue(number, spoil), encoding="utf-8")
            seconds.append(min(check(source) for _ in range(rounds)))
        figures = " | ".join(f"{figure:.1f} s" for figure in seconds)
        yield f"| {name} | {figures} | {seconds[-1] / seconds[0]:.1f} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures each size, prints two Markdown tables, and gives the exit status."""
    parser = command_line(__doc__)
    more: dict[str, Any] = {"type": int, "metavar": "N"}
    parser.add_argument(
        "--sizes", nargs="*", default=SIZES, **more, help="papers to build, or none (default: 18 100 1000)"
    )
    parser.add_argument(
        "--checked", nargs="*", default=CHECKED, **more, help="papers to check, or none (default: 1000 5000)"
    )
    parser.add_argument("--rounds", default=1, **more, help="runs of each, the best counts (default: 1)")
    options = parser.parse_intermixed_args(arguments)
    with tempfile.TemporaryDirectory(prefix="benchmark_") as folder:
        if options.sizes:
            print("\n".join(building(options.sizes, options.rounds, Path(folder))), end="\n\n")
        if options.checked:
            print("\n".join(checking(options.checked, options.rounds, Path(folder))))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
