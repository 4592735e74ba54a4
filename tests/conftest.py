"""What several test modules share: one strict build of the real site."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import REPO_URL, SITE_URL, mkdocs


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once and strictly, with an address and a repository."""
    folder = tmp_path_factory.mktemp("site")
    done = mkdocs("build", "--strict", "--site-dir", str(folder), SITE_URL=SITE_URL, REPO_URL=REPO_URL)
    assert done.returncode == 0, done.stderr
    return folder
