#!/usr/bin/env python3
"""Draw the pictures of the papers from their equation modules, and write down what the modules compute.

For each docs/equations/ID.py this writes what its `reproduced()` says to docs/equations/ID.csv. Where
scripts/_figures/ has a drawing for it, this also writes docs/assets/figures/ID.svg, ID-narrow.svg (for
phones) and ID.csv (the data). The site is built from these files: building and serving need neither NumPy nor
matplotlib.

Exit status: 0 where every file is as it should be (or now is), 1 where --check found one that is not.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import _bootstrap  # noqa: F401
from _console import ROOT, command_line, run

EQUATIONS, FIGURES = ROOT / "docs/equations", ROOT / "docs/assets/figures"
HEAD = ("quantity", "computed", "printed", "where", "why")


def equations(file: Path) -> ModuleType:
    """The module of a paper; its file is named by an id, which Python cannot import by name."""
    spec = spec_from_file_location(f"equations_{_python_name(file.stem)}", file)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def drawn(file: Path) -> Iterator[tuple[Path, str]]:
    """Every file that is made from a module, with its content."""
    module = equations(file)
    yield file.with_suffix(".csv"), table([HEAD, *module.reproduced()])
    if not (ROOT / "scripts/_figures" / f"{_python_name(file.stem)}.py").exists():
        return
    from _drawing import NARROW, WIDE  # matplotlib takes a second to load

    drawing = import_module(f"_figures.{_python_name(file.stem)}").drawing(module)
    yield FIGURES / f"{file.stem}.svg", drawing.picture(WIDE)
    yield FIGURES / f"{file.stem}-narrow.svg", drawing.picture(NARROW)
    yield FIGURES / f"{file.stem}.csv", table(drawing.data)


def table(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV with plain line ends."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _python_name(id: str) -> str:
    return id.replace("-", "_")


def main(arguments: Sequence[str] | None = None) -> int:
    """Draws what the arguments name, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="the papers to draw (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing, and name what is out of date")
    options = parser.parse_intermixed_args(arguments)
    files = [EQUATIONS / f"{id}.py" for id in options.ids] or sorted(EQUATIONS.glob("*.py"))
    stale = 0
    for number, file in enumerate(files, 1):
        print(f"[{number}/{len(files)}] {file.stem}", file=sys.stderr)
        for target, text in drawn(file):
            if target.exists() and target.read_text(encoding="utf-8") == text:
                continue
            stale += 1
            print(f"{target.relative_to(ROOT)} {'is out of date' if options.check else 'written'}")
            if not options.check:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(run(main))
