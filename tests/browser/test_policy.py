"""The policy of each page lets nothing in but the site itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

# What somebody would put into a page that found a way past the checks.
INTRUDERS = """() => new Promise((done) => {
    const refused = [];
    addEventListener("securitypolicyviolation", (event) => {
        refused.push(event.effectiveDirective);
        if (refused.length === 7) done(refused.sort());
    });
    const put = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
    put("script", { textContent: "globalThis.ran = 1" });
    put("style", { textContent: "body { display: none }" });
    put("img", { src: "https://other.example/x.png" });
    put("iframe", { src: "https://other.example/" });
    document.body.setAttribute("style", "display: none");
    document.body.setAttribute("onclick", "globalThis.ran = 1");
    fetch("https://other.example/").catch(() => {});
    document.body.click();
})"""
REFUSED = [
    "connect-src",
    "frame-src",
    "img-src",
    "script-src-attr",
    "script-src-elem",
    "style-src-attr",
    "style-src-elem",
]


@pytest.mark.parametrize("uri", ["", "papers/wall/", "papers/hand/", "no/such/page"])
def test_what_gets_in_neither_runs_nor_loads(look: Any, uri: str) -> None:
    """Scripts, styles, pictures, frames and answers that are not the site's are refused by the browser."""
    page = look(uri).page
    page.wait_for_load_state()
    refused = page.evaluate(INTRUDERS)
    assert refused == REFUSED
    assert page.evaluate("globalThis.ran") is None


def test_every_page_has_its_policy(project: Path) -> None:
    """Nothing is let in by the words that would let anything in, and no style is written at an element."""
    pages = sorted((project / "site").rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        text = page.read_text(encoding="utf-8")
        head = text.partition("<title>")[0]
        assert head.count('http-equiv="Content-Security-Policy" content="default-src \'none\';') == 1, page
        assert "unsafe" not in head
        assert ' style="' not in text
