"""This list, built once and strictly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from project import REPO_URL, ROOT, SITE_URL, mkdocs
from readinglist import site
from serving import served


@pytest.fixture(scope="session")
def edition() -> site.Edition:
    """What people wrote of this list, read once."""
    return site.load(ROOT / "papers.yaml")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this list, with an address and a repository."""
    folder = tmp_path_factory.mktemp("site")
    done = mkdocs("build", "--strict", "--site-dir", str(folder), SITE_URL=SITE_URL, REPO_URL=REPO_URL)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def host(built: Path) -> Iterator[str]:
    """The address of the built site on loopback."""
    with served(built) as address:
        yield address
