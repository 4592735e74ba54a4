"""What a page of this list moves before its reader acts, on a phone and from a web host; nothing jumps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import measure_pages
import pytest
from _hosting import hosted
from playwright.sync_api import Browser

# Kilobytes as they are moved, compressed, with the heads of answers.
BUDGETS = {"": 130, "papers/attention/": 180, "papers/dpo/": 180, "map/": 125, "glossary/": 165}
REQUESTS, AGAIN = 14, 20


@pytest.fixture(scope="module")
def web(built: Path) -> Iterator[str]:
    """The site as a host sends it."""
    with hosted(built) as address:
        yield address


@pytest.mark.parametrize("uri", BUDGETS)
def test_a_page_keeps_to_its_budget(browser: Browser, web: str, uri: str) -> None:
    """Few requests, few bytes, next to none the second time, and no shift of what is there."""
    first, second = measure_pages.visits(browser, web + uri)
    assert first.requests <= REQUESTS
    assert first.bytes <= 1000 * BUDGETS[uri], first.moved
    assert second.bytes <= 1000 * AGAIN
    assert round(first.shift, 2) == round(second.shift, 2) == 0
