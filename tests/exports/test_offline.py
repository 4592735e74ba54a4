"""The list of what a browser keeps: all that a page shows or links to, and an edition that says whether it is the same."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from readinglist.exports.offline import offline_json

FILES = {
    "index.html": b"<p>",
    "papers/\u00fc b/index.html": b"<b>",
    "assets/reader.1/main.js": b"run()",
    "papers/a/cite.bib": b"@misc",
}


def listed(files: dict[str, bytes]) -> dict[str, Any]:
    """The list as a browser reads it."""
    read: dict[str, Any] = json.loads(offline_json(files.items()))
    return read


def test_each_file_has_its_address_size_and_digest() -> None:
    """In order of addresses, which are as a browser asks for them."""
    found = listed(FILES)["files"]
    assert [part[:2] for part in found] == [
        ["assets/reader.1/main.js", 5],
        ["index.html", 3],
        ["papers/a/cite.bib", 5],
        ["papers/%C3%BC%20b/index.html", 3],
    ]
    assert [part[2] for part in found][:1] == [sha256(b"run()").hexdigest()[:32]]


def test_an_edition_is_what_it_is_made_of() -> None:
    """The same files in another order are the same edition; one byte, one name or one file more is another."""
    edition = listed(FILES)["edition"]
    assert listed(dict(reversed(FILES.items())))["edition"] == edition
    changed = [
        FILES | {"index.html": b"<i>"},
        FILES | {"new.html": b""},
        {f"{uri}x": content for uri, content in FILES.items()},
    ]
    assert len({edition, *(listed(files)["edition"] for files in changed)}) == 4


def test_what_no_page_shows_is_left_out() -> None:
    """What is for other sites, for crawlers, and for what the theme would do if this site did not do it itself."""
    unused = [
        *("offline.json", "service-worker.js", "card.png", "papers/a/card.png", "sitemap.xml.gz", "feed.xml"),
        *("assets/reader/dom.js", "assets/reader/controls/plot.js"),
    ]
    assert listed(FILES | dict.fromkeys(unused, b"x")) == listed(FILES)
