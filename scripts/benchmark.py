#!/usr/bin/env python3
"""Build growing lists with this project and with other engines, side by side in one run, and check some.

Stock Material gets the same pages as Markdown files, all of them in its nav; so does Zensical, where its
command is found. Each build is a process of its own, and the best of its rounds: seconds, and in brackets
those of the processor, which a busy machine moves less. Compare the ratios, as seconds depend on the machine.
What is warm has what the build before it kept. The run takes some minutes, most of them for stock Material's
longest list.

Checked are lists that are sound and lists with a problem in every entry, with scripts/check_catalogue.py. The
figures are seconds of the processor; what is looked at once for each entry shows in a ratio near that of the
lengths.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import _bootstrap  # noqa: F401
import _engines
from _console import ROOT, command_line, run
from _engines import Figure
from _made_lists import SPOILT, catalogue
from _refreshing import refresh

SIZES = (18, 100, 1000)
CHECKED = (1000, 5000)
LONGEST_STOCK = 1000
"""Papers above which only this project builds: the others would take an hour."""


def check(source: Path) -> float:
    """Seconds of the processor that it takes to check a catalogue and print what is wrong."""
    begin = os.times()
    command = [sys.executable, str(ROOT / "scripts/check_catalogue.py"), str(source)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    end = os.times()
    return end.children_user + end.children_system - begin.children_user - begin.children_system


ENGINES = ("this project", "warm", "stock, all in nav", "Zensical", "warm")
"""The columns of the table of builds."""


def measure(number: int, rounds: int, work: Path) -> list[Figure | None]:
    """The builds of a list of so many papers, in turns; none of an engine that is not there."""
    best: list[Figure | None] = [None] * len(ENGINES)
    for turn in range(rounds):
        _say(f"{number} papers, round {turn + 1} of {rounds} ...")
        folder = work / f"{number}-{turn}"  # a list of its own, of which nothing was kept
        folder.mkdir()
        found = _round(number, folder)
        best = [
            min((one, other), key=lambda figure: figure.seconds) if one and other else one or other
            for one, other in zip(best, found, strict=True)
        ]
    return best


def _round(number: int, folder: Path) -> list[Figure | None]:
    project = _engines.ours(catalogue(number), folder / "ours")
    found: list[Figure | None] = [_engines.mkdocs(project) for _ in ("cold", "warm")]
    if number > LONGEST_STOCK:
        return [*found, None, None, None]
    other = _engines.stock(project / "papers.yaml", folder / "stock")
    found.append(_engines.mkdocs(other))
    if not _engines.zensical_command():
        return [*found, None, None]
    return [*found, _engines.zensical(other, "--clean"), _engines.zensical(other)]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def building(sizes: Sequence[int], rounds: int, work: Path) -> Iterator[str]:
    """The lines of the table of builds."""
    yield f"| papers | {' | '.join(ENGINES)} | memory | stock | site | stock |"
    yield f"|{'---:|' * (len(ENGINES) + 5)}"
    for number in sizes:
        figures = measure(number, rounds, work)
        seconds = [f"{one.seconds:.1f} s ({one.busy:.1f})" if one else "" for one in figures]
        memory = [f"{one.memory:.0f} MiB" if one else "" for one in figures]
        size = [f"{one.size / 2**20:.1f} MiB" if one else "" for one in figures]
        cells = f"{number:,}", *seconds, memory[0], memory[2], size[0], size[2]
        yield f"| {' | '.join(cells)} |"


def refreshing(sizes: Sequence[int], rounds: int, work: Path) -> Iterator[str]:
    """The lines of the table of edits."""
    yield "| papers | from an edit to its page |"
    yield "|---:|---:|"
    for number in sizes:
        _say(f"{number} papers: editing ...")
        project = _engines.ours(catalogue(number), work / f"edited-{number}")
        yield f"| {number:,} | {refresh(project, number, rounds):.1f} s |"


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
    """Measures each size, prints three Markdown tables, and gives the exit status."""
    parser = command_line(__doc__)
    more: dict[str, Any] = {"type": int, "metavar": "N"}
    parser.add_argument(
        "--sizes", nargs="*", default=SIZES, **more, help="papers to build, or none (default: 18 100 1000)"
    )
    parser.add_argument(
        "--edited", nargs="*", default=(18, 1000), **more, help="papers to edit, or none (default: 18 1000)"
    )
    parser.add_argument(
        "--checked", nargs="*", default=CHECKED, **more, help="papers to check, or none (default: 1000 5000)"
    )
    parser.add_argument("--rounds", default=1, **more, help="runs of each, the best counts (default: 1)")
    options = parser.parse_intermixed_args(arguments)
    with tempfile.TemporaryDirectory(prefix="benchmark_") as folder:
        if options.sizes:
            print("\n".join(building(options.sizes, options.rounds, Path(folder))), end="\n\n")
        if options.edited:
            print("\n".join(refreshing(options.edited, options.rounds, Path(folder))), end="\n\n")
        if options.checked:
            print("\n".join(checking(options.checked, options.rounds, Path(folder))))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
