"""A last look at a finished page: nothing in it may run, whoever wrote the prose."""

from __future__ import annotations

from html.parser import HTMLParser

_ELEMENTS = frozenset(
    ("script", "style", "iframe", "frame", "object", "embed", "applet", "form", "base", "meta", "link")
)
_ADDRESSES = frozenset(("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"))
_SCHEMES = ("https:", "http:", "mailto:")


def active_content(html: str) -> str:
    """What in the HTML could run or leave the page, in a few words; empty where nothing could."""
    parser = _Guard()
    parser.feed(html)
    parser.close()
    return parser.found


class _Guard(HTMLParser):
    found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ELEMENTS:
            self.found = self.found or f"<{tag}>"
        for name, value in attrs:
            # Browsers drop blanks and control characters from a scheme before they follow it.
            address = "".join(sign for sign in (value or "").lower() if sign > " ")
            scheme = address.partition(":")[0]
            foreign = scheme.isidentifier() and ":" in address and not address.startswith(_SCHEMES)
            if name.startswith("on") or name == "srcdoc" or (name in _ADDRESSES and foreign):
                self.found = self.found or (f'{name}="{value}"' if value else name)
