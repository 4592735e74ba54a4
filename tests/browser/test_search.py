"""The search: loaded with the first key, by keyboard and pointer, its answers as plain text."""

from __future__ import annotations

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from look import searched, wider
from playwright.sync_api import Page, Route, expect
from reading import FIRST, SECOND, THIRD, Open, ready

BOX = "dialog.rl-search-dialog input"
FOUND = ".rl-search-found a"
SAID = ".rl-search-said"


def typed(page: Page, query: str) -> None:
    """Opens the search by a key and types."""
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type(query)


def test_nothing_is_asked_for_before_the_first_key(look: Open, host: str) -> None:
    """Neither the index nor what reads it comes with a page; both come once."""
    opened = look("")
    page = ready(opened.page, host)
    parts = re.compile(r"search\.json|search_index|lunr|reader/search/|workers/search")
    assert [url for url in opened.requests if parts.search(url)] == []
    typed(page, "x")
    expect(page.locator(SAID)).not_to_be_empty()
    page.keyboard.press("Escape")
    typed(page, "y")
    expect(page.locator(SAID)).not_to_be_empty()
    assert len([url for url in opened.requests if url.endswith(("search.json", "lunr.js"))]) == 2


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_by_keyboard(look: Open, host: str, key: str) -> None:
    """A key opens it, arrows go through what is found and back, Escape closes it."""
    page = ready(look("").page, host)
    page.keyboard.press(key)
    box, links = page.locator(BOX), page.locator(FOUND)
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.type(SECOND.nickname)
    expect(links.first).to_contain_text(SECOND.title)
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("n")  # no shortcut of the page below
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(page).to_have_url(host)


def test_enter_goes_to_the_first(look: Open, host: str) -> None:
    """An arXiv id and Enter lead to the paper."""
    page = ready(
        look("about/").page,
        host,
    )
    typed(page, SECOND.arxiv)
    expect(page.locator(FOUND)).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{host}papers/{SECOND.id}/")


def test_by_pointer(look: Open, host: str) -> None:
    """The button opens it, also where single keys are off; a click beside it closes it and gives the focus back."""
    page = ready(look("").page, host)
    button = page.get_by_role("button", name="Search")
    button.click()
    expect(page.locator(BOX)).to_be_focused()
    page.mouse.click(5, 400)
    expect(page.locator(BOX)).to_have_count(0)
    expect(button).to_be_focused()


def test_what_is_not_there_is_said(look: Open, host: str) -> None:
    """No match, and how many matches, are announced; a slip of the finger finds what was meant."""
    page = ready(look("").page, host)
    typed(page, "xyzzy")
    said = page.get_by_role("status").filter(has_text="documents")
    expect(said).to_have_text("No matching documents")
    page.locator(BOX).fill("Sierpinksi")
    expect(page.locator(SAID)).to_have_text(re.compile("matching document"))
    expect(page.locator(FOUND).first).to_contain_text(THIRD.title)


def test_text_stays_text(look: Open, host: str) -> None:
    """What the index says of a place is shown as it is, whatever it is."""

    def hostile(route: Route) -> None:
        data = json.loads(route.fetch().body())
        for place in data["places"]:
            place["teaser"] = place["title"] = place["within"] = "<img src=x onerror=document.title=1>"
        route.fulfill(json=data)

    opened = look("")
    page = ready(opened.page, host)
    page.route("**/search.json", hostile)
    typed(page, FIRST.nickname)
    expect(page.locator(FOUND).first).to_contain_text("<img src=x onerror=document.title=1>")
    assert page.locator("dialog img").count() == 0
    assert opened.errors == []


def test_an_index_that_does_not_come(look: Open, host: str) -> None:
    """It says so, and asks again with the next key."""
    page = ready(look("").page, host)
    page.route("**/search.json", lambda route: route.abort())
    typed(page, FIRST.nickname)
    expect(page.locator(SAID)).to_contain_text("did not load")
    page.unroute("**/search.json")
    page.keyboard.type(" ")
    expect(page.locator(FOUND).first).to_contain_text(FIRST.title)


def test_pages_that_come_without_loading_anew(look: Open, instant: str) -> None:
    """Under instant navigation it opens once on every page, and closes when it leads on."""
    page = ready(look("").page, instant)
    page.evaluate("window.unchanged = true")
    for paper in (SECOND, FIRST):
        searched(page, paper.nickname, paper.id)
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{instant}papers/{paper.id}/")
        expect(page.locator("dialog.rl-search-dialog")).to_have_count(0)
    assert page.evaluate("window.unchanged")


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_it_is_sound(look: Open, host: str, width: int, scheme: str) -> None:
    """Open, with results, it has no fault that axe finds, and fits the screen; a teaser has three lines at most."""
    page = ready(look("", width, scheme).page, f"{host}papers/{FIRST.id}/")
    typed(page, "the")
    expect(page.locator(FOUND).first).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert wider(page) <= 0
    lines = page.locator(".rl-search-teaser").evaluate_all(
        "all => all.map(one => one.clientHeight / parseFloat(getComputedStyle(one).lineHeight))"
    )
    assert lines and max(lines) < 3.1


def test_without_javascript_there_is_no_button(look: Open) -> None:
    """What cannot work is not shown."""
    expect(look("", javascript=False).page.locator(".rl-search")).to_be_hidden()
