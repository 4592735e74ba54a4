"""What the front matter of a hand-written page may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_KEYS: Mapping[str, re.Pattern[str]] = {
    "title": re.compile(r"[^<]*"),
    "description": re.compile(r'[^<"]*'),
    "paper": re.compile(r"[a-z0-9-]*"),
}


def unfit(meta: Mapping[str, Any]) -> str:
    """What in a page's front matter a theme must not get, as it writes values into the page unescaped."""
    for key, value in meta.items():
        if (
            key == "hide"
            and isinstance(value, list)
            and set(map(str, value)) <= {"navigation", "toc", "footer"}
        ):
            continue
        if key not in _KEYS:
            return f"{key!r} is not a key of front matter here: title, description and hide are"
        if not isinstance(value, str) or not _KEYS[key].fullmatch(value):
            return f"{key} is not plain text without markup and quotation marks"
    return ""
