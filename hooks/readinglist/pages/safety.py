"""A last look at a finished page: nothing in it may run or ask another host, whoever wrote the prose."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_HTML = (
    "a abbr b bdi blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img li nav ol p pre "
    "s span strong sub summary sup table tbody td th thead tr ul"
)
_MATHML = (
    "math annotation maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts "
    "mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none "
    "semantics"
)
_SVG = "svg g path line rect circle text tspan"
# What Markdown, the formulas and the map make; anything else came in some other way.
_ELEMENTS = frozenset(f"{_HTML} {_MATHML} {_SVG}".split())
_ADDRESSES = frozenset(("href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href"))


def active_content(html: str) -> str:
    """What in the HTML is not plain text, link or formula, in a few words; empty where nothing is."""
    parser = _Guard()
    parser.feed(html)
    parser.close()
    return parser.found


class _Guard(HTMLParser):
    found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self._refuse(f"<{tag}>")
        for name, value in attrs:
            if (
                name.startswith("on")
                or name == "srcdoc"
                or _foreign(name, value or "")
                or _styled(tag, name, value)
            ):
                self._refuse(f'{name}="{value}"' if value else name)

    def handle_comment(self, data: str) -> None:
        # Browsers end a comment in more ways than this parser does.
        self._refuse("a comment")

    def handle_decl(self, decl: str) -> None:
        self._refuse("a declaration")

    def handle_pi(self, data: str) -> None:
        self._refuse("a declaration")

    def unknown_decl(self, data: str) -> None:
        self._refuse("a declaration")

    def _refuse(self, what: str) -> None:
        self.found = self.found or what


def _foreign(name: str, value: str) -> bool:
    """Whether an attribute is an address elsewhere; a link may lead there, a picture may not be of there."""
    if name not in _ADDRESSES:
        return False
    # Browsers drop blanks and control characters from an address, and take a backslash for a slash.
    address = "".join(sign for sign in value.lower() if sign > " ").replace("\\", "/")
    schemed = ":" in re.split("[/?#]", address, maxsplit=1)[0]
    allowed = name == "href" and address.startswith(("https:", "http:", "mailto:"))
    return (schemed or address.startswith("//")) and not allowed


def _styled(tag: str, name: str, value: str | None) -> bool:
    """Whether an attribute is a style, save those that tables and formulas need."""
    aligned = re.fullmatch(r"text-align: ?(left|right|center);?", value or "")
    return name == "style" and not aligned and tag not in _MATHML.split()
