"""What crawlers read: the sitemap with its days, and robots.txt."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from builders import catalogue, entry
from lxml import etree
from readinglist import site

URL = "https://list.example/a&b/"
PAPERS = catalogue(
    entry("old", added="2026-01-02"),
    entry("new", 2, added="2026-01-03", revised="2026-03-04"),
    entry("undated", 3),
)
EDITION = site.Edition(PAPERS, {"über.md": "# Ü", "index.md": "Hello."})


def made(edition: site.Edition, url: str = URL) -> dict[str, bytes]:
    """The files of the site by address."""
    return {output.uri: output.encoded for output in site.files(edition, url)}


def days(text: bytes) -> dict[str, str]:
    """The day of each page of a sitemap, by address below the site's; empty where it has none."""
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = etree.fromstring(text)
    assert root.tag == f"{space}urlset"
    return {
        url.findtext(f"{space}loc").removeprefix(URL): url.findtext(f"{space}lastmod", "") for url in root
    }


def test_every_page_has_the_day_that_it_changed() -> None:
    """A paper has the day it joined or was revised, lists have the newest; what has no noted day has none."""
    found = days(made(EDITION)["sitemap.xml"])
    assert found["papers/old/"] == "2026-01-02"
    assert found["papers/new/"] == found[""] == found["years/"] == "2026-03-04"
    assert found["papers/undated/"] == found["about/"] == found["%C3%BCber/"] == ""


def test_every_page_is_in_it_once_and_nothing_else() -> None:
    """The sitemap lists the Markdown pages of the site, and no redirects, data or files."""
    files = made(site.Edition(catalogue(entry("one", aliases=["two"])), EDITION.prose))
    found = days(files["sitemap.xml"])
    assert len(found) == sum(uri.endswith(".md") for uri in files)
    assert "papers/two/" not in found


def test_robots_may_read_all_and_learn_where_the_sitemap_is() -> None:
    """A parser of robots.txt allows every page, and finds the sitemap where there is one."""
    for url, maps in ((URL, [f"{URL}sitemap.xml"]), ("", None)):
        files = made(EDITION, url)
        robots = RobotFileParser()
        robots.parse(files["robots.txt"].decode().splitlines())
        assert robots.can_fetch("anybody", "/papers/old/")
        assert robots.site_maps() == maps
        assert ("sitemap.xml" in files) == bool(url)
