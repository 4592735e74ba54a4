"""The links at headings, each with a name of its own: to hear `#` a dozen times says nothing."""

from __future__ import annotations

import html
import re

_HEADING = re.compile(
    r"<(?P<level>h[1-6])(?P<attributes>[^>]*)>(?P<inner>(?:(?!</?h[1-6]).)*?)"
    r'<a class="headerlink" (?P<link>[^>]*)>#</a></(?P=level)>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


def named(page: str) -> str:
    """The HTML of a page in which the link at each heading is called after it, and is not in its name."""
    return _HEADING.sub(_named, page)


def _named(found: re.Match[str]) -> str:
    level, attributes, inner, link = found.group("level", "attributes", "inner", "link")
    words = html.escape(" ".join(html.unescape(_TAG.sub("", inner)).split()))
    # A formula is read better as it stands than as its signs in a row.
    own = "" if "<math" in inner else f' aria-label="{words}"'
    return (
        f"<{level}{attributes}{own}>{inner}"
        f'<a class="headerlink" {link} aria-label="Link to {words}">#</a></{level}>'
    )
