"""The project under test: its folder, and MkDocs run in it with nothing of the caller's environment."""

from __future__ import annotations

import os
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
