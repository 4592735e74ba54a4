"""Another list: which files it has, what they say, and what is refused."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import _console
import new_list
import pytest
from _shares import COPIED, LEFT_OUT, MADE, copied, share
from look import Look, check
from new_lists import TITLE, facts, make, write
from project import ROOT, mkdocs
from readinglist import site
from readinglist.source import editing
from serving import served

Captured = pytest.CaptureFixture[str]
# What a list about something else has no word of.
FOREIGN = re.compile(
    r"\b(transformers?|bert|gpt\S*|language models?|eighteen|attention|llama|rope|lora|mixtral|dpo|ppo"
    r"|flashattention|instructgpt|neural|openai|deepmind|anthropic|vaswani|shazeer|moe|gqa|softmax|kv cache)\b",
    re.IGNORECASE,
)
# Names of packages and of an engine's own things.
KNOWN = {"requirements.txt", "requirements-test.txt", "tests/scripts/test_new_list.py"}


def tree(folder: Path) -> list[str]:
    """Every file below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list without papers, as it is made."""
    folder = tmp_path_factory.mktemp("plain") / "list"
    assert make(folder, []) == 0
    return folder


def test_every_file_is_decided() -> None:
    """Each file of this project goes along, is made anew, or is left out on purpose."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    # Without git there may be files beside those of the project.
    files = listed.stdout.splitlines() or [*map(str, copied()), *MADE]
    assert len(files) > 200
    assert [name for name in files if share(name) not in (COPIED, MADE, LEFT_OUT)] == []
    assert all((ROOT / name).is_file() for name in MADE)


def test_it_is_a_whole_project(plain: Path) -> None:
    """It has what goes along, byte for byte, what is made, and no more; what can be run here can be run there."""
    assert tree(plain) == sorted([*map(str, copied()), *MADE])
    for name in copied():
        assert (plain / name).read_bytes() == (ROOT / name).read_bytes()
        assert os.access(plain / name, os.X_OK) == os.access(ROOT / name, os.X_OK), name
    assert site.load(plain / "papers.yaml").catalogue.title == TITLE
    assert (plain / "README.md").read_text().startswith(f"# {TITLE}\n")
    assert "## Your own list" in (plain / "README.md").read_text()


def test_it_speaks_of_no_other_list(plain: Path) -> None:
    """No word of these papers, nor of their subject, is in anything that it has."""
    said = []
    for name in tree(plain):
        raw = (plain / name).read_bytes()
        if name not in KNOWN and b"\0" not in raw:
            said += [f"{name}: {found[0]}" for found in FOREIGN.finditer(raw.decode())]
    assert said == []


def test_papers_are_entries_with_marks(tmp_path: Path, capsys: Captured) -> None:
    """Each paper is an entry in the order given, and once the marks are written the list is sound."""
    assert make(tmp_path / "list", facts(3)) == 0
    catalogue = tmp_path / "list/papers.yaml"
    assert catalogue.read_text().count("nickname: TODO") == 3
    assert "Write what is marked TODO" in capsys.readouterr().out
    write(catalogue)
    assert [paper.arxiv for paper in site.load(catalogue).catalogue.papers] == [
        "1706.00001",
        "1706.00002",
        "1706.00003",
    ]


def test_a_dry_run_lists_the_files(tmp_path: Path, plain: Path, capsys: Captured) -> None:
    """Nothing is asked and nothing made; what is printed is what would be there."""
    assert new_list.main([str(tmp_path / "list"), "2305.18290", "--title", TITLE, "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == tree(plain)
    assert not (tmp_path / "list").exists()


REFUSED = [
    (["--title", "A <b>"], 1, "raw HTML in text"),
    (["--title", ""], 1, "title"),
    (["no id", "1706.00001", "1706.00001v2", "--title", TITLE], 1, "'1706.00001v2' is named twice"),
    (["no id", "--title", TITLE], 1, "'no id' is not a paper on arXiv"),
    (["1706.00009", "--title", TITLE], 1, "arXiv knows no paper 1706.00009"),
]


@pytest.mark.parametrize(("arguments", "status", "words"), REFUSED)
def test_what_cannot_be_is_refused(
    tmp_path: Path, capsys: Captured, arguments: list[str], status: int, words: str
) -> None:
    """A title that no page could show and papers that are none end in sentences, and nothing is made."""
    folder = tmp_path / "list"
    assert _console.run(lambda: make(folder, [], *arguments)) == status
    said = capsys.readouterr().err
    assert words in said and "Nothing was made." in said and "Traceback" not in said
    assert not folder.exists()


def test_a_folder_in_use_is_left_alone(tmp_path: Path, capsys: Captured) -> None:
    """Where anything is in the folder, or it is within this project, nothing is written."""
    (tmp_path / "mine").write_text("x")
    assert _console.run(lambda: make(tmp_path, [])) == 2
    assert tree(tmp_path) == ["mine"]
    assert _console.run(lambda: make(ROOT / "docs/list", [])) == 2
    assert "Name a folder outside" in capsys.readouterr().err


def test_nothing_is_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails, the folder is not there."""
    monkeypatch.setattr(editing, "write", _full)
    assert _console.run(lambda: make(tmp_path / "list", [])) != 0
    assert not (tmp_path / "list").exists()


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


# Lists of one, five and forty papers, the last with more topics than there are hues, and tracks.
SIZES = {1: 3, 5: 3, 40: 14}
TRACKS = "tracks:\n  - {id: all, name: All, description: All of it., order: prerequisites}\n\npapers:\n"


@pytest.fixture(scope="module", params=SIZES)
def size(request: pytest.FixtureRequest) -> int:
    """How many papers the list has."""
    return int(request.param)


@pytest.fixture(scope="module")
def host(size: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a list that was made, written and built strictly."""
    folder = tmp_path_factory.mktemp("list")
    assert make(folder, facts(size)) == 0
    catalogue = folder / "papers.yaml"
    write(catalogue, SIZES[size])
    if size == 40:
        catalogue.write_text(catalogue.read_text().replace("papers:\n", TRACKS, 1))
    done = mkdocs("build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    with served(folder / "site") as address:
        yield address


def test_a_list_of_any_size_is_sound(look: Any, host: str, size: int) -> None:
    """Built strictly, each kind of page passes axe; home leads to a paper and on to the next."""
    opened: Look = look("")
    check(opened, host)
    page = opened.page
    tabs = page.locator(".md-tabs__link").evaluate_all("(all) => all.map((tab) => tab.textContent.trim())")
    assert ("Tracks" in tabs, "Glossary" in tabs) == (size == 40, False)
    for uri in ["map/", "topics/", *(["tracks/"] if size == 40 else [])]:
        check(look(uri), host)
    assert page.locator("li.rl-entry").count() == size
    page.locator("li.rl-entry h3 a").first.click()
    if size > 1:
        page.locator(".md-footer__link--next").click()
    page.get_by_role("heading", name=f"Maze Number {min(size, 2)}: A Way Out").wait_for()
    assert page.get_by_text("The editors still owe this page").count() == 1
    check(opened, host)
