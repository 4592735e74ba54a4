"""A file is replaced at one stroke, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from readinglist.problems import CannotOpen
from readinglist.source import editing, yaml_reader


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A catalogue with a byte order mark and a mode of its own, behind a link."""
    (tmp_path / "real.yaml").write_bytes(b"\xef\xbb\xbftitle: x\r\n")
    (tmp_path / "real.yaml").chmod(0o640)
    (tmp_path / "papers.yaml").symlink_to("real.yaml")
    return tmp_path / "papers.yaml"


def test_a_file_is_replaced_at_one_stroke(file: Path) -> None:
    """Mark, mode and link stay, and nothing is left beside the file."""
    editing.replace(file, yaml_reader.read(file, "papers.yaml"), "title: y\r\n")
    assert file.read_bytes() == b"\xef\xbb\xbftitle: y\r\n"
    assert file.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert len([*file.parent.iterdir()]) == 2


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_kill_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Until the new file is whole the old one stands, and what was begun is cleared away."""
    synced: list[int] = []

    def fail(*_: object) -> None:
        assert synced, "the new file must be on the disk before it takes the old one's place"
        raise error

    monkeypatch.setattr(os, "fsync", synced.append)
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(CannotOpen if isinstance(error, OSError) else KeyboardInterrupt):
        editing.replace(file, yaml_reader.read(file, "papers.yaml"), "title: y\r\n")
    assert file.read_bytes() == b"\xef\xbb\xbftitle: x\r\n"
    assert len([*file.parent.iterdir()]) == 2


def test_an_edit_in_the_meantime_is_kept(file: Path) -> None:
    """A file that somebody saved after it was read is not overwritten."""
    document = yaml_reader.read(file, "papers.yaml")
    file.write_bytes(b"title: mine\n")
    with pytest.raises(CannotOpen, match="was changed in the meantime"):
        editing.replace(file, document, "title: y\n")
    assert file.read_bytes() == b"title: mine\n"
