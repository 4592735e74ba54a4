"""The commands in scripts/, run in a copy of the project with a Python that only notes what it was asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from commands import BROWSER, BUILD, PYTHON, Project, executable

COMMANDS = ["serve", "build", "test", "lock"]
OLD_PYTHON = f"""#!/bin/sh
exec "{sys.executable}" -c "import sys; sys.version_info = (3, 10, 14); $2"
"""
# As on a Debian without the package python3-venv.
PYTHON_WITHOUT_VENV = """#!/bin/sh
case $* in "-m venv "*) ;; *) exit ;; esac
mkdir -p "$3/bin"
echo 'The virtual environment was not created successfully because ensurepip is not'
echo 'available.  On Debian/Ubuntu systems, you need to install the python3-venv'
exit 1
"""


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help(bare: Project, command: str, option: str) -> None:
    """Each command explains itself without setting anything up."""
    result = bare.run(command, option)
    assert result.stdout.startswith(f"Usage: scripts/{command}")
    assert (result.returncode, result.stderr, bare.notes) == (0, "", [])


def test_set_up_installs_the_lock_by_its_hashes_and_then_the_project(bare: Project) -> None:
    """The first run makes .venv, installs only what the lock's hashes allow and then the project, in one line."""
    result = bare.run("serve")
    venv, lock, project, mkdocs = bare.notes
    assert venv == "-m venv .venv"
    assert lock.endswith("--require-hashes -r requirements.txt")
    assert project.endswith("--no-deps --no-build-isolation -e .")
    assert mkdocs == "-m mkdocs serve"
    assert result.stderr == "Setting up .venv (once; about a minute) ...\na word of pip\n"


def test_a_run_with_nothing_to_set_up_is_silent(ready: Project) -> None:
    """After the set-up for the tests, scripts/serve installs nothing and says nothing."""
    result = ready.run("serve")
    assert ready.notes == ["-m mkdocs serve"]
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.txt"])
def test_a_changed_lock_or_project_is_installed(ready: Project, name: str) -> None:
    """A change of pyproject.toml or of the lock is installed into the .venv that is there."""
    with (ready.root / name).open("a") as file:
        file.write("# changed\n")
    assert ready.run("serve").stderr.startswith("Bringing .venv up to date with requirements.txt ...\n")
    assert [note[:6] for note in ready.notes] == ["-m pip", "-m pip", "-m mkd"]


def test_an_unfinished_set_up_is_started_again(bare: Project) -> None:
    """When installing fails, the command stops with a sentence, and the next run makes .venv from nothing."""
    failed = bare.run("serve", PIP="1")
    assert failed.returncode == 2
    assert "check the network and the free space, and run this again" in failed.stderr
    assert not [note for note in bare.notes if "mkdocs" in note]
    assert "The last set-up did not finish" in bare.run("serve").stderr
    assert "-m venv .venv" in bare.notes


def test_a_moved_folder_gets_a_new_venv(ready: Project) -> None:
    """A .venv that was moved with its folder, and so points to the old place, is made again with a sentence."""
    ready.root = ready.root.rename(ready.root.with_name("moved"))
    assert "This folder was moved or copied" in ready.run("serve").stderr
    assert "-m venv .venv" in ready.notes


def test_a_venv_whose_python_vanished_is_made_again(ready: Project) -> None:
    """A .venv whose Python was uninstalled is made again with a sentence."""
    python = ready.root / ".venv/bin/python"
    python.unlink()
    python.symlink_to(ready.root / "uninstalled")
    assert "its Python changed" in ready.run("serve").stderr
    assert "-m venv .venv" in ready.notes


def test_no_recent_python(bare: Project) -> None:
    """Where every Python is too old, the command says what to install and makes nothing."""
    executable(bare.tools / "python3", OLD_PYTHON)
    result = bare.run("serve")
    assert result.returncode == 2
    assert result.stderr.startswith("Python 3.11 or newer is needed: install it")
    assert not (bare.root / ".venv").exists()


