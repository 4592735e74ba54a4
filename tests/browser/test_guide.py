"""A reading guide that remembers what of it is done."""

from __future__ import annotations

from typing import Any

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from readinglist.text.escaping import plain

CATALOGUE = sample.catalogue()
PAPER = next(paper for paper in CATALOGUE.papers if paper.guide and len(paper.guide.lines) > 1)
assert PAPER.guide
ONE, TWO, *_ = PAPER.guide.lines
LINES = [*PAPER.guide.lines, *PAPER.guide.skip, *PAPER.guide.hurried]


def ready(page: Page, uri: str) -> Page:
    """The page with the reader's scripts at work."""
    page.goto(uri)
    page.wait_for_selector("html[data-reader=ready]")
    return page


def opened(browser: Browser, host: str, width: int = 1280) -> Page:
    """The paper in a new browser."""
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    return ready(page, f"{host}papers/{PAPER.id}/")


def line(page: Page, part: str) -> Any:
    """The box of a line."""
    return page.get_by_label(f"Done: {plain(part)}", exact=True).first


def test_each_line_of_the_guide_can_be_ticked(browser: Browser, host: str) -> None:
    """Ticks outlast the page; the page and home say with which line to go on, and how long it takes."""
    page = opened(browser, host)
    assert page.locator(".rl-guide input").count() == len(LINES)
    going = page.locator(".rl-going")
    expect(going).to_be_hidden()
    line(page, ONE.part).check()
    left = PAPER.minutes - ONE.minutes
    expect(going).to_contain_text(f"Go on with {plain(TWO.part)}, ")
    page.reload()
    page.wait_for_selector("html[data-reader=ready]")
    expect(line(page, ONE.part)).to_be_checked()
    expect(line(page, TWO.part)).not_to_be_checked()
    words = page.evaluate(f"import('/assets/reader/plan.js').then((plan) => plan.hours({left}))")
    expect(going).to_contain_text(f"({words} left)")
    going.get_by_role("link").click()
    expect(page.locator("#how-to-read-it")).to_be_in_viewport()
    where = ready(page, host).locator(".rl-where-am-i")
    name = f"{CATALOGUE.numbers[PAPER.id]}. {PAPER.nickname}: {plain(TWO.part)}"
    expect(where).to_contain_text(f"Go on with {name}, ")
    where.get_by_role("link", name=name).click()
    expect(page).to_have_url(f"{host}papers/{PAPER.id}/#how-to-read-it")
    page.context.close()


def test_the_hours_left_reckon_with_it(browser: Browser, host: str) -> None:
    """What is ticked of a guide is no longer ahead; an untick brings it back, and a read paper counts whole."""
    page = opened(browser, host)
    for part in PAPER.guide.lines if PAPER.guide else ():
        line(page, part.part).check()
    left = CATALOGUE.minutes - PAPER.minutes
    words = page.evaluate(f"import('/assets/reader/plan.js').then((plan) => plan.hours({left}))")
    expect(page.locator(".rl-going")).to_be_hidden()
    reading = ready(page, f"{host}reading/").locator("[data-reader=settings]")
    expect(reading).to_contain_text(f"0 of {len(CATALOGUE.papers)} papers read, 0 notes, about {words} left.")
    ready(page, f"{host}papers/{PAPER.id}/")
    line(page, ONE.part).uncheck()
    expect(page.locator(".rl-going")).to_contain_text(f"Go on with {plain(ONE.part)}")
    page.get_by_label("I have read this", exact=True).check()
    expect(page.locator(".rl-going")).to_be_hidden()
    page.context.close()


def test_two_tabs_tick_one_guide(browser: Browser, host: str) -> None:
    """A tick in one tab shows in the other."""
    one = opened(browser, host)
    two = ready(one.context.new_page(), one.url)
    line(one, ONE.part).check()
    expect(line(two, ONE.part)).to_be_checked()
    one.context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_ticked_guide_is_sound(browser: Browser, host: str, width: int) -> None:
    """The boxes have names and room, on a phone too."""
    page = opened(browser, host, width)
    line(page, ONE.part).check()
    small = page.locator(".rl-guide .rl-tick").evaluate_all(
        "(all) => all.filter((one) => one.offsetHeight < 24 || one.offsetWidth < 24).length"
    )
    assert small == 0
    found = Axe().run(page, context=".rl-guide")
    assert found.violations_count == 0, found.generate_report()
    page.context.close()
