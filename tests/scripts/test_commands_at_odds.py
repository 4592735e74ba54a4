"""The commands at odds with the machine: two at once, killed at any moment, nowhere to write, other letters."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commands import BUILD, PYTHON, SHELL, Project, executable

WAITING = "Another command is at work in this folder: waiting for it ...\n"


@contextmanager
def at_work(project: Project) -> Iterator[None]:
    """Another command is changing what is made in the project's folder."""
    folder = os.open(project.root, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(folder)


def test_the_second_of_two_first_commands_waits(ready: Project) -> None:
    """While another command sets .venv up, one waits and says so, and then makes none of its own."""
    made = (ready.root / ".venv").rename(ready.root / "being made")
    with at_work(ready):
        second = ready.start("serve")
        assert second.stderr and second.stderr.readline() == WAITING
        assert ready.notes == []
        made.rename(ready.root / ".venv")
    assert second.communicate() == ("", "")
    assert ready.notes == ["-m mkdocs serve"]


def test_a_preview_holds_nobody_up(bare: Project) -> None:
    """What a command sets up is free for others when its own work begins."""
    taken = f'"{sys.executable}" -c "import fcntl, os; fcntl.flock(os.open(\'.\', 0), {fcntl.LOCK_EX | fcntl.LOCK_NB})"'
    assert bare.run("serve", THEN=taken).returncode == 0


def test_the_second_of_two_builds_waits(ready: Project) -> None:
    """Builds go one after the other, so that neither meets the other's folders."""
    with at_work(ready):
        second = ready.start("build", THEN=BUILD)
        assert second.stderr and second.stderr.readline() == WAITING
        assert (ready.site_folders(), ready.notes) == ([], [])
    second.communicate()
    assert (second.returncode, ready.site_folders()) == (0, ["site"])


def test_what_outlives_a_killed_build_is_waited_for(ready: Project, tmp_path: Path) -> None:
    """Where mkdocs still writes after its build was killed, the folder stays locked until it ends."""
    os.mkfifo(tmp_path / "end")
    killed = ready.start("build", THEN=f'kill -KILL $PPID; cat "{tmp_path}/end"')
    assert killed.wait() == -9
    folder = os.open(ready.root, os.O_RDONLY)
    with pytest.raises(BlockingIOError):
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    (tmp_path / "end").write_text("")
    fcntl.flock(folder, fcntl.LOCK_EX)
    os.close(folder)
    killed.communicate()


@pytest.mark.parametrize(
    ("tool", "when", "left", "site"),
    [
        ("mv", "[ ! -e site ]", [".site-new", ".site-old"], "old\n"),
        ("rm", "[ -e .site-old ]", [".site-old", "site"], "new\n"),
    ],
)
def test_a_kill_in_the_exchange_is_made_good(
    ready: Project, tool: str, when: str, left: list[str], site: str
) -> None:
    """A build killed between its two moves, or behind them, leaves what the next one restores or sweeps."""
    ready.with_a_site()
    real = (ready.tools / tool).readlink()
    (ready.tools / tool).unlink()
    executable(
        ready.tools / tool, f'#!/bin/sh\nif {when}; then kill -KILL $PPID; exit; fi\nexec {real} "$@"\n'
    )
    assert ready.run("build", THEN=BUILD).returncode == -9
    assert ready.site_folders() == left
    (ready.tools / tool).unlink()
    (ready.tools / tool).symlink_to(real)
    assert ready.run("build", THEN="exit 3").returncode == 3
    assert (ready.site_folders(), ready.built) == (["site"], site)


@pytest.mark.parametrize("target", ["../web", "../web/", "{absolute}"])
def test_a_link_is_kept(ready: Project, tmp_path: Path, target: str) -> None:
    """Where site is a link, also to what is not there yet, the site is built where it leads."""
    link = ready.root / "site"
    link.symlink_to(target.format(absolute=tmp_path / "web"))
    for _ in range(2):
        assert ready.run("build", THEN=BUILD).returncode == 0
        assert link.is_symlink() and ready.built == "new\n"
    assert not [path.name for path in tmp_path.iterdir() if "web" in path.name and path.name != "web"]


def test_a_site_that_cannot_be_written(ready: Project) -> None:
    """In a folder that is read-only a build ends with a sentence, and the last site stays."""
    ready.with_a_site()
    (ready.tools / "mkdir").unlink()
    executable(ready.tools / "mkdir", "#!/bin/sh\necho 'mkdir: Read-only file system' >&2; exit 1\n")
    result = ready.run("build", THEN=BUILD)
    assert (result.returncode, result.stderr) == (
        2,
        "The site cannot be built: mkdir: Read-only file system.\n",
    )
    assert ready.built == "old\n"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Error: [Errno 30] Read-only file system: '.venv'", "cannot be written to"),
        ("  Caused by: Permission denied (os error 13)", "cannot be written to"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
    ],
)
def test_a_venv_that_cannot_be_written(bare: Project, said: str, sentence: str) -> None:
    """Where .venv cannot be made, a sentence says what stands in the way, and nothing half is left."""
    failing = f'"-m venv "*) mkdir .venv; echo "Traceback (most recent call last):\n{said}"; exit 1 ;;'
    executable(bare.tools / "python3", PYTHON.replace("case $* in\n", f"case $* in\n{failing}\n", 1))
    result = bare.run("serve")
    assert result.returncode == 2
    assert sentence in result.stderr and "Traceback" not in result.stderr
    assert not (bare.root / ".venv").exists()


