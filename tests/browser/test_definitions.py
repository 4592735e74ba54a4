"""What a term means, beside the link to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe
from look import Look, wider
from playwright.sync_api import Browser, Page, expect

Open = Callable[..., Look]
WALL = f"papers/{sample.PAPERS[0]['id']}/"


def term(page: Page, name: str = "maze") -> None:
    """Waits for the scripts, so that a link is listened to."""
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    page.get_by_role("link", name=name, exact=True).scroll_into_view_if_needed()


def test_the_pointer_brings_a_definition_and_may_go_to_it(look: Open, host: str) -> None:
    """On hover the sentences of the glossary come, stay under the pointer, and go once it is elsewhere."""
    page = look(WALL).page
    page.clock.install()
    term(page)
    box = page.locator(".rl-term")
    page.get_by_role("link", name="maze", exact=True).hover()
    expect(box).to_be_visible()
    expect(box).to_contain_text("Passages between crossings, with n of them.")
    expect(box).to_contain_text("Also labyrinth")
    expect(box.get_by_role("link", name="crossings")).to_have_attribute("href", f"{host}glossary/#crossing")
    assert box.locator("math").count() == 1 and box.locator("[id], .rl-used, .headerlink").count() == 0
    box.hover()
    page.clock.fast_forward(1_000)
    expect(box).to_be_visible()
    page.locator("h1").hover()
    expect(box).to_be_hidden()


def test_the_keyboard_brings_it_too(look: Open) -> None:
    """Focus brings it, Tab leads into it and out of it, Escape closes it, and Enter follows the link as ever."""
    page = look(WALL).page
    term(page)
    box, link = page.locator(".rl-term"), page.get_by_role("link", name="maze", exact=True)
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(box).to_be_visible()
    expect(link).to_have_accessible_description(
        "Maze Also labyrinth Passages between crossings, with n of them."
    )
    page.keyboard.press("Tab")
    expect(box.get_by_role("link", name="Maze", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(box).to_be_hidden()
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#maze")


def test_a_tap_brings_it_and_leads_nowhere(browser: Browser, host: str) -> None:
    """On a phone the first tap shows the sentences within the screen; the way to the glossary is in them."""
    context = browser.new_context(viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(host + WALL)
    term(page, "dead end")
    page.get_by_role("link", name="dead end", exact=True).tap()
    box = page.locator(".rl-term")
    expect(box).to_be_in_viewport(ratio=1)
    expect(box).to_contain_text("A place with one way.")
    assert wider(page) <= 0
    assert Axe().run(page).violations_count == 0
    page.locator("h1").tap()
    expect(box).to_be_hidden()
    page.get_by_role("link", name="dead end", exact=True).tap()
    box.get_by_role("link", name="Dead end").tap()
    page.wait_for_url("**/glossary/#dead-end")
    context.close()


@pytest.mark.parametrize("fails", ["glossary/", "assets/reader.*/definition.js"])
def test_where_it_cannot_be_shown_the_link_leads_there(browser: Browser, host: str, fails: str) -> None:
    """A file that does not load takes nothing away: the first tap follows the link."""
    context = browser.new_context(has_touch=True)
    page = context.new_page()
    page.goto(host + WALL)
    term(page)
    page.route(host + fails, lambda route: route.abort(), times=1)
    page.get_by_role("link", name="maze", exact=True).tap()
    page.wait_for_url("**/glossary/#maze")
    context.close()


def test_the_glossary_leads_back(look: Open, host: str) -> None:
    """Under a term are the papers whose notes link to it."""
    page = look("glossary/").page
    used = page.locator("h2#maze ~ .rl-used").first
    expect(used).to_have_text("Used in Wall, Chalk")
    used.get_by_role("link", name="Chalk").click()
    expect(page).to_have_url(f"{host}papers/chalk/")
