"""A reader's page in a browser, ready to be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sample
from look import Look
from playwright.sync_api import Page

CATALOGUE = sample.catalogue()
FIRST, SECOND, THIRD = CATALOGUE.papers[:3]
Open = Callable[..., Look]


def ready(page: Page, uri: str) -> Page:
    """The page with the reader's scripts at work."""
    page.goto(uri)
    page.wait_for_selector("html[data-reader=ready]")
    return page


def unfolded(page: Page) -> Page:
    """The home page with its choices unfolded."""
    page.locator("details:not([open]) summary", has_text="Filter and sort").click()
    return page


def shown(page: Page) -> list[str]:
    """The ids of the papers that the home page shows, in order."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('li.rl-entry:not([hidden])')].map((entry) => entry.dataset.paper)"
    )
    return found


def ticked(page: Page, paper: Any) -> Any:
    """The box of a paper on the home page."""
    return page.get_by_label(f"Read: {paper.nickname}", exact=True)
