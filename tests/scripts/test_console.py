"""What all commands share: how a run ends, and how a file is called."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import _console
import pytest
from _arxiv_client import NoAnswer
from readinglist.problems import CannotOpen, CatalogueError, Failure, Problem, Refused

PROBLEM = Problem("list.yaml", 3, 5, "title", "it is wrong", "Write it right")
ENDS: list[tuple[BaseException, int, str]] = [
    (Failure("It failed."), 2, "It failed."),
    (CannotOpen("list.yaml could not be opened."), 2, "list.yaml could not be opened."),
    (Refused("'x' is not an id", "Write y"), 1, "'x' is not an id. Write y."),
    (CatalogueError([PROBLEM]), 1, "list.yaml:3:5: it is wrong. Write it right."),
    (
        _console.Unusable([PROBLEM], "Nothing was written."),
        2,
        "list.yaml:3:5: it is wrong. Write it right.\nNothing was written.",
    ),
    (
        NoAnswer("it hung up", ["1706.03762"]),
        2,
        "No answer to rely on for 1706.03762: it hung up. Nothing was changed.",
    ),
    (KeyboardInterrupt(), 130, "Stopped."),
]


def ending(error: BaseException) -> Callable[[], int]:
    """A main that ends so."""

    def main() -> int:
        raise error

    return main


@pytest.mark.parametrize("given", [["a", "--x", "1", "b"], ["--x", "1", "a", "b"], ["a", "b", "--x", "1"]])
def test_arguments_come_in_any_order(given: list[str]) -> None:
    """Options may stand before, behind and between the other arguments of every command."""
    parser = _console.command_line("x")
    parser.add_argument("paper")
    parser.add_argument("--x")
    _console.add_catalogue(parser)
    options = parser.parse_args(given)
    assert (options.paper, options.x, options.file) == ("a", "1", Path("b"))
    assert parser.parse_args(["a"]).file == _console.own_catalogue()


@pytest.mark.parametrize(("error", "status", "said"), ENDS)
def test_a_failure_is_its_message_and_its_code(
    error: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of failure is printed on the standard error, with nothing beside it."""
    assert _console.run(ending(error)) == status
    assert capsys.readouterr() == ("", f"{said}\n")


def test_what_is_not_ours_is_not_hidden() -> None:
    """A mistake in the code keeps its traceback."""
    with pytest.raises(ZeroDivisionError):
        _console.run(ending(ZeroDivisionError()))


def test_a_run_that_succeeds_keeps_its_status() -> None:
    """What `main` gives is what the run gives."""
    assert _console.run(lambda: 1) == 1


def test_how_a_file_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its path from here where it is below, as it was given otherwise."""
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert _console.called(Path("list.yaml")) == "list.yaml"
    assert _console.called(Path("../list.yaml")) == str(Path("../list.yaml"))
    assert _console.called(tmp_path / "below/a/list.yaml") == str(Path("a/list.yaml"))
    assert _console.called(tmp_path / "list.yaml") == str(tmp_path / "list.yaml")


def test_the_catalogue_to_work_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that is named, else $CATALOGUE, else this project's own; an empty variable names none."""

    def chosen(*arguments: str) -> Path:
        parser = _console.command_line("What it does.")
        _console.add_catalogue(parser)
        file: Path = parser.parse_args(arguments).file
        return file

    monkeypatch.setitem(os.environ, "CATALOGUE", "mine.yaml")
    assert chosen("given.yaml") == Path("given.yaml")
    assert chosen() == Path("mine.yaml")
    monkeypatch.setitem(os.environ, "CATALOGUE", "")
    assert chosen() == _console.ROOT / "papers.yaml"
