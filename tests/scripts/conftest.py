"""What the tests of the shell commands share."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import BROWSER, Project, executable


@pytest.fixture
def bare(tmp_path: Path) -> Project:
    """A fresh clone on a machine with a good Python."""
    return Project.copied(tmp_path)


@pytest.fixture
def ready(bare: Project) -> Project:
    """A project whose set-up for the tests, and so for all commands, is done."""
    executable(bare.tools / "chromium", BROWSER)
    assert bare.run("test").returncode == 0
    (bare.tools / "chromium").unlink()
    assert bare.notes
    return bare
