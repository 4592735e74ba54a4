"""What several test modules share: a real Chromium, and pages that are open in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from _chromium import QUIET, chromium
from look import Look
from playwright.sync_api import Browser, sync_playwright

# A browser that lets no site keep anything.
REFUSING = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(
    window, name, { configurable: true, get() { throw new DOMException("no", "SecurityError") } })"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium from the machine: $CHROMIUM, or the first of its usual names."""
    path = chromium()
    if not path:
        pytest.fail("No Chromium found. Run scripts/test, which installs one, or set CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def look(browser: Browser, host: str) -> Iterator[Any]:
    """Opens a page at a width and a colour scheme, with its console and its requests noted.

    Which site that is, the `host` of the test's own folder says.
    """
    contexts = []

    def open_page(
        uri: str,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        storage: bool = True,
    ) -> Look:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        if not storage:
            context.add_init_script(REFUSING)
        look = Look(context.new_page())
        look.page.on("console", lambda said: look.errors.append(said.text) if said.type == "error" else None)
        look.page.on("pageerror", lambda error: look.errors.append(str(error)))
        look.page.on("request", lambda request: look.requests.append(request.url))
        look.page.goto(host + uri)
        return look

    yield open_page
    for context in contexts:
        context.close()
