"""Line ends in a clone by a git that is set up for Windows."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from project import ROOT


def git(*arguments: str) -> str:
    """What git prints."""
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone")
def test_a_clone_for_windows_has_the_line_ends_of_the_repository(tmp_path: Path) -> None:
    """Where git is to write CRLF into text files, every file of this project is still as it was committed."""
    clone = tmp_path / "clone"
    git("clone", "--quiet", "-c", "core.autocrlf=true", str(ROOT), str(clone))
    names = git("-C", str(clone), "ls-files", "-z").rstrip("\0").split("\0")
    assert "scripts/check_catalogue.py" in names
    changed = [name for name in names if b"\r\n" in (clone / name).read_bytes() and not binary(clone / name)]
    assert changed == []


def binary(file: Path) -> bool:
    """Whether git takes a file for binary, and so never changes it."""
    return b"\0" in file.read_bytes()[:8000]
