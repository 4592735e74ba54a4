"""Whatever a pull request holds: the check refuses it, or on the built page it is nothing but words."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import payloads as corpus
import pytest
from builders import entry, source
from lxml import html
from payloads import NOTES, WORDS, notes_of, page_of, paper, payloads, taken, wrong
from playwright.sync_api import Browser, Route
from project import mkdocs
from readinglist import site
from readinglist.arxiv import new_entry
from readinglist.arxiv.record import Record
from readinglist.problems import CatalogueError
from readinglist.source import yaml_reader

ADDRESS = "https://list.example/"
OPENED, EVERY = 24, 3
"""Pages of papers that hold the notes, and that the browser opens: every third."""
NASTY = ("' onmouseover='__ran=1' x='", '" onmouseover="__ran=1" x="')
# Sets off what a pointer, a key or a missing picture would, and says whether anything ran.
STIR = """() => {
    for (const at of document.querySelectorAll("article *"))
        for (const kind of ["mouseover", "focus", "pointerenter", "animationstart", "toggle", "error"])
            at.dispatchEvent(new Event(kind))
    return window.__ran
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One strict build with everything in it that the check takes, each in every place where it may stand."""
    folder = corpus.project(tmp_path_factory.mktemp("hostile"))
    words = list(taken(WORDS))
    assert len(words) > OPENED * EVERY
    papers = [paper(number, one) for number, one in enumerate(words, 1)]
    text = source(*papers, title=NASTY[0], description=NASTY[1], topics=_topics(), levels=_levels())
    (folder / "papers.yaml").write_bytes(text)
    (folder / "docs/papers").mkdir()
    one = source(paper(1, "Words"))
    notes = [notes for notes in NOTES if not wrong(one, notes_of(notes))]
    each = [notes[at::OPENED] for at in range(OPENED)]
    for number, together in enumerate(filter(None, each)):
        laid = "\n\n".join(["## The idea", *together])
        (folder / f"docs/papers/p{1 + number * EVERY}.md").write_text(laid, encoding="utf-8")
    for number, page in enumerate(_pages(one), 1):
        (folder / f"docs/page-{number}.md").write_text(page, encoding="utf-8")
    done = mkdocs("build", "--strict", cwd=folder, REPO_URL="https://github.com/example/list")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def _topics() -> list[dict[str, str]]:
    return [{"id": "architecture", "name": NASTY[0], "description": NASTY[1]}]


def _levels() -> list[dict[str, str]]:
    return [{"id": "easy", "name": NASTY[1], "criterion": NASTY[0]}]


def _pages(catalogue: bytes) -> Iterator[str]:
    """Pages of their own whose title or front matter is hostile, and taken."""
    fronts = [f"---\n{front}\n---\n\n# Page" for front in payloads("front")]
    titles = [notes for notes in NOTES if notes.startswith("#")]
    for page in [*fronts, *titles]:
        prose = page_of(page)
        if not wrong(catalogue, prose):
            yield prose.pages["page.md"]


def pages(folder: Path) -> list[Path]:
    """The finished pages of a site."""
    return sorted(folder.rglob("*.html"))


def test_there_are_many() -> None:
    """The corpus is large, and each string of a kind is there once."""
    kinds = ["words", "notes", "tex", "files", "front", "arxiv"]
    counts = [len(payloads(kind)) for kind in kinds]
    assert sum(counts) >= 250
    assert [len(set(payloads(kind))) for kind in kinds] == counts


def test_on_the_finished_pages_nothing_can_run(hostile: Path) -> None:
    """Read by another parser than ours: the scripts are those of the theme, and no attribute runs or loads."""
    run = './/script[@type!="application/ld+json"]|.//script[not(@type)]'
    theme = len(html.parse(hostile / "404.html").xpath(run))
    for path in pages(hostile):
        tree = html.parse(path)
        moved = 'http-equiv="refresh"' in path.read_text(encoding="utf-8")
        assert len(tree.xpath(run)) == (0 if moved else theme), path
        for node in tree.iter():
            assert isinstance(node.tag, str), path
            assert node.tag not in {"iframe", "object", "embed", "base", "style", "textarea", "frame"}, path
            for name, value in node.attrib.items():
                assert not name.startswith("on") and name not in {"srcdoc", "ping", "background"}, (
                    path,
                    name,
                )
                if name in {"src", "srcset", "action", "poster", "data", "formaction", "xlink:href"}:
                    assert not urlsplit(value).scheme and not value.startswith("//"), (path, value)
                if name == "href":
                    assert urlsplit(value).scheme in {"", "https", "mailto"}, (path, value)
        ids = tree.xpath("//@id")
        assert len(set(ids)) == len(ids), path
        assert not [name for name in tree.xpath("//article//@id") if name.startswith("__")], path


def test_in_a_browser_nothing_runs_and_nobody_is_asked(hostile: Path, browser: Browser) -> None:
    """Opened with all other hosts cut off, every string on one page at least: the policy has nothing to refuse."""
    asked: list[str] = []
    said: list[str] = []

    def answer(route: Route) -> None:
        uri = unquote(urlsplit(route.request.url).path)
        if not route.request.url.startswith(ADDRESS):
            asked.append(route.request.url)
            return route.abort()
        return route.fulfill(path=hostile / (uri.lstrip("/") + ("index.html" if uri.endswith("/") else "")))

    context = browser.new_context(reduced_motion="reduce")
    context.route("**/*", answer)
    page = context.new_page()
    page.on("dialog", lambda dialog: said.append(f"{page.url}: {dialog.message}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("console", lambda line: said.append(line.text) if "Security Policy" in line.text else None)
    closed = {hostile / f"papers/p{number}/index.html" for number in range(1, 500) if number % EVERY != 1}
    for path in sorted(set(pages(hostile)) - closed):
        uri = path.relative_to(hostile).as_posix().removesuffix("index.html")
        page.goto(ADDRESS + uri)
        assert page.evaluate(STIR) is None, uri
        assert page.url.startswith(ADDRESS), uri
    context.close()
    assert (asked, said) == ([], [])


@pytest.mark.parametrize("file", payloads("files"), ids=lambda file: file.partition("\n")[0])
def test_a_file_that_is_no_page_and_no_picture_is_refused(tmp_path: Path, file: str) -> None:
    """Kinds, places, names and drawings that may not be published are reported with the name of the file."""
    name, _, content = file.partition("\n")
    (tmp_path / "papers.yaml").write_bytes(source(entry("first")))
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CatalogueError) as error:
        site.load(tmp_path / "papers.yaml", "papers.yaml")
    assert {problem.file for problem in error.value.problems} == {f"docs/{name}"}


@pytest.mark.parametrize("words", [*payloads("arxiv"), *payloads("words")])
def test_what_arxiv_says_stays_a_value(words: str) -> None:
    """A hostile record becomes an entry in which it is a value, word for word, and no key."""
    flat = " ".join(words.split())
    day = datetime.date(2017, 6, 12)
    record = Record("1706.00001", flat, (flat,), day, 1, day, ("cs.CL",), "10.1000/1", flat)
    item = textwrap.indent(new_entry.entry(record, "first", day), "  ")
    plain = new_entry.entry(
        Record("1706.00001", "T", ("A B",), day, 1, day, ("cs.CL",), "10.1000/1", "J"), "first", day
    )
    [read] = yaml_reader.parse(f"papers:\n{item}\n".encode(), "f").data["papers"]
    [usual] = yaml_reader.parse(f"papers:\n{textwrap.indent(plain, '  ')}\n".encode(), "f").data["papers"]
    assert list(read) == list(usual)
    assert (read["title"], read["journal_ref"]) == (flat, flat)
    [author] = read["authors"]
    said = " ".join(author.values()) if isinstance(author, dict) else author
    # A name with a comma is turned round; its words are the same.
    assert sorted(said.replace(",", " ").split()) == sorted(flat.replace(",", " ").split())
