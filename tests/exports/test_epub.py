"""The book for reading systems, made of the sample."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sample
from books import XHTML, Book, made
from project import ROOT
from readinglist import site
from readinglist.exports import cover
from readinglist.exports.chapters import uris

OPF = "{http://www.idpf.org/2007/opf}"


@pytest.fixture(scope="module")
def book(edition: site.Edition) -> Book:
    """The book of a list whose site has no address."""
    return Book.opened(made(edition))


def shown(book: Book, name: str) -> str:
    """The words of a page."""
    return " ".join("".join(book.pages[f"book/{name}.xhtml"].itertext()).split())


def test_nothing_in_it_leads_nowhere_or_needs_a_browser(book: Book) -> None:
    """Every link within the book has its place, every id is one of a kind, nothing waits for a script."""
    assert [*book.faults()] == []


def test_its_files_are_what_its_package_says(book: Book) -> None:
    """What it is comes first; the package names every other file once, and what its pages hold."""
    assert book.names[:3] == ("mimetype", "META-INF/container.xml", "book/package.opf")
    items = {item.get("href"): item for item in book.package.iter(f"{OPF}item")}
    assert [f"book/{href}" for href in items] == [*book.names[3:]]
    held = {href: item.get("properties", "") for href, item in items.items()}
    assert (held["papers/wall.xhtml"], held["papers/islands.xhtml"]) == ("mathml svg", "")
    assert (held["contents.xhtml"], held["cover.svg"]) == ("nav", "cover-image")
    assert {item.get("media-type") for item in items.values()} == {
        *("application/xhtml+xml", "image/svg+xml", "text/css", "font/woff2", "text/plain")
    }


def test_its_chapters_are_in_the_order_of_reading(book: Book, edition: site.Edition) -> None:
    """Cover, contents, the list at a glance and its tracks, every paper, glossary, notation, about; each named in the contents."""
    papers = [paper.uri for paper in edition.catalogue.papers]
    assert [*uris(edition)] == ["index.md", "tracks.md", *papers, "glossary.md", "notation.md", "about.md"]
    names = {item.get("id"): item.get("href") for item in book.package.iter(f"{OPF}item")}
    order = [names[item.get("idref")] for item in book.package.iter(f"{OPF}itemref")]
    wanted = [uri.replace(".md", ".xhtml") for uri in uris(edition)]
    assert order == ["cover.xhtml", "contents.xhtml", *wanted]
    [contents] = [
        nav for nav in book.pages["book/contents.xhtml"].iter(f"{XHTML}nav") if "hidden" not in nav.attrib
    ]
    entries = {link.get("href"): link.text for link in contents.iter(f"{XHTML}a")}
    assert [href for href in entries if href and "#" not in href] == wanted
    assert entries["papers/chalk.xhtml"] == "3. Two Chalk Marks Suffice"
    assert entries["papers/chalk.xhtml#the-idea"] == "The idea"


def test_questions_lead_to_their_answers_at_the_end(book: Book) -> None:
    """A question shows no answer beside it; each has one behind the chapter, and the two lead to each other."""
    page = book.pages["book/papers/wall.xhtml"]
    links = [link.get("href") for link in page.iter() if link.get("class") == "rl-back"]
    assert links == [f"#answer-{n}" for n in range(1, 6)] + [f"#question-{n}" for n in range(1, 6)]
    text = shown(book, "papers/wall")
    assert text.count("It is the unknown number 1.") == 1
    assert text.index("It is the unknown number 1.") > text.index("Answers to the questions")
    assert "2. What is" in text and "1. It is" not in text.partition("Answers to")[0]


def test_a_fold_is_open_and_a_picture_is_there_once(book: Book) -> None:
    """Long rows of authors and code are shown whole; of the two drawings of a picture the book has the wide one."""
    assert "Augusta De Morgan" in shown(book, "papers/chalk")
    wall = book.pages["book/papers/wall.xhtml"]
    assert "def walk" in shown(book, "papers/wall")
    assert len([*wall.iter("{http://www.w3.org/2000/svg}svg")]) == 1
    [drawing] = [box for box in wall.iter(f"{XHTML}div") if "rl-drawing" in box.get("class", "")]
    assert "rl-wide" in drawing.get("class", "")


def test_a_link_out_of_the_book_leads_to_the_site(edition: site.Edition) -> None:
    """What is not in the book is linked where the site has an address, with its query; else it is plain words."""

    def led(site_url: str, uri: str) -> set[str]:
        book = Book.opened(made(replace(edition, site_url=site_url)))
        page = book.pages[f"book/{uri}.xhtml"]
        return {href for one in page.iter(f"{XHTML}a") if "list.example" in (href := one.get("href", ""))}

    assert led("", "tracks") == led("", "about") == set()
    assert {href for href in led("https://list.example/", "tracks") if "?" in href} == {
        f"https://list.example/?track={track}" for track in ("needs", "weekend")
    }
    assert "https://list.example/equations/wall.py" in led("https://list.example/", "papers/wall")


def test_a_list_without_tracks_and_prose_has_a_book() -> None:
    """What nobody wrote is left out."""
    bare = site.Edition(sample.catalogue().model_copy(update={"tracks": ()}))
    assert {"tracks.md", "glossary.md", "notation.md", "about.md"}.isdisjoint(uris(bare))
    assert [*Book.opened(made(bare)).faults()] == []


def test_its_title_may_hold_anything() -> None:
    """Signs of XML in a title are words, on the cover, in the package and in the contents."""
    odd = sample.catalogue().model_copy(update={"title": "A < B & C"})
    book = Book.opened(made(site.Edition(odd)))
    assert "A < B & C" in shown(book, "cover") and "A < B & C" in shown(book, "contents")
    assert "A < B" in next(iter(book.package[0].iter("{http://purl.org/dc/elements/1.1/}title"))).text  # type: ignore[operator]


SCRIPT = """import hashlib, sys
from pathlib import Path
from books import made
from readinglist import site
print(hashlib.sha256(made(site.load(Path(sys.argv[1])))).hexdigest())
"""


def test_it_is_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Neither the time zone, nor the day, nor Python's hash seed shows in it."""
    project = sample.project(tmp_path)
    path = os.pathsep.join(str(ROOT / folder) for folder in ("hooks", "scripts", "tests/support"))
    found = set()
    for zone, seed in (("UTC", "1"), ("Pacific/Kiritimati", "2")):
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        command = [sys.executable, "-c", SCRIPT, str(project / "papers.yaml")]
        found.add(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    assert len(found) == 1


def test_the_cover_has_the_colours_of_the_site() -> None:
    """The style sheet of the site and the cover name the same colours, for paper, ink and topics."""
    sheet = (ROOT / "docs/assets/styles/tokens.css").read_text("utf-8")
    light = sheet.partition('[data-md-color-scheme="default"]')[2].partition("}")[0]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", light))
    assert (colours["paper"], colours["ink"], colours["faded"]) == (cover.PAPER, cover.INK, cover.FADED)
    assert tuple(colours[f"topic-{n}"] for n in range(1, 13)) == cover.HUES
