"""What the tests of the workflows' steps share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from workflows import GH, Runner


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner whose `gh` knows of no issues."""
    runner = Runner(tmp_path)
    runner.program("gh", GH.format(python=sys.executable))
    runner.answers()
    return runner