def test_a_newer_python_is_found_behind_an_old_one(bare: Project) -> None:
    """Where `python3` is too old, one that is installed beside it under its version is taken."""
    executable(bare.tools / "python3", OLD_PYTHON)
    executable(bare.tools / "python3.12", PYTHON)
    assert bare.run("serve").returncode == 0


def test_a_python_of_ones_own(bare: Project) -> None:
    """PYTHON, relative to the caller's folder, goes before the Pythons on PATH."""
    executable(bare.root.parent / "own/python", PYTHON)
    executable(bare.tools / "python3", OLD_PYTHON)
    assert bare.run("serve", PYTHON="own/python").returncode == 0


def test_the_variable_python_is_too_old(ready: Project) -> None:
    """A PYTHON that is too old is refused with a sentence, and the .venv that is there stays."""
    executable(ready.root.parent / "old", OLD_PYTHON)
    result = ready.run("serve", PYTHON="./old")
    assert result.returncode == 2
    assert "old, no Python 3.11 or newer: set it to one, or unset it" in result.stderr
    assert (ready.root / ".venv/bin/python").exists()


def test_python_without_venv(bare: Project) -> None:
    """On a Debian without python3-venv the command names that package and leaves no half-made .venv."""
    executable(bare.tools / "python3", PYTHON_WITHOUT_VENV)
    result = bare.run("build")
    assert result.returncode == 2
    assert "sudo apt install python3-venv" in result.stderr.splitlines()[-1]
    assert len(result.stderr.splitlines()) == 2
    assert not (bare.root / ".venv").exists()


def test_serve_passes_its_options_on(ready: Project) -> None:
    """scripts/serve gives its options to `mkdocs serve` and keeps Material's notice about MkDocs 2 away."""
    result = ready.run("serve", "-a", "localhost:8001", THEN='echo "$NO_MKDOCS_2_WARNING"')
    assert ready.notes == ["-m mkdocs serve -a localhost:8001"]
    assert result.stdout == "1\n"


@pytest.mark.parametrize(("given", "seen"), [("mine.yaml", "{cwd}/mine.yaml"), ("/mine.yaml", "/mine.yaml")])
def test_a_relative_catalogue_is_one_of_the_callers_folder(
    ready: Project, tmp_path: Path, given: str, seen: str
) -> None:
    """A relative CATALOGUE means a file of the folder where the command was called, not of the project."""
    cwd = tmp_path / "elsewhere"
    cwd.mkdir()
    result = ready.run("serve", cwd=cwd, CATALOGUE=given, THEN='echo "$CATALOGUE"; echo "$PWD"')
    assert result.stdout.splitlines() == [seen.format(cwd=cwd), str(ready.root)]


def test_build_replaces_the_site(ready: Project) -> None:
    """A strict build that succeeds takes the place of the last site and says how to look at it."""
    result = ready.with_a_site().run("build", THEN=BUILD)
    assert result.returncode == 0
    assert ready.notes[0].startswith("-m mkdocs build --strict --site-dir ")
    assert ready.built == "new\n"
    assert not (ready.root / "site/gone.html").exists()
    assert ready.site_folders() == ["site"]
    assert "python3 -m http.server -d site" in result.stderr


@pytest.mark.parametrize(
    ("end", "status"), [("exit 3", 3), ("kill -INT $PPID", 130), ("kill -TERM $PPID", 143)]
)
def test_a_build_that_does_not_finish_keeps_the_site(ready: Project, end: str, status: int) -> None:
    """A build that fails or is stopped keeps the last site, leaves nothing behind and says so by its status."""
    result = ready.with_a_site().run("build", THEN=f"{BUILD}; {end}")
    assert result.returncode == status
    assert ready.built == "old\n"
    assert ready.site_folders() == ["site"]


def test_build_takes_no_options(ready: Project) -> None:
    """scripts/build refuses options, of which --quiet would make mkdocs overlook warnings."""
    assert ready.run("build", "--quiet").returncode == 2
    assert ready.notes == []


