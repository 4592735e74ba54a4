"""The list of all that an edition of the site is made of, so that a browser can keep it whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fnmatch import fnmatch
from hashlib import sha256
from urllib.parse import quote

from readinglist import addresses

ADDRESS = "offline.json"
WORKER = "service-worker.js"
"""What answers without a network; a browser asks by itself whether there is a newer one."""
_OF_NO_USE = (
    *(ADDRESS, WORKER, "assets/reader/*.js"),  # pages load scripts from bundles
    *(addresses.CARD_OF_LIST, addresses.of_paper_file("*", addresses.CARD)),  # for others, as are these
    *("sitemap.xml*", "robots.txt", "feed.xml", "_headers"),
)
"""What no page shows and no link on one leads to."""
_DIGITS = 32


def offline_json(files: Iterable[tuple[str, bytes]]) -> str:
    """The files of a site by address, each with its size and a digest; `edition` is a digest of all."""
    kept = sorted((uri, content) for uri, content in files if not any(fnmatch(uri, no) for no in _OF_NO_USE))
    parts = [(quote(uri), len(content), _digest(content)) for uri, content in kept]
    lines = ",\n".join(json.dumps(part) for part in parts)
    edition = _digest(lines.encode())
    return f'{{"edition": "{edition}", "files": [\n{lines}\n]}}\n'


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:_DIGITS]
