"""The built site as files: every internal link and anchor resolves, and nothing is asked of another host."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from project import REPO_URL, ROOT, SITE_URL
from readinglist.model.edition import Edition

EDIT = "https://github.com/example/list/edit/main/"


@cache
def tree(path: Path) -> html.HtmlElement:
    """One page, parsed."""
    return html.fromstring(path.read_bytes())


def straight(said: str) -> str:
    """Words with the plain quotes of the catalogue, in which the site curls them."""
    return said.translate(str.maketrans("‘’“”", "''\"\""))


def pages(built: Path) -> Iterator[tuple[str, Path]]:
    """Every HTML page with its address."""
    for path in sorted(built.rglob("*.html")):
        yield urljoin(SITE_URL, path.relative_to(built).as_posix().removesuffix("index.html")), path


def target(built: Path, address: str) -> Path:
    """The file that a web server would answer an address with."""
    path = built / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def test_every_internal_link_resolves(built: Path) -> None:
    """Each link, picture, script and style sheet of each page leads to a file, and each anchor to an element."""
    broken, seen = [], 0
    for address, page in pages(built):
        for element, attribute, link, _ in tree(page).iterlinks():
            url = urljoin(address, link)
            if not url.startswith(SITE_URL) or attribute == "action":
                continue
            seen += 1
            file, anchor = target(built, url), unquote(urlsplit(url).fragment)
            found = file.is_file()
            if found and anchor and not anchor.startswith("__") and file.suffix == ".html":
                found = bool(tree(file).xpath("//*[@id=$id or @name=$id]", id=anchor))
            if not found:
                broken.append(f"{address}: {element.tag} {link}")
    assert seen > 500
    assert broken == []


def test_the_page_asks_no_other_host(built: Path) -> None:
    """No script, style sheet, picture, font or frame comes from elsewhere, in pages and style sheets."""
    for address, page in pages(built):
        for element, attribute, link, _ in tree(page).iterlinks():
            if element.tag == "a" or (element.tag == "link" and element.get("rel") == "canonical"):
                continue
            if attribute == "content":  # a redirect
                continue
            assert urljoin(address, link).startswith((SITE_URL, "data:")), f"{address}: {element.tag} {link}"
    for sheet in built.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_the_eighteen_are_on_the_home_page_in_order(edition: Edition, built: Path) -> None:
    """Home shows number, year, title, by line, annotation, topics, minutes and the arXiv link of each paper."""
    catalogue = edition.catalogue
    entries = tree(built / "index.html").xpath("//ol[contains(@class, 'rl-papers')]/li")
    assert len(entries) == len(catalogue.papers) == 18
    for number, (item, paper) in enumerate(zip(entries, catalogue.papers, strict=True), 1):
        said = " ".join(item.text_content().split())
        assert item.get("value") == str(number)
        assert paper.title in said and paper.nickname in said and str(paper.year) in said
        assert " ".join(paper.annotation.split()) in straight(said)
        assert all(catalogue.topic(topic).name in said for topic in paper.topics)
        assert f"https://arxiv.org/abs/{paper.arxiv}" in item.xpath(".//a/@href")
        assert f"papers/{paper.id}/" in item.xpath(".//h3/a/@href")


def test_a_paper_s_page_has_all_it_promises(edition: Edition, built: Path) -> None:
    """Each page has place, exact title, all authors, dates, links, why, what before, what after, and its neighbours."""
    catalogue = edition.catalogue
    for number, paper in enumerate(catalogue.papers, 1):
        page = tree(built / "papers" / paper.id / "index.html")
        said = " ".join(page.xpath("//article")[0].text_content().split())
        assert f"{number} of 18" in said
        assert straight(page.xpath("//h1")[0].text_content().removesuffix("#")) == paper.title
        assert all(author.name in said for author in paper.authors)
        assert paper.organization in said and paper.arxiv in said
        links = page.xpath("//article//a/@href")
        assert (
            f"https://arxiv.org/abs/{paper.arxiv}" in links
            and f"https://arxiv.org/pdf/{paper.arxiv}" in links
        )
        assert all(f"../{needed.paper}/" in links for needed in paper.prerequisites)
        assert all(f"../{unlocked.id}/" in links for unlocked, _ in catalogue.unlocks(paper))
        assert len(page.xpath("//ol[contains(@class, 'rl-neighbours')]/li")) == 18
        footer = page.xpath("//footer//a[contains(@class, 'md-footer__link')]/@href")
        chain = ["../..", *(f"../{one.id}/" for one in catalogue.papers), "../../beyond/"]
        assert footer == [chain[number - 1], chain[number + 1]]


HEADINGS = [
    "Why it is here",
    "Before you read",
    "How to read it",
    "The problem",
    "The idea",
    "Key equations",
    "In code",
    "Key results",
    "Limits, and how it aged",
    "Where it came from",
    "What it unlocks",
    "What came next",
    "Check yourself",
    "Elsewhere",
]


def test_every_paper_s_page_has_the_fourteen_parts(built: Path) -> None:
    """The same fourteen headings are on every paper's page, in one order, and none of them over nothing."""
    for path in sorted((built / "papers").glob("*/index.html")):
        page = tree(path)
        if not page.xpath("//article"):
            continue  # a redirect
        headings = page.xpath("//article//h2")
        assert [heading.text.strip() for heading in headings] == HEADINGS, path
        assert all(heading.getnext() is not None and heading.getnext().tag != "h2" for heading in headings), (
            path
        )
        assert "have not written this part" not in page.xpath("//article")[0].text_content(), path