def run_in(folder: Path, code: str, **variables: str) -> str:
    """What the shell prints in a folder behind scripts/_environment.sh."""
    command = [SHELL, "-c", f'. "$0"; {code}', str(folder / "scripts/_environment.sh")]
    environment = {"PATH": os.environ["PATH"], **variables}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("locale", ["C", "POSIX", "xx_XX.ISO-8859-1", "C.UTF-8"])
def test_other_letters_in_the_path(bare: Project, tmp_path: Path, locale: str) -> None:
    """In a folder with other letters than ASCII, .venv's Python starts and finds its paths in every locale."""
    folder = bare.root.rename(tmp_path / "liste à lire")
    venv.create(folder / ".venv")
    [packages] = (folder / ".venv/lib").glob("python*/site-packages")
    (packages / "project.pth").write_text(f"{folder}\n", encoding="utf-8")
    (folder / "of_this_folder.py").write_text("")
    find = ".venv/bin/python -c 'import of_this_folder'; python_version .venv/bin/python"
    found = run_in(folder, find, LC_ALL=locale)
    assert found == "{}.{}.{}\n".format(*sys.version_info[:3])


def test_a_locale_that_works_is_kept(bare: Project) -> None:
    """Where the locale is one of UTF-8 already, its language and its order of letters stay."""
    executable(bare.tools / "locale", "#!/bin/sh\necho UTF-8\n")
    found = run_in(bare.root, 'echo "${LC_ALL-none}"', PATH=f"{bare.tools}:{os.environ['PATH']}")
    assert found == "none\n"


UV = """#!/bin/sh
while [ "$1" != -o ]; do shift; done
echo new >"$2"
[ "$2" != "${FAIL-}" ]
"""


@pytest.mark.parametrize(("fail", "written"), [("", True), ("requirements.txt", False)])
def test_both_locks_are_written_or_none(bare: Project, fail: str, written: bool) -> None:
    """Where the second lock cannot be made, the first one stays too, and nothing is left beside them."""
    executable(bare.tools / "uv", UV)
    before = sorted(path.name for path in bare.root.iterdir())
    assert (bare.run("lock", FAIL=fail).returncode == 0) is written
    for name in ["requirements.txt", "requirements-test.txt"]:
        assert ((bare.root / name).read_text() == "new\n") is written
    assert sorted(path.name for path in bare.root.iterdir()) == before
