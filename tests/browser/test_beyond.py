"""The page of what came next after the list, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe
from look import Look
from playwright.sync_api import Page, expect
from readinglist.pages.beyond import by_topic, works

CATALOGUE = sample.catalogue()
LAST = CATALOGUE.papers[-1]
Open = Callable[..., Look]

ALL_READ = """(ids) => {
    const when = "2026-11-24T10:00:00.000Z", papers = {}
    for (const id of ids) papers[id] = {read: when, note: "", changed: when}
    localStorage["reading-list"] = JSON.stringify(
        {format: "reading-list-progress", version: 1, papers, pace: 3, keys: true})
}"""


def ready(page: Page, uri: str) -> Page:
    """The page with the reader's scripts at work."""
    page.goto(uri)
    page.wait_for_selector("html[data-reader=ready]")
    return page


def test_the_last_tick_leads_beyond(look: Open, host: str) -> None:
    """Whoever ticks the last paper is led there from its page, and from home ever after."""
    page = look("about/").page
    page.evaluate(ALL_READ, [paper.id for paper in CATALOGUE.papers[:-1]])
    ready(page, f"{host}papers/{LAST.id}/")
    page.get_by_label("I have read this paper").check()
    end = page.locator("[data-reader=paper-end]")
    expect(end).to_contain_text("You have read the whole list.")
    end.get_by_role("link", name="beyond this list").click()
    expect(page).to_have_url(f"{host}beyond/")
    ready(page, host).get_by_role("link", name="beyond this list").click()
    expect(page).to_have_url(f"{host}beyond/")


def test_every_work_is_there_once(look: Open) -> None:
    """Each work is one link to arXiv, under its topic, with links to all papers that name it; without scripts too."""
    page = look("beyond/", javascript=False).page
    addresses = page.locator("article a.rl-ref").evaluate_all("(all) => all.map(({href}) => href)")
    assert sorted(addresses) == sorted(work.further.address for work in works(CATALOGUE))
    assert len(set(addresses)) == len(addresses)
    names = page.locator("article h2").evaluate_all("(all) => all.map(({id}) => id)")
    assert names == [topic.id for topic, _ in by_topic(CATALOGUE)]
    shared = max(works(CATALOGUE), key=lambda work: len(work.named))
    item = page.locator("article li", has=page.locator(f"a[href='{shared.further.address}']"))
    assert item.locator("a.rl-paper").all_inner_texts() == [paper.nickname for paper, _ in shared.named]


def test_topics_lead_there(look: Open, host: str) -> None:
    """The page by topic has a link to it."""
    page = look("topics/").page
    page.get_by_role("link", name="beyond this list").click()
    expect(page).to_have_url(f"{host}beyond/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_it_is_sound(look: Open, width: int, scheme: Literal["light", "dark"]) -> None:
    """It has no violation, no error and nothing wider than the screen."""
    opened = look("beyond/", width, scheme)
    opened.page.wait_for_selector("html[data-reader=ready]")
    assert opened.errors == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(opened.page)
    assert found.violations_count == 0, found.generate_report()
