"""What a device needs to keep the site like a program of its own: a manifest, and icons with the logo."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator

from readinglist import addresses
from readinglist.exports.cover import PAPER
from readinglist.model.edition import Edition
from readinglist.text.escaping import plain
from readinglist.text.tree import XMLNS

_SIZES = {addresses.icon(size): size for size in (192, 512)}
_OF_APPLE = {addresses.APPLE_ICON: 180}


def manifest(edition: Edition) -> str:
    """The web app manifest, with addresses as seen from itself."""
    catalogue = edition.catalogue
    # An icon has room around its logo, so that a device may cut it to any form.
    icons = [
        {"src": uri, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for purpose in ("any", "maskable")
        for uri, size in _SIZES.items()
    ]
    whole = {
        "name": plain(catalogue.title),
        "description": plain(catalogue.description),
        "lang": catalogue.language,
        "dir": catalogue.direction,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def icons(logo: str) -> Iterator[tuple[str, str, int]]:
    """The address of each icon, the logo on paper as SVG, and how many pixels wide it is wanted."""
    data = b64encode(logo.encode()).decode()
    svg = (
        f'<svg xmlns="{XMLNS["svg"]}" viewBox="0 0 100 100"><rect width="100" height="100" fill="{PAPER}"/>'
        f'<image x="21" y="21" width="58" height="58" href="data:image/svg+xml;base64,{data}"/></svg>'
    )
    for uri, size in {**_SIZES, **_OF_APPLE}.items():
        yield uri, svg, size
