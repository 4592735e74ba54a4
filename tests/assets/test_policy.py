"""A page is sealed by what is in it, and styles at elements become classes."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest
from readinglist.assets import policy


def test_only_the_scripts_of_a_page_run_in_it() -> None:
    """Scripts and styles in the page are named by their digests, each once; data and files are not."""
    page = (
        '<head><meta charset="utf-8"><title>x</title><style>a{}</style><script src="x.js"></script>'
        "<script>a()\n</script><script>b()</script><script>b()</script>"
        '<script type="application/json">{}</script></head>'
    )
    a, b, style = (b64encode(sha256(text).digest()).decode() for text in (b"a()\n", b"b()", b"a{}"))
    scripts = " ".join(sorted(f"'sha256-{one}'" for one in (a, b)))
    said = (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'sha256-{style}'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert policy.of(policy.inline(page)) == said
    meta = f'<meta http-equiv="Content-Security-Policy" content="{said}">'
    assert policy.sealed(page) == page.replace("<title>", f"{meta}<title>")


def test_hosts_are_told_the_same_and_what_can_be_kept() -> None:
    """The headers hold the scripts of all pages, forbid frames, and let what has a digest in its name be kept."""
    found = policy.inline("<script>a</script>") | policy.inline("<script>b</script>")
    everywhere, *kept = policy.headers(found).split("\n/")
    assert everywhere.startswith(
        "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'sha256-"
    )
    assert everywhere.count("'sha256-") == 2
    assert "; frame-ancestors 'none'\n" in everywhere
    forever = "\n  Cache-Control: public, max-age=31536000, immutable"
    assert [one.rstrip("\n") for one in kept] == [f"assets/styles/*{forever}", f"assets/reader.*{forever}"]


RIGHT, LEFT = (
    f"rl-set-{sha256(f'text-align: {side}'.encode()).hexdigest()[:8]}" for side in ("right", "left")
)
STYLED = {
    '<td style="text-align: right;">x</td>': f'<td class="{RIGHT}">x</td>',
    '<td title="a > b" style="text-align: right">x</td>': f'<td class="{RIGHT}" title="a > b">x</td>',
    '<mtd style="text-align: left;" class="x y">': f'<mtd class="{LEFT} x y">',
    '<td style="text-align: right;"><mi style="text-align: left;"/>': f'<td class="{RIGHT}"><mi class="{LEFT}"/>',
    '<code>a style="text-align: right;"</code>': '<code>a style="text-align: right;"</code>',
}


@pytest.mark.parametrize("html", STYLED)
def test_styles_at_elements_become_classes(html: str) -> None:
    """One class for each style, whatever else the element has; text that looks like one stays."""
    rules: dict[str, str] = {}
    assert policy.by_class(html, rules) == STYLED[html]
    assert set(rules) <= {RIGHT, LEFT}
    if RIGHT in rules:
        assert rules[RIGHT] == f".{RIGHT}{{text-align: right!important;}}"
