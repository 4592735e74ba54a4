"""What a browser may load and run for a page: this site's own files, and the theme's scripts as they are.

Nothing else runs or loads, whatever gets into a page. Styles written at an element would need an exception,
so they become classes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
_STYLED = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*? style="([^"]*)"(?:[^<>"]|"[^"]*")*>')
CHARSET = '<meta charset="utf-8">'
"""What begins the head of a page, as a browser has to know it first."""


def of(page: str) -> str:
    """The Content-Security-Policy of a finished page."""
    hashes: dict[str, dict[str, None]] = {"script": {}, "style": {}}
    for kind, text in _INLINE.findall(page):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        hashes[kind][f" 'sha256-{digest}'"] = None
    return (
        f"default-src 'none'; script-src 'self'{''.join(hashes['script'])}; "
        f"style-src 'self'{''.join(hashes['style'])}; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def sealed(page: str) -> str:
    """A finished page with its policy, before anything that it is about."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{of(page)}">'
    return page.replace(CHARSET, f"{CHARSET}{meta}", 1)


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
