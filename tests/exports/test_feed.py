"""The Atom feed: valid, read by a real reader, whole, and with names that stay."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import feedparser
import pytest
import sample
from builders import catalogue, entry
from lxml import etree, html
from project import ROOT
from readinglist import site
from readinglist.exports import feed
from readinglist.exports.table import exported

URL = "https://list.example/x/"
SCHEMA = etree.RelaxNG(etree.parse(ROOT / "tests/data/atom.rng"))
PAPERS = [
    entry("old", added="2026-01-02", title="Of $x_1$ < & *more*"),
    entry("new", 2, added="2026-01-03", revised="2026-03-04"),
    entry("undated", 3),
    entry("newest", 4, added="2026-03-05"),
]


def made(*papers: dict[str, Any], url: str = URL, **prose: str) -> bytes:
    """The feed of a list as it is published; empty where there is none."""
    pages = {f"papers/{id}.md": text for id, text in prose.items()}
    edition = site.Edition(catalogue(*papers), pages, site_url=url)
    return feed.atom(edition).encode() if "feed.xml" in exported(edition) else b""


def valid(text: bytes) -> bool:
    """Whether it is Atom by the schema of RFC 4287."""
    return bool(SCHEMA.validate(etree.fromstring(text)))


@pytest.mark.parametrize("url", [URL, "https://list.example/a&b/", "http://127.0.0.1:8000/"])
def test_it_is_atom(url: str) -> None:
    """The schema has nothing against it, whatever titles and addresses hold."""
    assert valid(made(*PAPERS, url=url)), SCHEMA.error_log


@pytest.mark.parametrize(("old", "new"), [("<id>", "<ident>"), ("T00:00:00Z", ""), ('rel="self"', 'rel=":"')])
def test_the_schema_would_refuse_another(old: str, new: str) -> None:
    """The schema is no mere form: it refuses unknown elements, days without time, and bad relations."""
    text = made(*PAPERS).decode().replace(old, new).replace("</id>", "</ident>" if "id" in old else "</id>")
    assert not valid(text.encode())


def test_a_reader_takes_it() -> None:
    """Feedparser finds the papers that have a day, the newest first, each with its days, address and words."""
    read = feedparser.parse(made(*PAPERS))
    assert not read.bozo
    assert (read.version, read.feed.title, read.feed.updated) == (
        "atom10",
        "A Small List",
        "2026-03-05T00:00:00Z",
    )
    assert [one.link for one in read.entries] == [f"{URL}papers/{id}/" for id in ("newest", "new", "old")]
    new, old = read.entries[1:]
    assert (new.published[:10], new.updated[:10]) == ("2026-01-03", "2026-03-04")
    assert "Revised on 4 March 2026; on the list since 3 January 2026." in new.content[0].value
    assert "On the list since 2 January 2026." in old.content[0].value
    assert old.title == "Of x_1 < & *more* (Old)"


def test_names_stay() -> None:
    """A name depends on the day a paper joined and its id on arXiv: not on its title, revisions or address here."""
    before = {one.id for one in feedparser.parse(made(*PAPERS)).entries}
    renamed = entry("other", 2, added="2026-01-03", revised="2026-07-08", title="Other", aliases=["new"])
    after = feedparser.parse(made(PAPERS[0], renamed, PAPERS[3]))
    assert {one.id for one in after.entries} == before
    assert "tag:list.example,2026-01-03:/x/arxiv/1706.00002" in before
    assert after.feed.id == "tag:list.example,2026-01-02:/x/feed"


def test_the_whole_text_is_in_it() -> None:
    """The page's words with MathML, its picture with the caption, tables and code; all addresses are whole."""
    notes = (
        "## The idea\n\nBy $n^2$, see [this](old.md#the-idea) and [terms](../glossary.md).\n\n"
        '![It $y$ rises.](../assets/figures/old.svg "Our drawing.")\n\n| A | B |\n|---|---|\n| $|z|$ | 1 |\n\n'
        "```python\nx < 1\n```\n"
    )
    read = etree.fromstring(made(*PAPERS, old=notes))
    content = read.findall(".//{*}content")[-1].text
    assert "<math><msup><mi>n</mi><mn>2</mn></msup></math>" in content
    assert f'src="{URL}assets/figures/old.svg"' in content
    assert re.search("<p>It <math>.*</math> rises. \\(Our drawing.\\)</p>", content)
    assert "<td>1</td>" in content
    assert "x &lt; 1" in content
    parsed = html.fragment_fromstring(content, create_parent=True)
    found = [str(address) for address in parsed.xpath("//@href | //@src")]
    assert f"{URL}papers/old/#the-idea" in found
    assert [address for address in found if not address.startswith("https://")] == []
    assert parsed.xpath("//h1 | //script | //style") == []


def test_it_does_not_grow_with_the_list() -> None:
    """A long list has the newest entries alone, and those of one day in the order of reading."""
    long = [entry(f"p{n}", n, added=f"2026-01-0{1 + n // 10}") for n in range(1, 31)]
    read = feedparser.parse(made(*long))
    assert [one.link.split("/")[-2] for one in read.entries] == ["p30", *(f"p{n}" for n in range(20, 29))]
    assert len(read.entries) == feed.MOST


def test_there_is_none_without_days_or_address() -> None:
    """Where nobody noted a day, or said where the site is published, no feed is made."""
    assert made(PAPERS[2]) == made(*PAPERS, url="") == b""


def test_the_sample_s_feed_is_valid(tmp_path: Path) -> None:
    """A list with all that a list can have makes a feed that is valid."""
    text = sample.text().replace(b"    topics: ", b'    added: "2026-01-02"\n    topics: ')
    (sample.project(tmp_path) / "papers.yaml").write_bytes(text)
    edition = site.load(tmp_path / "papers.yaml")
    outputs = {output.uri: output.encoded for output in site.files(edition, URL)}
    assert valid(outputs["feed.xml"]), SCHEMA.error_log
    assert outputs["feed.xml"].count(b"<entry>") == len(edition.catalogue.papers)
