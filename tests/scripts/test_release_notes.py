"""The notes of a release."""

from __future__ import annotations

from pathlib import Path

import pytest
import release_notes
from _console import run
from project import ROOT

CHANGELOG = """# Changelog

## [Unreleased]

- Later.

## [1.2.0] - 2026-01-02

### Added

- A [link](https://example.org/).

## 1.1.0

## [1.0.0] - 2025-01-01

- The first.

[1.2.0]: https://example.org/
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project at version 1.2.0."""
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    return tmp_path


@pytest.mark.parametrize(
    ("version", "text"),
    [
        ("1.2.0", "### Added\n\n- A [link](https://example.org/)."),
        ("1.1.0", ""),
        ("1.0.0", "- The first."),
        ("1.2", ""),
        ("Unreleased", "- Later."),
    ],
)
def test_the_notes_of_a_version(version: str, text: str) -> None:
    """They end where the next heading begins, or the addresses at the end of the file."""
    assert release_notes.notes(CHANGELOG, version) == text


@pytest.mark.parametrize("named", ["1.2.0", "v1.2.0"])
def test_they_are_printed(project: Path, capsys: pytest.CaptureFixture[str], named: str) -> None:
    """A version may be named as its tag."""
    assert run(lambda: release_notes.main([named, "--root", str(project)])) == 0
    assert capsys.readouterr().out.startswith("### Added\n")


def test_a_release_without_notes_or_of_another_version_is_none(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said what is missing, and nothing is printed."""
    assert run(lambda: release_notes.main(["v1.0.0", "--root", str(project)])) == 2
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n")
    assert run(lambda: release_notes.main(["v1.2.0", "--root", str(project)])) == 2
    said = capsys.readouterr()
    assert "has version 1.2.0, not 1.0.0" in said.err and "says nothing of 1.2.0" in said.err
    assert said.out == ""


def test_the_changelog_has_a_place_for_what_comes() -> None:
    """What is not released yet stands under the heading that a release moves."""
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")
