"""The site in memory: which pages there are, whence they come, and how they grow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builders import catalogue, entry, source
from readinglist import site
from readinglist.exports.table import EXPORTS
from readinglist.pages.table import PAGES
from readinglist.problems import CannotOpen, CatalogueError


def test_edition_of_a_folder(tmp_path: Path) -> None:
    """A catalogue is loaded with the prose in docs/ beside it and the line of each paper."""
    (tmp_path / "papers.yaml").write_bytes(source(entry("first"), entry("second", 2)))
    (tmp_path / "docs/papers").mkdir(parents=True)
    (tmp_path / "docs/papers/first.md").write_text("## The idea\n\nNotes.")
    edition = site.load(tmp_path / "papers.yaml", "papers.yaml")
    assert edition.prose == {"papers/first.md": "## The idea\n\nNotes."}
    assert edition.lines == {"first": 6, "second": 21}
    lines = (tmp_path / "papers.yaml").read_text().splitlines()
    assert lines[edition.lines["second"] - 1] == '  - id: "second"'


def test_a_bad_catalogue_and_bad_notes_are_reported_together(tmp_path: Path) -> None:
    """Problems of the catalogue and of its notes come in one error, each with its own file."""
    (tmp_path / "papers.yaml").write_bytes(source(entry("first", minutes=61)))
    (tmp_path / "docs/papers").mkdir(parents=True)
    (tmp_path / "docs/papers/first.md").write_text("## The idea\n\n$\\fraq$\n")
    with pytest.raises(CatalogueError) as error:
        site.load(tmp_path / "papers.yaml", "lists/papers.yaml")
    assert [(p.file, p.line) for p in error.value.problems] == [
        ("lists/papers.yaml", 18),
        ("lists/docs/papers/first.md", 3),
    ]
    with pytest.raises(CannotOpen):
        site.load(tmp_path / "none.yaml")


def test_prose_is_laid_in_or_stands_alone() -> None:
    """Prose at a generated address is in that page; other prose is a page of its own; each address comes once."""
    prose = {
        "index.md": "Hello there.",
        "papers/first.md": "## The idea\n\nMy notes.",
        "years.md": "Of years.",
        "colophon.md": "# C",
    }
    outputs = list(site.files(site.Edition(catalogue(entry("first")), prose)))
    pages = {output.uri: str(output.content) for output in outputs}
    assert len(pages) == len(outputs)
    assert "Hello there." in pages["index.md"]
    assert "My notes." in pages["papers/first.md"]
    assert "Of years." in pages["years.md"]
    assert pages["colophon.md"] == "# C\n"


def test_nothing_leads_to_an_empty_page(tmp_path: Path) -> None:
    """Without tracks or terms there is no page of them, and a link to it is reported; prose or tracks bring it."""
    tracks = [{"id": "all", "name": "All", "description": "All.", "order": "prerequisites"}]
    for head, prose, missing in (
        ({}, {}, {"tracks.md", "glossary.md", "notation.md", "equations.md"}),
        ({"tracks": tracks}, {"glossary.md": "## Term\n\nX.\n"}, {"notation.md", "equations.md"}),
        (
            {},
            {"tracks.md": "There will be some.", "equations/first.py": "x = 1"},
            {"glossary.md", "notation.md"},
        ),
    ):
        texts = {uri: prose.pop(uri) for uri in list(prose) if uri.endswith(".py")}
        edition = site.Edition(catalogue(**head), prose, texts=texts)
        made = {output.uri for output in site.files(edition)}
        assert site.absent(edition) == missing == PAGES.keys() - made
    (tmp_path / "papers.yaml").write_bytes(source())
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("See [tracks](tracks.md) and [terms](glossary.md).")
    with pytest.raises(CatalogueError) as error:
        site.load(tmp_path / "papers.yaml")
    assert [problem.text.partition(". ")[0] for problem in error.value.problems] == [
        "a link to 'tracks.md', which is not there",
        "a link to 'glossary.md', which is not there",
    ]


def test_a_page_or_an_export_is_a_line_of_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is entered in a table is published at its address, and knows where; text and bytes alike."""
    monkeypatch.setitem(PAGES, "new.md", lambda edition, prose: f"{prose} {edition.site_url}")
    monkeypatch.setitem(EXPORTS, "new.bin", lambda edition: edition.catalogue.title.encode() + b"\xff")
    edition = site.Edition(catalogue(), {"new.md": "Words."})
    made = {output.uri: output.encoded for output in site.files(edition, "https://example.org/")}
    assert made["new.md"] == b"Words. https://example.org/"
    assert made["new.bin"] == b"A Small List\xff"


