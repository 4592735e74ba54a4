"""Builds to be measured: of this project, and of the same pages by stock Material and by Zensical."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import export_site
from _console import ROOT
from readinglist import site
from readinglist.problems import Failure

MKDOCS = [sys.executable, "-m", "mkdocs"]


@dataclass(frozen=True)
class Figure:
    """What one build took: seconds, those of the processor, peak memory in MiB, and the bytes of the site."""

    seconds: float
    busy: float
    memory: float
    size: int


def environment() -> dict[str, str]:
    """The caller's, without what would make another site of the same list."""
    others = {"CATALOGUE", "SITE_URL", "REPO_URL"}
    return {key: value for key, value in os.environ.items() if key not in others} | {
        "NO_MKDOCS_2_WARNING": "1"
    }


def mkdocs(project: Path) -> Figure:
    """MkDocs on a project: one of ours keeps what it rendered for the next time."""
    return _timed([*MKDOCS, "build"], project)


def zensical(project: Path, *options: str) -> Figure:
    """Zensical on a project: from nothing with `--clean`, else with what it kept."""
    return _timed([str(zensical_command()), "build", *options], project)


def zensical_command() -> str | None:
    """Where Zensical is installed; it is none of this project's packages."""
    return shutil.which("zensical")


def ours(catalogue: str, folder: Path) -> Path:
    """This project in a folder, with another catalogue and without the prose of this list."""
    prose = shutil.ignore_patterns("papers", "equations", "figures", "*.md")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=prose)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "papers.yaml").write_text(catalogue, encoding="utf-8")
    return folder


def stock(source: Path, folder: Path) -> Path:
    """A project of stock Material in a folder, with the pages of a catalogue as files in nav."""
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
    return folder


def _timed(command: list[str], folder: Path) -> Figure:
    """Builds in a process of its own, at the engine's usual level of messages, which nobody reads."""
    begin = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failure(f"{' '.join(command)} failed in {folder}.")
    # Linux counts in KiB, macOS in bytes.
    memory = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    size = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
    return Figure(seconds, usage.ru_utime + usage.ru_stime, memory, size)