def test_answers_are_hidden_until_asked_for(edition: Edition, built: Path) -> None:
    """Every question of every paper is a closed fold, its answer within."""
    for paper in edition.catalogue.papers:
        folds = tree(built / "papers" / paper.id / "index.html").xpath(
            "//details[contains(@class, 'rl-question')]"
        )
        assert len(folds) == len(paper.questions) + 1 >= 5  # the last one asks for the paper in a sentence
        assert folds[-1].get("id") == "in-one-sentence"
        assert all(fold.get("open") is None and len(fold.xpath("./p")) >= 1 for fold in folds)


def test_edit_this_paper_leads_to_its_line(built: Path) -> None:
    """The edit link of each paper names the line on which it begins; beside it are the notes and the form for errors."""
    lines = (ROOT / "papers.yaml").read_text(encoding="utf-8").splitlines()
    for path in sorted((built / "papers").glob("*/index.html")):
        [link] = tree(path).xpath("//a[@rel='edit']/@href")
        found = re.fullmatch(re.escape(EDIT) + r"papers\.yaml#L(\d+)", link)
        assert found and lines[int(found[1]) - 1] == f"  - id: {path.parent.name}"
        form = f"{REPO_URL}/issues/new?template=report-an-error.yml&page={path.parent.name}"
        links = tree(path).xpath("//article//a/@href")
        assert form in links
        assert f"{EDIT}docs/papers/{path.parent.name}.md" in links
    assert tree(built / "index.html").xpath("//a[@rel='edit']/@href") == [f"{EDIT}docs/index.md"]
    assert REPO_URL in tree(built / "index.html").xpath("//header//a/@href")


@pytest.mark.parametrize(
    "uri",
    [
        "index.html",
        "topics/index.html",
        "years/index.html",
        "about/index.html",
        "contribute/index.html",
        "papers/adam/index.html",
    ],
)
def test_every_page_has_a_title_a_description_and_one_heading(built: Path, uri: str) -> None:
    """Search engines and screen readers get one title, one description and one first-level heading a page."""
    page = tree(built / uri)
    assert page.xpath("//title")[0].text.strip()
    [description] = page.xpath("//meta[@name='description']/@content")
    assert len(description) > 30
    assert len(page.xpath("//h1")) == 1
    levels = [int(heading.tag[1]) for heading in page.xpath("//article//*[self::h1 or self::h2 or self::h3]")]
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_descriptions_differ(built: Path) -> None:
    """No two pages describe themselves alike."""
    said = [
        tree(path).xpath("//meta[@name='description']/@content")[0]
        for _, path in pages(built)
        if path.name == "index.html"
    ]
    assert len(set(said)) == len(said) > 18


def test_the_404_page_helps(built: Path) -> None:
    """A missing page names every paper by absolute links, which work at any address."""
    page = tree(built / "404.html")
    links = page.xpath("//article//a/@href")
    assert "/papers/attention/" in links and "/papers/mixtral/" in links and len(links) == 19
