"""What several test modules share: one strict build of the real site, and the environment to build it in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once and strictly, with an address and a repository."""
    folder = tmp_path_factory.mktemp("site")
    done = mkdocs("build", "--strict", "--site-dir", str(folder), SITE_URL=SITE_URL, REPO_URL=REPO_URL)
    assert done.returncode == 0, done.stderr
    return folder
