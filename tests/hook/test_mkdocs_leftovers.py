"""What previews leave behind: nothing, or what the next one sweeps."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import mkdocs_leftovers
import pytest
from project import ROOT

PREVIEW = """import os, signal, sys
sys.path.insert(0, sys.argv[1])
import mkdocs_leftovers
from pathlib import Path
mkdocs_leftovers.begin(Path(sys.argv[2]))
mkdocs_leftovers.hold(Path(sys.argv[2], "mine"))
try:
    print("begun", flush=True)
    signal.pause()
finally:
    os.kill(os.getpid(), int(sys.argv[3]))  # closing a terminal can send its signal twice
    print("cleared", flush=True)
"""


def preview(folder: Path, number: str = "15") -> subprocess.Popen[str]:
    """A process with a temporary folder, as a preview has it, that runs until a signal."""
    (folder / "mine").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", PREVIEW, str(ROOT / "hooks"), str(folder), number],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout and process.stdout.readline() == "begun\n"
    return process


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_lets_it_clear_up(tmp_path: Path, name: str) -> None:
    """The request to end, and a terminal that closes, leave time to clear up, also where they come twice."""
    number = signal.Signals[name]
    process = preview(tmp_path, str(int(number)))
    process.send_signal(number)
    assert process.communicate()[0] == "cleared\n"


def test_what_a_killed_one_left_is_swept(tmp_path: Path) -> None:
    """The folder of a preview that runs stays, and goes once that was killed; other folders always stay."""
    other = tmp_path / "mkdocs_other"
    other.mkdir()
    process = preview(tmp_path)
    mkdocs_leftovers.sweep(tmp_path)
    assert (tmp_path / "mine").exists()
    process.kill()
    process.communicate()
    mkdocs_leftovers.sweep(tmp_path)
    assert [*tmp_path.iterdir()] == [other]


def test_nobody_else_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a temporary folder that people share, a folder of somebody else's stays, and no link is followed."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / mkdocs_leftovers.MARK).touch()
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / mkdocs_leftovers.MARK).symlink_to(__file__)
    with monkeypatch.context() as somebody:
        somebody.setattr(os, "getuid", lambda: -1)
        mkdocs_leftovers.sweep(tmp_path)
    assert len([*tmp_path.iterdir()]) == 2
    mkdocs_leftovers.sweep(tmp_path)
    assert [*tmp_path.iterdir()] == [tmp_path / "linked"]


def test_a_build_marks_nothing(tmp_path: Path) -> None:
    """Where no preview began, a site is built without a mark in it."""
    mkdocs_leftovers.hold(tmp_path)
    assert not [*tmp_path.iterdir()]
