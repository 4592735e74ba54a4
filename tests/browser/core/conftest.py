"""The reader's modules without a page around them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from reader_state import Run, run_on


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of a browser with nothing in its storage."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def page(tab: Page, host: str) -> Page:
    """A fresh page of the site on which none of its scripts runs, so that nothing else touches storage."""
    tab.goto(host + "assets/reader/store.js")
    tab.evaluate("localStorage.clear()")
    return tab


@pytest.fixture
def run(page: Page) -> Run:
    """Runs a script on the modules in an empty browser."""
    return lambda script, arg=None: run_on(page, script, arg)
