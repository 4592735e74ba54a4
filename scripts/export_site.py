#!/usr/bin/env python3
"""Write the generated Markdown and files to a folder, for another engine than MkDocs.

Static files in docs/ (style sheets, pictures) are copied along. With --engine it is a project of that engine,
and `properdocs build` or `zensical build` there makes the site: for `properdocs`, all that a build reads, as
ProperDocs runs this site's hook; for `zensical`, every page, a theme and settings. The folder must be new or
empty. An export that fails leaves nothing in it, and what one leaves that was killed is replaced by the next.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import _bootstrap  # noqa: F401
from _console import ROOT, add_catalogue, called, command_line, run
from readinglist import site
from readinglist.problems import CannotOpen

UNFINISHED = ".unfinished-export"
"""The file that says that a folder holds a part of an export and nothing else."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the site of the catalogue into the folder that the arguments name, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write; new or empty")
    parser.add_argument("--engine", choices=[name for name in ENGINES if name], help="write a project of it")
    add_catalogue(parser, "--catalogue")
    options = parser.parse_intermixed_args(arguments)
    edition = site.load(options.catalogue, called(options.catalogue))
    with whole(options.folder):
        done = ENGINES[options.engine](edition, options.catalogue, options.folder)
    print(f"{done} written to {options.folder}.")
    return 0


@contextmanager
def whole(folder: Path) -> Iterator[None]:
    """The folder for one export, made if need be, and emptied again where that does not come to its end.

    Raises `CannotOpen` where it holds other things than an unfinished export, or another one is under way.
    """
    mark, new = folder / UNFINISHED, not folder.exists()
    taken = CannotOpen(f"{folder} is not an empty folder. Name one that is new or empty.")
    if not new and not folder.is_dir():
        raise taken
    folder.mkdir(parents=True, exist_ok=True)
    with _claimed(folder):
        if any(folder.iterdir()) and not mark.exists():
            raise taken
        _empty(folder)
        mark.touch()
        try:
            yield
            mark.unlink()
        except BaseException:
            _empty(folder)
            if new:
                folder.rmdir()
            raise


@contextmanager
def _claimed(folder: Path) -> Iterator[None]:
    """The folder with a lock on it, which ends with this process at the latest."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # on a server that has no locks
            _lock(handle, folder)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CannotOpen(f"Another export is writing to {folder}. Wait for it, or name another.") from None


def _empty(folder: Path) -> None:
    """Deletes what an export has written; its mark last, so that a kill leaves it."""
    mark = folder / UNFINISHED
    for path in [*(path for path in folder.iterdir() if path != mark), *folder.glob(UNFINISHED)]:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def export(edition: site.Edition, folder: Path) -> int:
    """Writes every output, picture and static file into the folder; gives the number of outputs."""
    for source in _static(ROOT / "docs"):
        target = folder / source.relative_to(ROOT / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)  # without the mode, which in a read-only checkout is read-only
    written = outputs(edition)
    for output in written:
        target = folder / output.uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.encoded)
    for uri, picture in edition.pictures.items():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, folder / uri)
    return len(written)


def outputs(edition: site.Edition) -> list[site.Output]:
    """Every page and file of the site at the address that the environment names."""
    return [*site.files(edition, os.environ.get("SITE_URL", ""))]


def _for_any(edition: site.Edition, _: Path, folder: Path) -> str:
    return f"{export(edition, folder)} pages and files"


def _for_properdocs(_: site.Edition, source: Path, folder: Path) -> str:
    import _moving  # needs MkDocs, which other exports do without

    _moving.to_properdocs(source, folder)
    return "A project of ProperDocs"


def _for_zensical(edition: site.Edition, source: Path, folder: Path) -> str:
    import _moving

    export(edition, folder / "docs")
    _moving.to_zensical(edition, source, outputs(edition), folder)
    return "A project of Zensical"


ENGINES: dict[str | None, Callable[[site.Edition, Path, Path], str]] = {
    None: _for_any,
    "properdocs": _for_properdocs,
    "zensical": _for_zensical,
}
"""What writes the site, by the engine that is to build it."""


def _static(docs: Path) -> Iterator[Path]:
    """Every file that is published as it is: no page, no template of the theme, nothing hidden."""
    for path in sorted(docs.rglob("*")):
        parts = path.relative_to(docs).parts
        hidden = parts[0] == "overrides" or any(part.startswith(".") for part in parts)
        if path.is_file() and path.suffix != ".md" and not hidden:
            yield path


if __name__ == "__main__":
    sys.exit(run(main))
