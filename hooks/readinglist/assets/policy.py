"""What a browser may load and run for a page: this site's own files, and the theme's scripts as they are.

Nothing else runs or loads, whatever gets into a page. Styles written at an element would need an exception,
so they become classes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
_STYLED = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*? style="([^"]*)"(?:[^<>"]|"[^"]*")*>')
CHARSET = '<meta charset="utf-8">'
"""What begins the head of a page, as a browser has to know it first."""


FOREVER = ("/assets/styles/*", "/assets/reader.*")
"""Addresses of files that have a digest of their content in their names."""


def inline(page: str) -> frozenset[tuple[str, str]]:
    """The scripts and styles in a finished page, each as its kind and how a policy calls it."""
    return frozenset(
        (kind, f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'")
        for kind, text in _INLINE.findall(page)
    )


def of(found: Iterable[tuple[str, str]]) -> str:
    """The Content-Security-Policy of pages with these scripts and styles in them."""
    known = sorted(found)
    scripts, styles = ("".join(f" {one}" for kind, one in known if kind == of) for of in ("script", "style"))
    return (
        f"default-src 'none'; script-src 'self'{scripts}; style-src 'self'{styles}; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def sealed(page: str) -> str:
    """A finished page with its policy, before anything that it is about."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{of(inline(page))}">'
    return page.replace(CHARSET, f"{CHARSET}{meta}", 1)


def headers(found: Iterable[tuple[str, str]]) -> str:
    """The file `_headers` of a site, from which common hosts take what to send along with each file.

    Its policy holds for all pages, and says too what a page cannot say of itself: that nobody frames it.
    """
    always = {
        "Content-Security-Policy": f"{of(found)}; frame-ancestors 'none'",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    rules = {"/*": always} | dict.fromkeys(FOREVER, kept)
    return "".join(
        "\n".join([address, *(f"  {name}: {value}" for name, value in values.items()), ""])
        for address, values in rules.items()
    )


def by_class(html: str, rules: dict[str, str]) -> str:
    """HTML with classes in the place of styles at elements; the rules of these are added to `rules`."""

    def changed(found: re.Match[str]) -> str:
        style = found[1].strip().rstrip(";")
        name = f"rl-set-{sha256(style.encode()).hexdigest()[:8]}"
        # An element's own style goes before all that sheets say.
        rules[name] = f".{name}{{{''.join(f'{one.strip()}!important;' for one in style.split(';'))}}}"
        tag = found[0].replace(f' style="{found[1]}"', "", 1)
        if ' class="' in tag:
            return tag.replace(' class="', f' class="{name} ', 1)
        return re.sub(r"^<[\w:-]+", rf'\g<0> class="{name}"', tag)

    return _STYLED.sub(changed, html)
