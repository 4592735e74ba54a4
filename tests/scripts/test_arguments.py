"""Arguments in any order: what is named comes before, between or behind the options."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

import add_paper
import check_catalogue
import draw_figures
import pytest
from builders import source
from project import ROOT

COMMANDS = sorted(file.stem for file in (ROOT / "scripts").glob("[!_]*.py"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_them_in_any_order(name: str) -> None:
    """No command has a parser of its own that asks for an order."""
    assert ".parse_args(" not in inspect.getsource(import_module(name))


def test_a_file_behind_an_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The paper before --after and the catalogue behind it are both understood."""
    file = tmp_path / "list.yaml"
    file.write_bytes(source())
    assert check_catalogue.main(["--format", "json", str(file)]) == 0
    with pytest.raises(SystemExit):
        add_paper.main(["2305.18290", "--after", "first", str(file), "one more"])
    assert "unrecognized arguments: one more" in capsys.readouterr().err


def test_ids_on_both_sides_of_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    """Of several papers, some before and some behind an option, all are taken."""
    with pytest.raises(FileNotFoundError, match="no-paper"):
        draw_figures.main(["no-paper", "--check", "nor-this"])
    assert capsys.readouterr().err == "[1/2] no-paper\n"
