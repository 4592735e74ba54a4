"""A compressed site: each text file twice more, and nothing else."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import compress_site
import pytest
from _console import run

PAGE = b"<p>What is said again and again is said shorter.</p>" * 20


def names(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_each_text_is_there_in_both_kinds(tmp_path: Path) -> None:
    """Texts of some length are there compressed, with the same content in each; a second run changes nothing."""
    (tmp_path / "assets").mkdir()
    for name, content in {"index.html": PAGE, "assets/a.css": b"a{}", "assets/b.woff2": PAGE}.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "gone.html.gz").write_bytes(b"of a page that is no more")
    assert run(lambda: compress_site.main([str(tmp_path)])) == 0
    first = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    assert list(first) == ["assets/a.css", "assets/b.woff2", "index.html", "index.html.br", "index.html.gz"]
    assert gzip.decompress(first["index.html.gz"]) == brotli.decompress(first["index.html.br"]) == PAGE
    assert run(lambda: compress_site.main([str(tmp_path)])) == 0
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == first


def test_what_is_no_site_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without a home page ends the run with a sentence."""
    assert run(lambda: compress_site.main([str(tmp_path)])) == 2
    assert capsys.readouterr().err == f"{tmp_path} is not a built site. Build one with scripts/build.\n"
