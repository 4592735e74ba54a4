"""What is made from the equation modules of this list is as they are now."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from draw_figures import EQUATIONS, drawn
from project import ROOT
from readinglist import site

MODULES = sorted(EQUATIONS.glob("[!_]*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_tables_and_pictures_are_fresh(module: Path) -> None:
    """Drawn again, each file is the same; else run scripts/draw_figures.py."""
    for file, text in drawn(module):
        assert file.read_text(encoding="utf-8") == text, file


def test_every_paper_has_its_equations(edition: site.Edition) -> None:
    """Each of the eighteen papers has a module."""
    assert {file.stem for file in MODULES} == {paper.id for paper in edition.catalogue.papers}


def test_the_runner_says_what_the_page_says(edition: site.Edition) -> None:
    """`python docs/equations` computes everything anew, and its last line is the sum on the page."""
    command = [sys.executable, str(EQUATIONS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT.parent)
    lines = done.stdout.splitlines()
    pages = {output.uri: output.content for output in site.files(edition)}
    page = str(pages["equations.md"])
    assert len(lines) == len(MODULES) + 1
    assert re.fullmatch(r"\d+ of \d\d+ printed numbers reproduced, the rest with their reason\.", lines[-1])
    assert f"**{lines[-1]}**" in page
