"""The reader's scripts as files: small, typed, free of what a page must not run."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from project import ROOT

READER = ROOT / "docs/assets/reader"
SCRIPTS = sorted(READER.glob("*.js"))


def test_all_scripts_together_are_small() -> None:
    """Compressed, each by itself as a host sends them, they come to less than 20 KB."""
    assert len(SCRIPTS) >= 8
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in SCRIPTS) < 20_000


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_asks_and_runs_nothing_foreign(script: Path) -> None:
    """Plain modules: nothing from elsewhere, nothing made from text, checked types."""
    text = script.read_text(encoding="utf-8")
    assert text.startswith("// @ts-check\n")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|eval\(|new Function|document\.write|https?:", text
    )
    assert set(re.findall(r"""(?:from|import\()\s*["']([^"']+)""", text)) <= {
        f"./{one.name}" for one in SCRIPTS
    }


def test_the_types_hold(tmp_path: Path) -> None:
    """The TypeScript compiler finds nothing in the types that the comments declare; skipped where there is none."""
    compiler = shutil.which("tsc")
    if compiler is None:
        pytest.skip("tsc is not installed: npm install -g typescript, to have the scripts' types checked")
    command = [compiler, "--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022"]
    command += ["--lib", "es2022,dom,dom.iterable", "--module", "es2022", "--moduleResolution", "bundler"]
    done = subprocess.run(
        [*command, *map(str, SCRIPTS)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
