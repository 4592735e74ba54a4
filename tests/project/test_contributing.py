"""What CONTRIBUTING shows is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import check_catalogue
import pytest
import sample
from project import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample in a folder of its own, from which the command is called."""
    (tmp_path / "papers.yaml").write_bytes(sample.text())
    monkeypatch.chdir(tmp_path)
    return tmp_path / "papers.yaml"


def test_the_transcript_of_a_sound_catalogue(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is wrong the check says what CONTRIBUTING quotes."""
    assert check_catalogue.main(["papers.yaml"]) == 0
    assert f"`{capsys.readouterr().err.strip()}`" in TEXT


def test_the_transcript_of_a_mistake(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mistake that CONTRIBUTING makes prints what it shows, save the number of the line."""
    whole = copy.read_text(encoding="utf-8")
    copy.write_text(whole.replace("annotation:", "anotation:", 1), encoding="utf-8")
    assert check_catalogue.main(["papers.yaml"]) == 1
    [printed] = capsys.readouterr().out.splitlines()
    [shown] = re.findall(r"papers\.yaml:\d+:\d+: unknown key .*", TEXT)
    assert re.sub(r":\d+:", ":N:", printed, count=1) == re.sub(r":\d+:", ":N:", shown, count=1)


def test_every_command_that_is_named_exists() -> None:
    """README and CONTRIBUTING name no script that is not there."""
    named = re.findall(r"scripts/[a-z_]+(?:\.py)?", TEXT + (ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(set(named)) > 8
    assert [name for name in set(named) if not (ROOT / name).is_file()] == []
