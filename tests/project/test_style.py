"""The code's own rules: ruff, mypy, imports that point one way, and no script or handler of ours in a page."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT

CODE = ["hooks", "scripts", "tests"]
COMMANDS = [
    ["ruff", "check", *CODE],
    ["ruff", "format", "--check", *CODE],
    ["mypy"],
    # Warnings too; and told where to look, or it goes through .venv.
    ["biome", "check", "--config-path=.biome.jsonc", "--error-on-warnings", "docs/assets"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_the_code_passes(command: list[str]) -> None:
    """The linters, the formatters and the type checker have nothing to say of Python, scripts and styles."""
    program = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
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
            r"<script(?! src=\"(?:{{ '|\.\./\.\./)assets/)|<style|\son\w+\s*=|javascript:",
            path.read_text(encoding="utf-8"),
        ), path


def test_our_classes_have_one_prefix() -> None:
    """Each class that a style names is the theme's or begins with rl-, and so does each that a template gives.

    The one that collectors of references look for is theirs.
    """
    styles = sorted((ROOT / "docs/assets/styles").glob("*.css"))
    assert len(styles) > 8
    for path in styles:
        selectors = re.sub(r'/\*.*?\*/|"[^"]*"', "", path.read_text(encoding="utf-8"), flags=re.S)
        named = re.findall(r"\.([a-z][\w-]*)", selectors)
        assert [name for name in named if not _ours_or_theirs(name)] == [], path
    for path in [
        *(ROOT / "hooks/readinglist/pages/templates").glob("*"),
        *(ROOT / "docs/overrides").rglob("*.html"),
    ]:
        given = re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8"))
        words = re.sub(r"{{.*?}}|{%.*?%}", "", " ".join(given)).split()
        assert [word for word in words if not _ours_or_theirs(word) and word != "Z3988"] == [], path


def _ours_or_theirs(name: str) -> bool:
    return name.startswith(("rl-", "md-")) or name == "headerlink"
