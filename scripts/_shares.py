"""Which files of this project another list takes along, and which are about this list alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from _bootstrap import ROOT
from readinglist.arxiv import snapshot

TEMPLATES = ROOT / "scripts/_new_list"
"""What is made anew for each list."""

COPIED = (
    *(
        ".biome.jsonc",
        ".ci",
        ".editorconfig",
        ".gitattributes",
        ".github",
        ".gitignore",
        ".pre-commit-config.yaml",
    ),
    *(".vscode", "CONTRIBUTING.md", "LICENSE", "SECURITY.md", "hooks", "mkdocs.yml", "pyproject.toml"),
    *("requirements.txt", "requirements-test.txt", "scripts", "tests"),
    *("docs/assets", "docs/overrides", "docs/papers.schema.json", "docs/map.md", "docs/reading.md"),
    *("docs/contribute.md", "docs/data.md", "docs/design.md", "docs/moving.md", "docs/performance.md"),
    # Of folders that are left out, what any list can use.
    *("docs/assets/reader/controls/plot.js", "docs/equations/__main__.py"),
)
"""Files and folders that go along as they are."""

MADE = ("papers.yaml", "CHANGELOG.md", "CITATION.cff", "README.md", "docs/index.md", "docs/about.md")
"""Files that are made for each list, from those of the same name in `TEMPLATES`."""

LEFT_OUT = (
    *(
        snapshot.beside(ROOT / "papers.yaml").name,
        "docs/papers",
        "docs/equations",
        "docs/glossary.md",
        "docs/tracks.md",
    ),
    *("docs/assets/figures", "docs/assets/screenshot.png", "docs/assets/reader/controls"),
    *("scripts/_figures", "tests/this_list"),
)
"""Files and folders that are about this list."""

_PASSING = {"__pycache__", ".git", ".venv", "site"}


def share(name: str) -> tuple[str, ...]:
    """The table that decides about a file, by its path from the root; empty where none does."""
    ways = [name, *(str(folder) for folder in Path(name).parents)]
    for way in ways:
        for table in (MADE, LEFT_OUT, COPIED):
            if way in table:
                return table
    return ()


def copied(root: Path = ROOT) -> Iterator[Path]:
    """Every file of a project that goes along as it is, by its path from the root, in order."""
    for path in sorted(_files(root)):
        name = path.relative_to(root)
        if share(name.as_posix()) is COPIED:
            yield name


def _files(root: Path) -> Iterator[Path]:
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if name not in _PASSING and not name.endswith("_cache")]
        yield from (Path(folder, name) for name in names)
