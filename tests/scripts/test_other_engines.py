"""Other engines build the site from an export: ProperDocs to the byte, Zensical with the differences named here."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import _around
import _moving
import export_site
import lxml.html
import pytest
import sample
from project import REPO_URL, SITE_URL, environment, mkdocs

ADDRESSES = {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL}
TITLE = "One <Hand> & the “Wall”"
NOTES = """\
## The idea

### 注意力 机制

### 注意力 机制

### Fish & “chips” 魚 { .rl-ref }

### ध्यान { #own }

### ???
"""
OF_THE_THEME = re.compile(
    r"assets/(javascripts|stylesheets|images|styles)/|assets/reader[^/]*/.*js$|(^|/)sitemap\.xml\.gz$|^search\.json$|^_headers$"
    r"|card\.png$|icon-\d+\.png$|apple-touch-icon\.png$|manifest\.webmanifest$|offline\.json$|service-worker\.js$"
    r"|\.md(\.txt)?$"
)
"""Files of theme, hook and engine, and the texts of pages, which Zensical publishes with `.txt` after their names."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented list, with a title that is hard to escape and headings in several scripts."""
    folder = sample.project(tmp_path_factory.mktemp("list"))
    catalogue = folder / "papers.yaml"
    catalogue.write_text(catalogue.read_text("utf-8").replace("One Hand on the Wall", TITLE), "utf-8")
    (folder / "docs/papers/hedges.md").write_text(NOTES, "utf-8")
    return folder


@pytest.fixture(scope="module")
def expected(project: Path) -> Path:
    """The site that MkDocs makes of the list."""
    run = mkdocs("build", cwd=project, **ADDRESSES)
    assert run.returncode == 0, run.stderr
    return project / "site"


def built(engine: str, project: Path, folder: Path, *options: str) -> Path:
    """The site that another engine makes of the export of the list."""
    command = Path(sys.executable).with_name(engine)
    if not command.exists():
        pytest.skip(f"{engine} is not installed; scripts/test installs it from requirements-test.txt.")
    with pytest.MonkeyPatch.context() as patch:
        for module in (_around, _moving, export_site):
            patch.setattr(module, "ROOT", project)
        for name, value in ADDRESSES.items():
            patch.setenv(name, value)
        catalogue = str(project / "papers.yaml")
        assert export_site.main([str(folder), "--engine", engine, "--catalogue", catalogue]) == 0
    run = subprocess.run(
        [command, "build", *options],
        cwd=folder,
        env=environment(**ADDRESSES),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"


def files(site: Path) -> dict[str, Path]:
    """Every file of a site by its address."""
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def test_properdocs_builds_the_same_pages(
    project: Path, expected: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every page and file is the same to the byte, except that a page names the engine that made it."""
    ours = files(built("properdocs", project, tmp_path_factory.mktemp("moved")))
    theirs = files(expected)
    assert ours.keys() == theirs.keys()
    differ = [uri for uri in ours if _unsigned(ours[uri]) != _unsigned(theirs[uri])]
    assert not differ


def _unsigned(file: Path) -> bytes:
    if file.suffix == ".gz" or file.name == "offline.json":
        return b""  # the time of the build, and a digest of all pages
    return re.sub(rb'(?<=name="generator" content=")mkdocs-[^,]+', b"", file.read_bytes())


@pytest.fixture(scope="module")
def zensical(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that Zensical makes of the export."""
    return built("zensical", project, tmp_path_factory.mktemp("moved"), "--clean")


def test_zensical_publishes_the_same_files(expected: Path, zensical: Path) -> None:
    """All but the theme's own are there, with the same bytes; the texts of pages have another name."""
    ours, theirs = files(zensical), files(expected)
    assert {uri for uri in ours if not OF_THE_THEME.search(uri)} == {
        uri for uri in theirs if not OF_THE_THEME.search(uri)
    }
    texts = {uri.removesuffix(".txt"): path for uri, path in ours.items() if uri.endswith(".md.txt")}
    assert texts.keys() == {uri for uri in theirs if uri.endswith(".md")}
    same = {uri: path for uri, path in ours.items() if not OF_THE_THEME.search(uri)} | texts
    differ = [
        uri
        for uri, path in same.items()
        if not uri.endswith("/index.html")
        and path.suffix != ".html"
        and path.read_bytes().strip() != theirs[uri].read_bytes().strip()
    ]
    assert not differ


def test_zensical_shows_the_same_pages(expected: Path, zensical: Path) -> None:
    """Every page has the same words, links, anchors and contents, and the same is said of it to machines."""
    pages = [uri for uri in files(expected) if uri.endswith(".html")]
    assert len(pages) > len(sample.PAPERS)
    differ = {
        f"{uri} {part}": (seen, theirs[part])
        for uri in pages
        for theirs in [shown(expected / uri, uri)]
        for part, seen in shown(zensical / uri, uri).items()
        if seen != theirs[part]
    }
    assert not differ


def shown(file: Path, uri: str) -> dict[str, Any]:
    """What a page shows and says, without what is Zensical's own.

    That is: its theme, the place to which one skips, the word for the contents, that links at headings are not
    called after these, and that it writes addresses otherwise (`./x`, and home as `/` on the page for a missing
    page).
    """
    page = lxml.html.fromstring(file.read_bytes())
    for own in page.xpath("//a[@id='__skip'] | //*[@class='md-copyright']/a[contains(@href, 'http')]"):
        own.drop_tree()
    address = urljoin(SITE_URL, uri.removesuffix("index.html"))
    [article], head = page.xpath("//article") or [page], page.find("head")
    return {
        "title": page.xpath("string(//title)"),
        "description": page.xpath("//meta[@name='description']/@content"),
        "data": page.xpath("//script[@type='application/ld+json']/text()"),
        "head": [*_links(head, address)],
        "words": article.text_content().split(),
        "links": [*_links(article, address)],
        "anchors": [*_anchors(article)],
        "contents": [*_links_and_words(page, "//nav", address)],
        "footer": [*_links_and_words(page, "//footer", address)],
    }


def _links(element: Any, address: str) -> Iterator[tuple[str, str]]:
    for found in element.iter("a", "link", "img", "script"):
        target = found.get("href") or found.get("src")
        if target is not None and not OF_THE_THEME.search(target):
            yield found.tag, _plain(urljoin(address, target))


def _plain(address: str) -> str:
    return re.sub(r"/\.$", "/", address)


def _anchors(element: Any) -> Iterator[str]:
    yield from (found.get("id") for found in element.iter() if found.get("id"))


def _links_and_words(page: Any, path: str, address: str) -> Iterator[tuple[str, str]]:
    for link in page.xpath(f"{path}//a[@href]"):
        yield " ".join(link.text_content().split()), _plain(urljoin(address, link.get("href")))
