"""A build that fails, through MkDocs itself: the exit code, what it prints, and what it leaves alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builders import entry, source
from project import another_list, mkdocs


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the real theme and hook, and a small catalogue of its own."""
    return another_list(tmp_path, source(entry("first")))


def test_another_list_builds(project: Path) -> None:
    """A fork with its own catalogue, and no prose at all, builds strictly."""
    done = mkdocs("build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "A Small List" in (project / "site/papers/first/index.html").read_text()


def test_a_bad_catalogue_ends_in_every_problem(project: Path) -> None:
    """The build exits 1, prints each problem at the beginning of a line, no traceback, and keeps the site."""
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good one")
    (project / "papers.yaml").write_bytes(
        source(entry("first", minutes=61), entry("first", 2, title="Other"))
    )
    done = mkdocs("build", "--strict", cwd=project)
    assert done.returncode == 1
    lines = (done.stdout + done.stderr).splitlines()
    assert [line for line in lines if line.startswith("papers.yaml:")] == [
        "papers.yaml:18:14: 'minutes' must be a multiple of 5, not '61'. Write for example minutes: 60.",
        "papers.yaml:21:9: the id 'first' is listed twice (line 6 has it too). Give each its own.",
    ]
    assert "Traceback" not in done.stdout + done.stderr
    assert (project / "site/index.html").read_text() == "the last good one"


def test_the_sitemap_has_the_days_of_the_catalogue(project: Path) -> None:
    """It is the core's and lists the pages of the built site; without an address there is none."""
    (project / "papers.yaml").write_bytes(source(entry("first", added="2026-01-02")))
    for url in ("", "https://list.example/"):
        done = mkdocs("build", cwd=project, SITE_URL=url)
        assert done.returncode == 0, done.stderr
        assert {path.name for path in (project / "site").glob("sitemap*")} == (
            {"sitemap.xml"} if url else set()
        )
    sitemap = (project / "site/sitemap.xml").read_text()
    pages = {
        path.parent.relative_to(project / "site").as_posix() for path in project.glob("site/**/index.html")
    }
    urls = {f"https://list.example/{page}/".replace("/./", "/") for page in pages}
    assert {line.partition("<loc>")[2].partition("</loc>")[0] for line in sitemap.splitlines()[2:-1]} == urls
    assert sitemap.count("<lastmod>") == sitemap.count("<lastmod>2026-01-02<") > 1


def test_twins_and_the_feed_are_published_and_found(project: Path) -> None:
    """A page stays a page and its Markdown is a file; every page names the feed, as no other language of it."""
    (project / "papers.yaml").write_bytes(source(entry("first", added="2026-01-02")))
    done = mkdocs("build", "--strict", cwd=project, SITE_URL="https://list.example/x/")
    assert done.returncode == 0, done.stderr
    built = project / "site"
    assert (built / "papers/first.md").read_text().startswith("# The Paper on First\n")
    assert (built / "papers/first/index.html").is_file() and not [*built.rglob("*.md.txt")]
    for page, feed in (
        ("papers/first/index.html", "../../feed.xml"),
        ("index.html", "feed.xml"),
        ("404.html", "/x/feed.xml"),
    ):
        text = (built / page).read_text()
        assert re.findall('<link rel="alternate feed" type="([^"]*)"[^>]*href="([^"]*)"', text) == [
            ("application/atom+xml", feed)
        ]
        assert 'rel="alternate"' not in text
    assert (built / "feed.xml").is_file()


def test_a_missing_catalogue_is_a_sentence(project: Path) -> None:
    """Where CATALOGUE names no file the build says so and exits 1."""
    done = mkdocs("build", cwd=project, CATALOGUE="none.yaml")
    assert done.returncode == 1
    assert "none.yaml could not be opened: No such file or directory." in done.stderr
    assert "Traceback" not in done.stderr


def test_what_may_not_be_on_a_page_stops_the_build(project: Path) -> None:
    """What no check sees is still refused in the finished page, with the file that it came from."""
    template = project / "hooks/readinglist/pages/templates/about.md.j2"
    template.write_text(template.read_text() + '\n<p onmouseover="x" markdown>{{ prose }}</p>\n')
    (project / "docs/about.md").write_text("One.\n\nTwo.\n")
    done = mkdocs("build", "--strict", cwd=project)
    assert done.returncode == 1
    assert "docs/about.md: onmouseover='x' in <p> in the finished page of about.md." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_title_is_words_everywhere(project: Path) -> None:
    """A heading that looks like markup is words in the head, in the header and in the menu."""
    words = '# `</title><script>alert(1)</script>` and \\<b> "quotes"\n\n## A "b" `<i>`\n\n### C\n'
    (project / "docs/colophon.md").write_text(words)
    done = mkdocs("build", cwd=project)
    assert done.returncode == 0, done.stderr
    page = (project / "site/colophon/index.html").read_text()
    assert "<script>alert" not in page
    assert "<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; and &lt;b&gt;" in page


def test_a_site_that_cannot_be_written_is_a_sentence(project: Path) -> None:
    """Where a folder cannot be made, or the disk is full, the build says so and exits 2."""
    done = mkdocs("build", "--site-dir", "papers.yaml/site", cwd=project)
    assert done.returncode == 2
    assert (
        "papers.yaml/site" in done.stderr and "could not be read or written: Not a directory." in done.stderr
    )
    assert "Traceback" not in done.stderr