def test_references_are_published_for_papers_and_what_gathers_them() -> None:
    """The list, each paper, each track and each topic with papers have a file in each format, in their order."""
    tracks = [{"id": "back", "name": "Back", "description": "Back.", "order": "prerequisites"}]
    needs = [{"paper": "second", "reason": "It says why.", "meanwhile": "Take it as given."}]
    papers = catalogue(entry("first", prerequisites=needs), entry("second", 2), tracks=tracks)
    made = {output.uri: str(output.content) for output in site.files(site.Edition(papers))}
    folders = ("papers", "papers/first/cite", "papers/second/cite", "tracks/back", "topics/architecture")
    for ending in (".bib", "-latex.bib", ".ris", ".csl.json"):
        assert {f"{name}{ending}" for name in folders} == {uri for uri in made if uri.endswith(ending)} - (
            {f"{name}-latex.bib" for name in folders} if ending == ".bib" else set()
        )
    keys = {uri: re.findall("@misc{(.*),", made[f"{uri}.bib"]) for uri in folders}
    assert keys["papers"] == keys["topics/architecture"] == ["first", "second"]
    assert (keys["papers/second/cite"], keys["tracks/back"]) == (["second"], ["second", "first"])


def test_an_alias_redirects_from_the_old_address() -> None:
    """Each former id is a page at its old address that leads to the new one, absolute where the address is known."""
    papers = catalogue(entry("new", aliases=["old"]))
    for site_url, canonical in (
        ("", "../new/"),
        ("https://example.org/x/", "https://example.org/x/papers/new/"),
    ):
        pages = {output.uri: output.content for output in site.files(site.Edition(papers), site_url)}
        redirect = str(pages["papers/old/index.html"])
        assert '<meta http-equiv="refresh" content="0; url=../new/">' in redirect
        assert f'<link rel="canonical" href="{canonical}">' in redirect
        assert '<script src="../../assets/redirect.js" data-to="../new/"></script>' in redirect


def test_a_sidebar_has_at_most_twenty_neighbours_a_side() -> None:
    """A short list shows whole, a long one shows the nearest papers, home its first, and other pages show none."""
    short = catalogue(*(entry(f"p{n}", n) for n in range(1, 19)))
    long = catalogue(*(entry(f"p{n}", n) for n in range(1, 101)))
    assert len(site.neighbours(short, "papers/p1.md")) == 18
    assert [paper.id for paper in site.neighbours(long, "papers/p50.md")] == [f"p{n}" for n in range(30, 71)]
    assert [paper.id for paper in site.neighbours(long, "index.md")] == [f"p{n}" for n in range(1, 42)]
    assert site.neighbours(long, "p50.md") == ()


def test_a_paper_s_page_does_not_grow_with_the_list() -> None:
    """A page of a list ten times as long is no longer, so the site grows with the number of papers."""

    def size(number: int) -> int:
        papers = catalogue(*(entry(f"p{n:03}", n) for n in range(1, number + 1)))
        pages = {output.uri: output.content for output in site.files(site.Edition(papers))}
        return len(pages["papers/p003.md"])

    # All that grows is the number of papers itself, which the page says twice.
    assert size(200) - size(20) == 2 * (len("200") - len("20"))
