"""Imported first by the Python scripts of this folder: makes them run with .venv, set up if need be.

So `scripts/<name>.py` works with any Python, on a machine where nothing was installed yet. This file itself
must run on Pythons older than the project's.
"""

import importlib.util
import os
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
ROOT = SCRIPTS.parent
# Set in the second run, which must not start a third.
SECOND_RUN = "READINGLIST_SECOND_RUN"
# What is said goes to the standard error: the standard output belongs to the script.
SET_UP = """. "$0"
set_up requirements.txt
python=$PWD/.venv/bin/python
cd -- "$caller"
exec "$python" "$@"
"""
DEPENDENCIES = [
    "arxiv",
    "jinja2",
    "markdown",
    "material",
    "math_core",
    "mkdocs",
    "pydantic",
    "pymdownx",
    "yaml",
]


def is_ready() -> bool:
    """Whether this Python has the dependencies, and this folder's `readinglist`, not another clone's."""
    project = importlib.util.find_spec("readinglist")
    if project is None or project.origin is None or ROOT not in Path(project.origin).resolve().parents:
        return False
    return all(importlib.util.find_spec(name) for name in DEPENDENCIES)


def run_again() -> None:
    """Set up .venv and replace this process by the same script under its Python."""
    if SECOND_RUN in os.environ:
        print(
            "The packages of .venv are incomplete: delete the folder .venv and run this again.",
            file=sys.stderr,
        )
        sys.exit(2)
    os.environ[SECOND_RUN] = "1"
    try:
        os.execvp("sh", ["sh", "-c", SET_UP, str(SCRIPTS / "_environment.sh"), *sys.argv])
    except OSError:
        print("This needs a shell, `sh`: on Windows run it in WSL.", file=sys.stderr)
        sys.exit(2)


if not is_ready():
    run_again()
os.environ.pop(SECOND_RUN, None)
