"""A file or an output that cannot be used ends a command in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from project import ROOT

FULL = Path("/dev/full")
RUN = """import sys
sys.path.insert(0, sys.argv[1])
from _console import run
from pathlib import Path
def main():
    {body}
    return 0
sys.exit(run(main))"""


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """A command that does one thing."""

    def command(body: str, stdout: int | None = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
        code = [sys.executable, "-c", RUN.format(body=body), str(ROOT / "scripts")]
        # Held back to the end, as Python does with what does not go to a terminal.
        env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        return subprocess.run(code, env=env, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)

    return command


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            "Path('none/file').write_text('')",
            "none/file could not be read or written: No such file or directory.\n",
        ),
        (
            "raise OSError(28, 'No space left on device', 'x')",
            "x could not be read or written: No space left on device.\n",
        ),
        (
            "raise OSError(30, 'Read-only file system', 'y')",
            "y could not be read or written: Read-only file system.\n",
        ),
        (
            "raise OSError(28, 'No space left on device', 'from', None, 'to')",
            "to could not be read or written: No space left on device.\n",
        ),
    ],
)
def test_a_file_that_cannot_be_used(
    run: Callable[..., subprocess.CompletedProcess[str]], body: str, sentence: str
) -> None:
    """Where a file cannot be read or written the command says so in one sentence and ends with 2."""
    done = run(body)
    assert (done.returncode, done.stderr) == (2, sentence)


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
def test_an_output_that_is_full(run: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """Where what it prints finds no room, the command says that too."""
    with FULL.open("w") as full:
        done = run("print('x' * 9)", stdout=full.fileno())
    assert (done.returncode, done.stderr) == (
        2,
        "Not all could be written: No space left on device.\n",
    )
