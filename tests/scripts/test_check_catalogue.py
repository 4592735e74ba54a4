"""The command that checks: its exit codes and its three formats."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import check_catalogue
import pytest
from _console import run
from builders import entry, source

SCRIPTS = Path(__file__).parents[2] / "scripts"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with one problem, in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    Path("list.yaml").write_bytes(source(entry("first", level="hard")))
    return Path("list.yaml")


def test_nothing_wrong_is_zero(bad: Path, capsys: Captured) -> None:
    """A sound catalogue prints nothing on standard output, and a sentence beside it."""
    bad.write_bytes(source())
    assert check_catalogue.main([str(bad)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("list.yaml: 1 paper, nothing wrong.\n")


def test_a_problem_is_one(bad: Path, capsys: Captured) -> None:
    """A problem is a line on standard output, and the exit code is 1."""
    assert check_catalogue.main([str(bad)]) == 1
    said = capsys.readouterr()
    assert said.out == "list.yaml:17:12: 'hard' is not a level of this list. Known here: easy.\n"
    assert said.err == "1 problem.\n"


def test_a_missing_file_is_two(tmp_path: Path, capsys: Captured) -> None:
    """A file that cannot be opened is a sentence on standard error, and the exit code is 2."""
    assert run(partial(check_catalogue.main, [str(tmp_path / "none.yaml")])) == 2
    assert "could not be opened" in capsys.readouterr().err
    assert run(partial(check_catalogue.main, [str(tmp_path)])) == 2


def test_github_gets_an_annotation(bad: Path, capsys: Captured) -> None:
    """In github form a problem is a workflow command at its line, escaped."""
    bad.write_bytes(source(entry("first", annotation="<b title=50%>")))
    check_catalogue.main([str(bad), "--format", "github"])
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(
        "::error file=list.yaml,line=19,col=18::raw HTML in text: '<b title=50%25>'. Write"
    )


def test_json_is_for_programs(bad: Path, capsys: Captured) -> None:
    """In json form a problem is an object with every part."""
    check_catalogue.main([str(bad), "--format", "json"])
    [problem] = json.loads(capsys.readouterr().out)
    assert problem == {
        "file": "list.yaml",
        "line": 17,
        "column": 12,
        "path": "papers[0].level",
        "message": "'hard' is not a level of this list",
        "fix": "Known here: easy",
        "notice": False,
    }


def test_a_notice_does_not_fail(bad: Path, capsys: Captured) -> None:
    """An entry that the last sync did not see is a notice, in every format, and the exit code is 0."""
    bad.write_bytes(source())
    Path(".arxiv-snapshot-list.json").write_text(
        '{"2001.00001": {"title": "X", "authors": 1, "published": "2020-01-01", "version": 1, "updated": "2020-01-01"}}'
    )
    assert check_catalogue.main([str(bad)]) == 0
    assert capsys.readouterr().out.startswith(
        "list.yaml:7:12: notice: arXiv 1706.00001 is new since the last sync"
    )
    assert check_catalogue.main([str(bad), "--format", "github"]) == 0
    assert capsys.readouterr().out.startswith(
        "::notice file=list.yaml,line=7,col=12::arXiv 1706.00001 is new"
    )


def test_a_reader_that_stops_early_is_no_error(bad: Path) -> None:
    """Where the output goes into a pipe that closes, or to a terminal without Unicode, there is no traceback."""
    bad.write_bytes(source(*(entry(f"p{n}", n, level="hàrd") for n in range(1, 400))))
    command = f"'{sys.executable}' '{SCRIPTS}/check_catalogue.py' list.yaml | head -n 2"
    done = subprocess.run(
        ["sh", "-c", command],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr and "Error" not in done.stderr
    assert "h\\xe0rd" in done.stdout
