"""The export: whole or not at all, whatever stops it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import export_site
import pytest
from _console import run
from builders import entry, source

Export = Callable[[], int]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where to write."""
    return tmp_path / "out"


@pytest.fixture
def export(tmp_path: Path, folder: Path) -> Export:
    """The command on a small list."""
    (tmp_path / "list.yaml").write_bytes(source(entry("first", aliases=["old"])))
    arguments = [str(folder), "--catalogue", str(tmp_path / "list.yaml")]
    return lambda: run(lambda: export_site.main(arguments))


def names(folder: Path) -> set[str]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_writes_the_site_for_another_engine(export: Export, folder: Path, capsys: Captured) -> None:
    """Every page is written below a new folder, with the static files; a folder in use is left alone."""
    assert export() == 0
    whole = names(folder)
    assert {
        "index.md",
        "topics.md",
        "papers/first.md",
        "papers/old/index.html",
        "assets/styles/tokens.css",
    } <= whole
    assert not any(name.startswith(("overrides", ".")) for name in whole)
    assert export() == 2
    assert "is not an empty folder" in capsys.readouterr().err
    assert names(folder) == whole


@pytest.mark.parametrize(("stop", "status"), [(OSError(28, "No space", "x"), 2), (KeyboardInterrupt(), 130)])
@pytest.mark.parametrize("new", [True, False])
def test_what_stops_it_leaves_nothing_half(
    export: Export, folder: Path, monkeypatch: pytest.MonkeyPatch, new: bool, stop: BaseException, status: int
) -> None:
    """On a full disk, and at Ctrl-C, the folder is as before: not there, or empty."""
    if not new:
        folder.mkdir()
    write = Path.write_bytes

    def full(file: Path, content: bytes) -> int:
        if file.name == "first.md":
            raise stop
        return write(file, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert export() == status
    assert folder.exists() is not new and (new or not [*folder.iterdir()])


def test_a_killed_export_is_replaced(export: Export, folder: Path) -> None:
    """What is left by an export that was killed is taken away, and the next one is whole."""
    folder.mkdir()
    (folder / export_site.UNFINISHED).touch()
    (folder / "gone").mkdir()
    (folder / "gone/page.md").touch()
    assert export() == 0
    assert "index.md" in names(folder) and not {"gone/page.md", export_site.UNFINISHED} & names(folder)


def test_two_exports_into_one_folder(export: Export, folder: Path, capsys: Captured) -> None:
    """The second says that there is a first, and leaves its files alone."""
    folder.mkdir()
    for name in (export_site.UNFINISHED, "index.md"):
        (folder / name).touch()
    first = os.open(folder, os.O_RDONLY)
    fcntl.flock(first, fcntl.LOCK_EX)
    assert export() == 2
    os.close(first)
    assert "Another export is writing to" in capsys.readouterr().err
    assert names(folder) == {export_site.UNFINISHED, "index.md"}
