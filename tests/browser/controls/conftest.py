"""The controls of pictures, whose numbers are compared with those of the equation modules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser
from project import ROOT
from serving import served

Compute = Callable[[str, Mapping[str, Any]], Any]


@pytest.fixture(scope="session")
def compute(browser: Browser) -> Iterator[Compute]:
    """What the control of a paper computes for values of its knobs, in a real Chromium."""
    with served(ROOT / "docs") as address:
        page = browser.new_page()
        page.goto(f"{address}assets/favicon.svg")
        load = "async ([id, values]) => (await import(`/assets/reader/controls/${id}.js`)).compute(values)"
        yield lambda id, values: page.evaluate(load, [id, dict(values)])
        page.close()
