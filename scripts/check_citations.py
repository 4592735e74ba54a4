#!/usr/bin/env python3
"""Try the references to every paper with the programs that readers use: biber, bibtex and pandoc.

biber reads both BibTeX files, and bibtex, which takes a letter beyond ASCII apart, the second, in its four
standard styles. pandoc reads every format, and with the CSL files of APA, IEEE, ACM and Chicago writes each
reference, which must be what the site says. A warning is a failure, and so is a program that is missing.

None of them is part of the set-up. On Debian: apt-get install biber texlive-base pandoc. The CSL files
come from https://github.com/citation-style-language/styles.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import _bootstrap  # noqa: F401
from _console import add_catalogue, called, command_line, run
from readinglist import site
from readinglist.citations import casing, csl
from readinglist.citations.formats import FORMATS
from readinglist.citations.styles import STYLES
from readinglist.model.paper import Paper

BIBTEX_STYLES = ("plain", "abbrv", "alpha", "unsrt")
CSL_STYLES = {
    "APA": "apa",
    "IEEE": "ieee",
    "ACM": "association-for-computing-machinery",
    "Chicago": "chicago-author-date",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Tries the references to the catalogue that the arguments name and gives the exit status."""
    parser = command_line(__doc__)
    add_catalogue(parser)
    parser.add_argument("--styles", type=Path, metavar="DIR", help="the folder of the CSL files, for pandoc")
    options = parser.parse_intermixed_args(arguments)
    papers = site.load(options.file, called(options.file)).catalogue.papers
    with tempfile.TemporaryDirectory() as folder:
        for ending, write in FORMATS.items():
            Path(folder, f"papers{ending}").write_text(write(papers), encoding="utf-8")
        work = Work(papers, Path(folder), options.styles and options.styles.absolute())
        return max([_verdict(name, work) for name in PROGRAMS])


@dataclass(frozen=True)
class Work:
    """The papers, the folder with the references to them in every format, and that of the CSL files."""

    papers: Sequence[Paper]
    folder: Path
    styles: Path | None

    def said(self, *command: str | Path) -> str:
        """What a program prints of the files in the folder."""
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr


def _verdict(name: str, work: Work) -> int:
    """Prints what a program says; 0 where that is nothing, 1 where not, 2 where it is missing."""
    if not shutil.which(name):
        print(f"{name}: not tried, as it is not installed.")
        return 2
    complaints, papers = [*PROGRAMS[name](work)], work.papers
    print("\n".join([f"{name}: {len(papers)} papers, {len(complaints)} complaints.", *complaints]))
    return bool(complaints)


def _biber(work: Work) -> Iterator[str]:
    """What biber finds wrong with the files by biblatex's own model of entries."""
    for ending in (".bib", "-latex.bib"):
        said = work.said("biber", "--tool", "--validate-datamodel", "--nolog", f"papers{ending}")
        yield from re.findall(r"(?:WARN|ERROR).*", said)


def _bibtex(work: Work) -> Iterator[str]:
    """What bibtex warns of, and where it does not set every paper."""
    for style in BIBTEX_STYLES:
        lines = ("\\relax", "\\citation{*}", f"\\bibstyle{{{style}}}", "\\bibdata{papers-latex}", "")
        (work.folder / "all.aux").write_text("\n".join(lines))
        yield from re.findall(r"Warning--.*|.*error.*", work.said("bibtex", "all"))
        number = (work.folder / "all.bbl").read_text(encoding="ascii").count("\\bibitem")
        if number != len(work.papers):
            yield f"{style}: {number} of {len(work.papers)}"


def _pandoc(work: Work) -> Iterator[str]:
    """Formats that pandoc does not read whole, and references that differ from the site's."""
    for ending in FORMATS:
        number = len(_set(work, work.folder / f"papers{ending}"))
        if number != len(work.papers):
            yield f"{number} of {len(work.papers)} in papers{ending}"
    if not work.styles:
        yield "not tried with styles: name the folder of the CSL files with --styles"
        return
    for (style, write), paper in product(STYLES.items(), work.papers):
        file = work.folder / "one.json"
        file.write_text(json.dumps([_item(paper, style)]), encoding="utf-8")
        theirs = " ".join(_set(work, file, CSL_STYLES[style]))
        if theirs != write(paper):
            yield f"{style}, {paper.id}:\n  pandoc: {theirs}\n  site:   {write(paper)}"


def _item(paper: Paper, style: str) -> dict[str, object]:
    """A paper for pandoc: APA wants titles as sentences, which a processor cannot make of them."""
    title = {"title": casing.sentence(paper.title, casing.names_in(paper))} if style == "APA" else {}
    return csl.item(paper) | title


def _set(work: Work, bibliography: Path, style: str = "") -> list[str]:
    """Each reference in plain words; IEEE's style repeats the archive that is in the number already."""
    (work.folder / "all.md").write_text('---\nnocite: "@*"\n---\n')
    options = ["--citeproc", "--fail-if-warnings", "--wrap=none", f"--bibliography={bibliography}"]
    if style and work.styles:
        options.append(f"--csl={work.styles / style}.csl")
    lines = work.said("pandoc", "all.md", "-t", "plain", *options).splitlines()
    plain = (re.sub(r"^\[\d+\] +", "", line.strip()) for line in lines)
    return [line.replace("arXiv: arXiv:", "arXiv:") for line in plain if line]


PROGRAMS: dict[str, Callable[[Work], Iterator[str]]] = {"biber": _biber, "bibtex": _bibtex, "pandoc": _pandoc}

if __name__ == "__main__":
    sys.exit(run(main))
