"""What was read when, under "Your reading"."""

from __future__ import annotations

from collections.abc import Callable

import sample
from axe_playwright_python.sync_playwright import Axe
from look import Look
from playwright.sync_api import Page, expect

CATALOGUE = sample.catalogue()
FIRST, SECOND, THIRD, FOURTH = CATALOGUE.papers[:4]
Open = Callable[..., Look]

KEEP = """(read) => {
    const papers = {}
    for (const [id, when] of Object.entries(read)) papers[id] = {read: when, note: "", changed: when ?? "2026-01-01T00:00:00.000Z"}
    localStorage["reading-list"] = JSON.stringify(
        {format: "reading-list-progress", version: 1, papers, pace: 3, keys: true})
}"""


def kept(look: Look, host: str, read: dict[str, str | None]) -> Page:
    """Your reading, in a browser that keeps these days."""
    page = look.page
    page.evaluate(KEEP, read)
    page.goto(f"{host}reading/")
    page.wait_for_selector("html[data-reader=ready]")
    return page


def test_the_latest_day_comes_first(look: Open, host: str) -> None:
    """Papers stand under the day on which they were ticked, the latest first; old files have no day; unread ones are not there."""
    read = {
        FIRST.id: "2026-11-02T12:00:00.000Z",
        SECOND.id: "2026-11-24T10:00:00.000Z",
        THIRD.id: "1970-01-01T00:00:00.000Z",
        FOURTH.id: None,
        "gone": "2026-11-24T12:00:00.000Z",
    }
    page = kept(look("about/"), host, read)
    place = page.locator(".rl-history")
    assert place.locator("dt").all_inner_texts() == [
        "24 November 2026",
        "2 November 2026",
        "Before days were kept",
    ]
    assert place.locator("li").all_inner_texts() == [
        "gone, no longer on this list",
        f"2. {SECOND.title}",
        f"1. {FIRST.title}",
        f"3. {THIRD.title}",
    ]
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    place.get_by_role("link", name=f"1. {FIRST.title}").click()
    expect(page).to_have_url(f"{host}papers/{FIRST.id}/")


def test_nothing_read_is_no_history(look: Open, host: str) -> None:
    """Without a tick there is no heading; a reset takes it away, and taking that back brings it again."""
    assert kept(look("about/"), host, {}).locator(".rl-history h2").count() == 0
    page = kept(look("about/"), host, {FIRST.id: "2026-11-02T12:00:00.000Z"})
    heading = page.get_by_role("heading", name="What you have read")
    expect(heading).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(heading).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(heading).to_be_visible()
