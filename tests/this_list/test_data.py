"""What programs read of this list."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from pathlib import Path

import feedparser
from lxml import etree
from project import ROOT, SITE_URL
from readinglist.exports import data, reader_data
from readinglist.model.edition import Edition


def test_the_published_catalogue_is_as_its_schema_says(edition: Edition, tmp_path: Path) -> None:
    """A validator of JSON Schema has nothing to say about the catalogue of this list."""
    (tmp_path / "catalogue.json").write_text(data.catalogue_json(edition), encoding="utf-8")
    (tmp_path / "schema.json").write_text(data.schema_json(), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", "schema.json", "catalogue.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_what_every_page_loads_is_small(edition: Edition) -> None:
    """The file that the scripts read stays under 6 KB as it is sent."""
    assert len(gzip.compress(reader_data.dumped(edition.catalogue).encode())) < 6_000


def test_markdown_leads_on_within_the_site(built: Path) -> None:
    """Each link of llms.txt and of the Markdown files leads to a page or a file that was published."""
    files = [built / "llms.txt", *built.glob("*.md"), *built.glob("papers/*.md")]
    assert len(files) > 25
    links = {
        link for file in files for link in re.findall(rf"\({SITE_URL}([^)#?\s]*)", file.read_text("utf-8"))
    }
    missing = [
        link for link in links if not (built / link).is_file() and not (built / link / "index.html").is_file()
    ]
    assert missing == []


def test_the_feed_is_atom_and_read(built: Path) -> None:
    """The feed of this list is valid by the schema of RFC 4287, and a reader finds papers with their formulas."""
    schema = etree.RelaxNG(etree.parse(ROOT / "tests/data/atom.rng"))
    assert schema.validate(etree.parse(built / "feed.xml")), schema.error_log
    read = feedparser.parse((built / "feed.xml").read_bytes())
    assert not read.bozo
    assert all("<math" in entry.content[0].value for entry in read.entries)


def test_the_sitemap_has_every_page(built: Path) -> None:
    """It names each page of the built site once, and no other address."""
    pages = {path.parent.relative_to(built).as_posix() for path in built.rglob("index.html")}
    moved = {
        path.parent.relative_to(built).as_posix()
        for path in built.rglob("index.html")
        if "refresh" in path.read_text("utf-8")[:600]
    }
    found = re.findall("<loc>(.*?)</loc>", (built / "sitemap.xml").read_text())
    assert len(found) == len({*found})
    assert {*found} == {f"{SITE_URL}{page}/".replace("/./", "/") for page in pages - moved}
