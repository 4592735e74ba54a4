"""The command that makes the books, and what it makes of the sample."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import _deck
import _pdf
import make_books
import pikepdf
import pytest
import sample
from _console import run
from books import faces
from playwright.sync_api import Browser
from readinglist import site
from readinglist.exports.chapters import chapters, uris

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a project."""
    return sample.project(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def edition(project: Path) -> site.Edition:
    """The sample with its pictures and equations."""
    return site.load(project / "papers.yaml")


@pytest.fixture(scope="module")
def printed(edition: site.Edition, browser: Browser) -> Callable[[], bytes]:
    """Prints the sample."""
    return lambda: _pdf.pdf(browser, edition.catalogue, [*chapters(edition)], faces(), MOMENT)


@pytest.fixture(scope="module")
def content(printed: Callable[[], bytes]) -> bytes:
    """The sample, printed."""
    return printed()


@pytest.fixture(scope="module")
def pdf(content: bytes) -> Iterator[pikepdf.Pdf]:
    """The same, opened."""
    with pikepdf.open(io.BytesIO(content)) as file:
        yield file


def test_every_chapter_has_a_bookmark_with_those_of_its_sections(
    pdf: pikepdf.Pdf, edition: site.Edition
) -> None:
    """Bookmarks are in the order of the book, each section below its chapter."""
    with pdf.open_outline() as outline:
        titles = {item.title: [child.title for child in item.children] for item in outline.root}
    papers = [paper.title for paper in edition.catalogue.papers]
    assert [*titles] == [
        "Contents",
        edition.catalogue.title,
        "Tracks",
        *papers,
        "Glossary",
        "Notation",
        "About this list",
    ]
    assert {"The problem", "The idea", "Check yourself"} <= set(titles["One Hand on the Wall"])


def test_the_contents_lead_to_the_chapters(pdf: pikepdf.Pdf, content: bytes, edition: site.Edition) -> None:
    """Its rows are links to the pages that the bookmarks lead to, and these are the numbers that it gives."""
    numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as outline:
        marked = [numbers[item.destination[0].objgen] for item in outline.root]  # type: ignore[index]
    links = [str(link.A.D) if "/A" in link else str(link.Dest) for link in pdf.pages[1].Annots]
    linked = [numbers[pdf.Root.Dests[name][0].objgen] for name in dict.fromkeys(links)]
    given = _pdf.pages_of(content, [*chapters(edition)])
    assert marked[1:] == linked == [*given.values()]
    assert marked[0] == 2 and len(set(linked)) == len(linked) == len(uris(edition))


def test_it_says_what_it_is_and_shows_no_run(pdf: pikepdf.Pdf, printed: Callable[[], bytes]) -> None:
    """It has a title, a language and tags for those who hear it, the date it was given, and the same pages again."""
    assert str(pdf.docinfo["/Title"]) == "Ways Out of Mazes"
    assert str(pdf.Root.Lang) == "en" and pdf.Root.MarkInfo.Marked
    assert {str(pdf.docinfo[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20260102030405+00'00'"}
    # The bytes are mostly the same too; now and then Chromium numbers its objects otherwise.
    with pikepdf.open(io.BytesIO(printed())) as again:
        assert [page.mediabox for page in again.pages] == [page.mediabox for page in pdf.pages]
        assert again.docinfo == pdf.docinfo


def opened(content: bytes, folder: Path) -> tuple[list[tuple[str, str, str]], dict[str, int], dict[str, str]]:
    """The notes of a deck as id, fields and tags; its decks by name with their numbers; its media."""
    with ZipFile(io.BytesIO(content)) as archive:
        (folder / "collection").write_bytes(archive.read("collection.anki2"))
        media = json.loads(archive.read("media"))
    with sqlite3.connect(folder / "collection") as base:
        notes = base.execute("select guid, flds, tags from notes order by id").fetchall()
        [[decks]] = base.execute("select decks from col").fetchall()
    return notes, {deck["name"]: deck["id"] for deck in json.loads(decks).values()}, media


def test_the_deck_has_a_subdeck_for_each_paper_with_questions(edition: site.Edition, tmp_path: Path) -> None:
    """Cards have their formulas as MathML, and the face for them goes along under a name that Anki keeps."""
    content = _deck.deck(edition, faces(), MOMENT)
    notes, decks, media = opened(content, tmp_path)
    wanted = [
        f"Ways Out of Mazes::{n} {name}" for n, name in enumerate(("Wall", "Thread", "Chalk", "Plan"), 1)
    ]
    assert [name for name in decks if "::" in name] == wanted
    assert len(notes) == 20 and len({guid for guid, *_ in notes}) == 20
    assert "<math>" in notes[0][1] and "paper::wall" in notes[0][2]
    assert [*media.values()] == ["_stix-two-math.woff2", "_stix-two-math-ext.woff2"]
    assert content == _deck.deck(edition, faces(), MOMENT)


def test_a_later_deck_has_the_same_decks_and_notes(edition: site.Edition, tmp_path: Path) -> None:
    """Their ids do not depend on when it was made."""
    now = opened(_deck.deck(edition, faces(), MOMENT), tmp_path)
    later = opened(_deck.deck(edition, faces(), datetime(2027, 1, 1, tzinfo=UTC)), tmp_path)
    assert now == later


def test_it_writes_what_it_is_asked_for(
    project: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Formats are named in any order; it says what it wrote and shows a bar apart from that."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767323045")
    arguments = ["deck", "epub", "--to", str(tmp_path / "out"), "--catalogue", str(project / "papers.yaml")]
    assert run(lambda: make_books.main(arguments)) == 0
    said = capsys.readouterr()
    assert [line.split()[0] for line in said.out.splitlines()] == [
        str(tmp_path / "out" / name) for name in ("reading-list.epub", "reading-list.apkg")
    ]
    assert "Books" in said.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "reading-list.apkg",
        "reading-list.epub",
    ]


def test_it_names_what_it_cannot_use(
    project: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format that there is not, a browser that is not there, a date that is none: each in a sentence."""
    with pytest.raises(SystemExit):
        make_books.main(["mobi"])
    assert "there is no format mobi; there are epub, pdf, deck" in capsys.readouterr().err
    monkeypatch.setattr(make_books, "chromium", lambda: "")
    arguments = ["pdf", "--to", str(tmp_path), "--catalogue", str(project / "papers.yaml")]
    assert run(lambda: make_books.main(arguments)) == 2
    assert "The PDF needs a Chromium or Chrome" in capsys.readouterr().err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    assert run(lambda: make_books.main(["deck", *arguments[1:]])) == 2
    assert "SOURCE_DATE_EPOCH is today, no number of seconds" in capsys.readouterr().err
