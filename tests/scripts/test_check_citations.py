"""The references, tried with programs that say what the test has them say."""

from __future__ import annotations

from pathlib import Path

import check_citations
import pytest
from builders import source

BIBER = 'echo "INFO - Fine"\ngrep -q "@misc{first," papers.bib && echo "WARN - Datamodel: Odd field"\n'
BIBTEX = 'printf "\\\\\\\\bibitem{first}\\n" > all.bbl\n'
PANDOC = 'case "$*" in *one.json*ieee.csl*) echo "[1] A. Lovelace." ;; *) echo "One reference." ;; esac\n'


def tried(folder: Path, monkeypatch: pytest.MonkeyPatch, **programs: str) -> int:
    """The status of a run with these programs alone, each a shell script."""
    for name, script in programs.items():
        file = folder / name
        file.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}")
        file.chmod(0o755)
    (folder / "list.yaml").write_bytes(source())
    monkeypatch.setenv("PATH", str(folder))
    return check_citations.main([str(folder / "list.yaml"), "--styles", str(folder)])


def test_what_each_program_says_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Warnings and references that differ are complaints; what is said besides is not."""
    assert tried(tmp_path, monkeypatch, biber=BIBER, bibtex=BIBTEX, pandoc=PANDOC) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "biber: 1 papers, 2 complaints.",
        "WARN - Datamodel: Odd field",
        "WARN - Datamodel: Odd field",
    ]
    assert lines[3:5] == ["bibtex: 1 papers, 0 complaints.", "pandoc: 1 papers, 4 complaints."]
    at = lines.index("IEEE, first:")
    assert lines[at + 1] == "  pandoc: A. Lovelace."
    assert lines[at + 2].startswith(
        "  site:   A. Lovelace, C. Babbage, and M. Somerville, “The Paper on First,”"
    )


def test_a_missing_program_is_no_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named, and the status says that not all was tried."""
    assert tried(tmp_path, monkeypatch, bibtex=BIBTEX) == 2
    assert capsys.readouterr().out.splitlines() == [
        "biber: not tried, as it is not installed.",
        "bibtex: 1 papers, 0 complaints.",
        "pandoc: not tried, as it is not installed.",
    ]
