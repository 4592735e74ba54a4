"""The sample, as a web host would serve it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sample
from project import REPO_URL, SITE_URL, mkdocs
from serving import served


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a project, built strictly with an address and a repository."""
    folder = sample.project(tmp_path_factory.mktemp("sample"))
    done = mkdocs("build", "--strict", cwd=folder, SITE_URL=SITE_URL, REPO_URL=REPO_URL)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def host(project: Path) -> Iterator[str]:
    """The address of the built sample on loopback."""
    with served(project / "site") as address:
        yield address


@pytest.fixture(scope="session")
def instant(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample built with the theme's instant navigation, which needs to know that address."""
    folder = tmp_path_factory.mktemp("instant")
    config = (project / "mkdocs.yml").read_text()
    features = "  features:\n"
    assert features in config
    # Beside the other, as MkDocs looks for docs and hooks where its configuration is.
    (project / "instant.yml").write_text(config.replace(features, f"{features}    - navigation.instant\n"))
    with served(folder) as address:
        done = mkdocs("build", "-f", "instant.yml", "-d", str(folder), cwd=project, SITE_URL=address)
        assert done.returncode == 0, done.stderr
        yield address
