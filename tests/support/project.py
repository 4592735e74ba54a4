"""The project under test: its folder, and MkDocs run in it with nothing of the caller's environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE_URL = "https://list.example/"
REPO_URL = "https://github.com/example/list"


def environment(**more: str) -> dict[str, str]:
    """The environment for a build, with nothing of the caller's that would change it."""
    kept = {
        key: value for key, value in os.environ.items() if key not in {"CATALOGUE", "SITE_URL", "REPO_URL"}
    }
    return kept | {"NO_MKDOCS_2_WARNING": "1"} | more


def mkdocs(*arguments: str, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """One run of mkdocs, its output captured."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment(**more), capture_output=True, text=True, check=False
    )


def another_list(folder: Path, catalogue: bytes) -> Path:
    """A project in a folder with the real theme and hook, a catalogue of its own, and none of this list's prose."""
    prose = shutil.ignore_patterns("papers", "equations", "figures", "*.md")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=prose, dirs_exist_ok=True)
    code = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=code, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "papers.yaml").write_bytes(catalogue)
    return folder
