"""A page that is open in a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


@dataclass
class Look:
    """An open page, and what it said and asked for while it opened."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def check(look: Look, host: str) -> None:
    """What holds on every page: no console error, no other host, nothing wider than the screen, no axe violation."""
    # The script that names what scrolls comes after the first paint, and again once faces have come.
    look.page.wait_for_function(
        """() => [...document.querySelectorAll(".rl-formula, .md-typeset__scrollwrap")]
            .every((box) => box.scrollWidth <= box.clientWidth || box.tabIndex === 0 || !box.checkVisibility())""",
        timeout=20_000,
    )
    missing = [error for error in look.errors if "404" not in error or "no/such" not in look.page.url]
    assert missing == []
    assert [url for url in look.requests if urlsplit(url).netloc != urlsplit(host).netloc] == []
    assert wider(look.page) <= 0
    # Only what is wrong is described: to describe all the rest takes most of the time.
    found = Axe().run(look.page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


def wider(page: Page) -> int:
    """The pixels by which a page is wider than the screen."""
    found: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found


def searched(page: Page, query: str, paper: str) -> None:
    """Types a query and returns once a paper is among the first three results."""
    box = page.get_by_role("searchbox", name="Search")
    if not box.is_visible():
        page.get_by_role("button", name="Search").click()
    box.fill(query)
    # Asked in one go, as the results are drawn anew while the words arrive.
    page.wait_for_function(
        """paper => [...document.querySelectorAll(".rl-search-found li")].slice(0, 3).some(
            item => item.querySelector(`a[href*="/papers/${paper}/"]`))""",
        arg=paper,
    )
