"""The page on data names every file that is published for programs, and the version that they have."""

from __future__ import annotations

from project import ROOT
from readinglist.exports import data
from readinglist.exports.table import EXPORTS, PAPER_EXPORTS

PAGE = (ROOT / "docs/data.md").read_text(encoding="utf-8")


def test_every_file_for_programs_is_explained() -> None:
    """The page has each file by its name, and each file of a paper as `papers/ID` with its ending."""
    files = {*EXPORTS, *(f"papers/ID{end}" for end in PAPER_EXPORTS)}
    assert {file for file in files if f"`{file}`" not in PAGE} == set()


def test_the_version_is_the_one_that_is_published() -> None:
    """The version that the page gives is that in the files."""
    assert PAGE.count(f"JSON, version {data.VERSION} |") == 2
