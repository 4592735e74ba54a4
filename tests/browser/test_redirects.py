"""A former address in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import catalogue, entry
from playwright.sync_api import Browser
from project import ROOT
from readinglist import site
from serving import served


@pytest.fixture
def renamed(tmp_path: Path) -> Iterator[str]:
    """The address of a site with a paper whose id was once another."""
    papers = catalogue(entry("new", aliases=["old"]))
    pages = {output.uri: str(output.content) for output in site.files(site.Edition(papers))}
    files = {
        "papers/old/index.html": pages["papers/old/index.html"],
        "papers/new/index.html": "<title>New</title>",
        "assets/redirect.js": (ROOT / "docs/assets/redirect.js").read_text(),
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    with served(tmp_path) as address:
        yield address


@pytest.mark.parametrize("script", [True, False])
def test_a_former_address_leads_on(browser: Browser, renamed: str, script: bool) -> None:
    """It leads to the paper, with search and anchor where scripts run."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{renamed}papers/old/?q=a#key-results")
    page.wait_for_url("**/papers/new/**")
    assert page.url == f"{renamed}papers/new/" + ("?q=a#key-results" if script else "")
    context.close()
