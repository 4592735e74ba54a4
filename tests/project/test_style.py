"""The code's own rules: ruff, mypy, imports that point one way, and no script or handler of ours in a page."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT

COMMANDS = [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_code_passes(command: list[str]) -> None:
    """The linter, the formatter and the type checker have nothing to say."""
    paths = ["hooks", "scripts", "tests"] if command[0] == "ruff" else []
    done = subprocess.run(
        [sys.executable, "-m", *command, *paths], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_layers_hold() -> None:
    """import-linter finds every import of the core pointing down, and none to MkDocs or the network."""
    linter = str(Path(sys.executable).parent / "lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_templates_hold_no_script_and_no_handler() -> None:
    """No template of ours brings an inline script, an inline style or an event handler into a page."""
    folders = [ROOT / "hooks/readinglist/pages/templates", ROOT / "docs/overrides"]
    templates = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert len(templates) > 8
    for path in templates:
        assert not re.search(
            r"<script(?! src=\"{{)|<style|\son\w+\s*=|javascript:", path.read_text(encoding="utf-8")
        ), path
