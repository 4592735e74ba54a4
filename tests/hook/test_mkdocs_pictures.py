"""Pictures that a build draws: the same bytes every time, kept, and missed where they cannot be drawn."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import mkdocs_leftovers
import mkdocs_pictures
import pytest
from builders import catalogue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, get_files
from project import ROOT
from readinglist.site import Edition, Picture, pictures


def picture(words: str, uri: str = "a.png") -> Picture:
    """A small one, with a few words."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" font-family="Literata"><text y="50">{words}</text></svg>'
    return Picture(uri, svg, 100)


@pytest.fixture
def drawn(tmp_path: Path) -> dict[str, bytes]:
    """Three that a first build drew."""
    (tmp_path / "papers.yaml").touch()
    return draw(tmp_path, picture("Hello"), picture("Łódź", "b.png"), picture("", "none.png"))


def draw(root: Path, *pictures: Picture) -> dict[str, bytes]:
    """What a build draws, by address."""
    return dict(mkdocs_pictures.drawn(pictures, root, root / "papers.yaml"))


def test_pictures_have_their_size_and_words(drawn: dict[str, bytes]) -> None:
    """PNGs as wide as was asked; words are seen, in the bundled faces."""
    for content in drawn.values():
        assert content.startswith(b"\x89PNG") and struct.unpack(">II", content[16:24]) == (100, 50)
    assert min(len(drawn["a.png"]), len(drawn["b.png"])) > len(drawn["none.png"]) + 200


def test_the_bytes_are_the_same_elsewhere(drawn: dict[str, bytes], tmp_path: Path) -> None:
    """Another process, in another time zone and with another seed, draws the same."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]; import mkdocs_pictures, test_mkdocs_pictures as t; "
        "draw, _ = mkdocs_pictures._resvg(); "
        "sys.stdout.buffer.write(mkdocs_pictures._png(draw, t.picture('Hello')))"
    )
    folders = [str(ROOT / "hooks"), str(ROOT / "tests/support"), str(ROOT / "tests/hook")]
    done = subprocess.run(
        [sys.executable, "-c", code, *folders],
        env={"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout == drawn["a.png"]


def test_what_did_not_change_is_not_drawn_again(
    drawn: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is new is drawn; what is gone is let go of."""
    new: list[str] = []
    real = mkdocs_pictures._png

    def noted(with_: Any, what: Picture) -> bytes:
        new.append(what.uri)
        return real(with_, what)

    monkeypatch.setattr(mkdocs_pictures, "_png", noted)
    assert draw(tmp_path, picture("Hello"), picture("New", "b.png"))["a.png"] == drawn["a.png"]
    assert new == ["b.png"]
    draw(tmp_path, picture("Łódź", "b.png"))
    assert new == ["b.png", "b.png"]


def test_signs_that_the_faces_lack_are_asked_of_the_system(tmp_path: Path) -> None:
    """The system's fonts are looked up for these, and for nothing else, as they differ from one to another."""
    asked: dict[str, bool] = {}

    def note(svg_string: str, skip_system_fonts: bool, **_: object) -> bytes:
        asked[svg_string[-20:-12]] = not skip_system_fonts
        return b""

    for words in ("“Hello”", "Łódź — a", "中文 read", "שלום   a"):
        mkdocs_pictures._png(note, picture(f"{words:>8}"))
    assert [*asked.values()] == [False, False, True, True]


def test_a_build_that_cannot_draw_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence with the package and the way to it; nothing is left out in silence."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PluginError, match="resvg-py, which is not installed") as error:
        draw(tmp_path, picture("Hello"))
    assert "\n" not in str(error.value)


def files(config: MkDocsConfig) -> Files:
    """The files of a site that knows its address."""
    config.site_url = "https://list.example/"
    config.plugins.on_config(config)
    return config.plugins.on_files(get_files(config), config=config)


def test_a_build_has_cards_and_a_preview_none(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview does not even ask for what draws."""
    assert files(config).get_file_from_path("papers/first/card.png")
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setattr(mkdocs_leftovers, "_begun", [Path("x")])
    monkeypatch.setattr(mkdocs_leftovers, "hold", lambda _: None)
    assert not files(config).get_file_from_path("papers/first/card.png")


LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="{}"/></svg>'
)


@pytest.mark.parametrize("name", ["logo.svg", "logo.png", ""])
def test_icons_are_made_of_the_logo(config: MkDocsConfig, name: str) -> None:
    """Where it is an SVG, with the manifest that names them; else there is neither."""
    config.theme["logo"] = name
    if name:
        Path(config.docs_dir, name).write_text(LOGO.format("red"))
    made = {file.src_uri for file in files(config)} & {"manifest.webmanifest", "assets/icon-192.png"}
    assert len(made) == (2 if name.endswith("svg") else 0)


def test_another_logo_is_another_icon(tmp_path: Path) -> None:
    """The logo is drawn within the icon."""
    (tmp_path / "papers.yaml").touch()
    edition = Edition(catalogue())
    red, blue = (draw(tmp_path, *pictures(edition, "", LOGO.format(colour))) for colour in ("#f00", "#00f"))
    assert red.keys() == blue.keys()
    assert all(red[uri] != blue[uri] for uri in red)
