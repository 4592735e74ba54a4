"""What the core makes and says of a list: kept as long as nothing that it is made of has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import mkdocs_product
import pytest
import sample
from mkdocs_cache import Store
from readinglist import site
from readinglist.problems import Problem

Again = Callable[[], Store]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample's."""
    return sample.project(tmp_path)


@pytest.fixture
def again(folder: Path, tmp_path: Path) -> Again:
    """A store as the next build has it."""
    return lambda: Store(tmp_path / "kept", folder / "papers.yaml", "this code")


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made anew, a word each time."""
    made: list[str] = []
    files = site.files

    def counting(edition: site.Edition, site_url: str = "") -> object:
        made.append("files")
        return files(edition, site_url)

    monkeypatch.setattr(site, "files", counting)
    return made


def test_the_same_edition_is_made_once(folder: Path, again: Again, counted: list[str]) -> None:
    """The next build has the very same pages and files, and makes none of them."""
    edition = site.load(folder / "papers.yaml", "papers.yaml")
    first = mkdocs_product.files(again(), edition, "https://example.org/")
    assert mkdocs_product.files(again(), edition, "https://example.org/") == first
    assert counted == ["files"]


@pytest.mark.parametrize(
    "change",
    [
        lambda edition: replace(edition, prose={**edition.prose, "about.md": "Other words."}),
        lambda edition: replace(edition, texts={**edition.texts, "equations/x.py": "x = 1\n"}),
        lambda edition: replace(edition, lines={**edition.lines, edition.catalogue.papers[0].id: 999}),
        lambda edition: replace(
            edition, catalogue=edition.catalogue.model_copy(update={"description": "Other words."})
        ),
    ],
)
def test_another_edition_is_made_anew(
    folder: Path, again: Again, counted: list[str], change: Callable[[site.Edition], site.Edition]
) -> None:
    """One other word anywhere in it is enough, or another address of the site."""
    edition = site.load(folder / "papers.yaml", "papers.yaml")
    mkdocs_product.files(again(), edition, "")
    other = change(edition)
    assert mkdocs_product.files(again(), other, "") == list(site.files(other, ""))
    mkdocs_product.files(again(), edition, "https://example.org/")
    assert len(counted) == 4


def test_problems_are_found_once(again: Again) -> None:
    """Of the same texts they are handed on as they were, and of others found anew."""
    notice = Problem("papers.yaml", 1, 2, "papers[0]", "worth knowing", "Know it", notice=True)

    def never() -> list[Problem]:
        raise AssertionError("looked twice")

    assert mkdocs_product.problems(again(), ["a", "b"], lambda: [notice]) == [notice]
    assert mkdocs_product.problems(again(), ["a", "b"], never) == [notice]
    assert mkdocs_product.problems(again(), ["ab"], lambda: []) == []


@pytest.mark.parametrize("name", ["papers.yaml", ".arxiv-snapshot.json", "docs/about.md", "docs/new.png"])
def test_a_check_is_made_of_all_that_it_can_see(folder: Path, name: str) -> None:
    """Each file beside a catalogue, and the record of its sync, makes it another list."""
    seen: list[tuple[str, ...]] = []

    def keep(made_of: object, find: Callable[[], list[Problem]]) -> list[Problem]:
        assert isinstance(made_of, tuple)
        seen.append(made_of)
        return []

    (folder / ".arxiv-snapshot.json").write_text("{}")
    site.load(folder / "papers.yaml", "papers.yaml", keep)
    file = folder / name
    words = '{"1503.00001": {"title": "x", "authors": 1, "published": "2015-03-01", "version": 1, "updated": "2015-03-01"}}'
    text = words if file.suffix == ".json" else (file.read_text() if file.exists() else "") + "\n\n# x\n"
    file.write_text(text)
    site.load(folder / "papers.yaml", "papers.yaml", keep)
    site.load(folder / "papers.yaml", "papers.yaml", keep)
    assert seen[0] != seen[1] == seen[2]


def test_what_was_used_in_making_stays(again: Again, tmp_path: Path) -> None:
    """A build that only takes a thing keeps what the next one needs to make another."""

    def make() -> str:
        store.put(store.key("template", "x"), "compiled")
        return "made"

    store = again()
    store.made(store.key("thing"), make)
    store.sweep()
    store = again()
    assert store.made(store.key("thing"), lambda: "another") == "made"
    store.sweep()
    assert again().get(store.key("template", "x")) == "compiled"