def test_tests_get_the_browser_and_their_options(ready: Project) -> None:
    """scripts/test runs pytest with its options and passes on the browser that it found."""
    chromium = executable(ready.tools / "google-chrome", BROWSER)
    result = ready.run("test", "-k", "locks", THEN='echo "$CHROMIUM"')
    [started] = ready.notes
    assert started.startswith("-m pytest -n auto") and started.endswith(" -k locks")
    assert result.stdout == f"{chromium}\n"


def test_a_browser_of_ones_own(ready: Project) -> None:
    """CHROMIUM, relative to the caller's folder, goes before the browsers on PATH."""
    executable(ready.tools / "chromium", BROWSER)
    own = executable(ready.root.parent / "own/browser", BROWSER)
    result = ready.run("test", CHROMIUM="own/browser", THEN='echo "$CHROMIUM"')
    assert result.stdout == f"{own}\n"


def test_a_browser_that_does_not_start(ready: Project) -> None:
    """A CHROMIUM that does not start ends scripts/test with a sentence before any test runs."""
    result = ready.run("test", CHROMIUM="./none")
    assert result.returncode == 2
    assert "which does not start" in result.stderr
    assert ready.notes == []


@pytest.mark.skipif(sys.platform == "darwin", reason="Chrome is found in /Applications there")
def test_no_browser(ready: Project) -> None:
    """Where there is no browser and none can be installed, scripts/test says what to do and runs no test."""
    executable(ready.tools / "chromium-browser", "#!/bin/sh\necho install a snap; exit 1\n")
    result = ready.run("test")
    assert result.returncode == 2
    assert ready.notes == ["-m playwright install chromium"]
    assert result.stderr.splitlines()[-1].startswith("The tests need a browser: install Chromium or Chrome")


def test_no_typescript(ready: Project) -> None:
    """Where TypeScript's compiler cannot be fetched, scripts/test says so and runs no test."""
    result = ready.run("test", TSC="1", CHROMIUM=str(executable(ready.tools / "chromium", BROWSER)))
    assert (result.returncode, ready.notes) == (2, [])
    assert result.stderr == "The tests need the TypeScript compiler (see above).\n"


def test_lock_without_uv(bare: Project) -> None:
    """scripts/lock says that it needs uv where that is missing, and leaves the locks as they are."""
    before = (bare.root / "requirements.txt").read_text()
    result = bare.run("lock")
    assert result.returncode == 2
    assert result.stderr.startswith("scripts/lock needs uv: install it")
    assert (bare.root / "requirements.txt").read_text() == before


def test_lock_with_an_unknown_option(bare: Project) -> None:
    """scripts/lock refuses what is not --upgrade, showing its usage."""
    result = bare.run("lock", "--upgrad")
    assert result.returncode == 2
    assert result.stderr.startswith("Usage: scripts/lock")


def run_script(project: Project, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script that needs the project's packages, by a Python that has not got them."""
    script = executable(project.root / "scripts/script.py", "import _bootstrap\n")
    env = {"PATH": str(project.tools), "NOTES": str(project.notes_file), **variables}
    command = [sys.executable, str(script), "an argument"]
    return subprocess.run(command, cwd=project.root.parent, env=env, capture_output=True, text=True)


def test_a_python_script_runs_with_venv(bare: Project) -> None:
    """A script of this folder sets .venv up and runs with it, in the caller's folder, its output undisturbed."""
    result = run_script(bare, THEN='echo "$PWD"')
    assert bare.notes[-1] == f"{bare.root}/scripts/script.py an argument"
    assert result.stdout == f"{bare.root.parent}\n"
    assert result.stderr == "Setting up .venv (once; about a minute) ...\na word of pip\n"


def test_a_python_script_does_not_start_itself_for_ever(ready: Project) -> None:
    """Where .venv lacks a package although it is set up, a script ends with a sentence after one attempt."""
    result = run_script(ready, READINGLIST_SECOND_RUN="1")
    assert result.returncode == 2
    assert (
        result.stderr == "The packages of .venv are incomplete: delete the folder .venv and run this again.\n"
    )
