"""The home page in its first ten seconds, and a frame around every page in which nothing jumps."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import sample
from look import Look
from playwright.sync_api import Browser, Page, expect

CATALOGUE = sample.catalogue()
PAPERS = CATALOGUE.papers
FIRST, SECOND, *_ = PAPERS
Open = Callable[..., Look]

DAY = "2026-11-01T10:00:00.000Z"
READ: dict[str, Any] = {"read": DAY, "note": "Draw it.", "changed": DAY}
FILLED: dict[str, Any] = {
    "format": "reading-list-progress",
    "version": 1,
    "papers": {paper.id: READ for paper in PAPERS[: len(PAPERS) // 2]},
    "pace": 3,
    "keys": True,
}
"""A store with half the list read, each paper with a note."""
FOLLOWING = FILLED | {"version": 2, "track": CATALOGUE.tracks[1].id}
assert SECOND.guide
DONE = {SECOND.guide.lines[0].part: {"read": DAY, "changed": DAY}}
BEGUN = FOLLOWING | {
    "papers": FILLED["papers"] | {SECOND.id: READ | {"read": None, "guide": DONE}},
    "track": "",
}
"""The same, and one guide begun."""

# What moved, and by how much, without what the reader caused.
WATCH = """window.moved = []
new PerformanceObserver(list => {
    for (const {value, hadRecentInput, sources} of list.getEntries())
        if (!hadRecentInput) moved.push([value, ...sources.map(({node}) => (node?.outerHTML ?? node?.data)?.slice(0, 99))])
}).observe({type: "layout-shift", buffered: true})"""
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def ready(page: Page, uri: str) -> Page:
    """The page with the reader's scripts at work."""
    page.goto(uri)
    page.wait_for_selector("html[data-reader=ready]")
    return page


def opened(browser: Browser, width: int, height: int, kept: Any = None, watch: str = "") -> Page:
    """A tab of a browser that keeps what it is given."""
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(watch)
    if kept:
        context.add_init_script(f"localStorage['reading-list'] ??= {json.dumps(json.dumps(kept))}")
    return context.new_page()


@pytest.mark.parametrize("kept", [None, FILLED], ids=["new", "returning"])
@pytest.mark.parametrize(("width", "height", "most"), [(1280, 900, 560), (768, 900, 560), (360, 800, 640)])
def test_the_first_paper_is_in_sight(
    browser: Browser, host: str, width: int, height: int, most: int, kept: Any
) -> None:
    """Title, purpose and one line stand above the list, which begins well within the first screen."""
    page = ready(opened(browser, width, height, kept), host)
    at = page.locator("li.rl-entry").first.evaluate("(entry) => entry.getBoundingClientRect().top")
    assert at <= (most if kept else most - 60)
    page.context.close()


MOVING = [
    *("", "?topic=marking", "?show=read", f"papers/{FIRST.id}/", f"papers/{SECOND.id}/", "tracks/", "map/"),
    *(
        "topics/",
        "years/",
        "glossary/",
        "notation/",
        "equations/",
        "beyond/",
        "reading/",
        "print/",
        "about/",
        "contribute/",
        "no/such/page/",
    ),
]


@pytest.mark.parametrize(
    ("width", "height", "kept"),
    [(360, 800, None), (360, 800, FOLLOWING), (1280, 900, FILLED), (1280, 900, BEGUN)],
    ids=["phone-new", "phone-following", "desk-returning", "desk-begun"],
)
def test_nothing_jumps(browser: Browser, host: str, width: int, height: int, kept: Any) -> None:
    """On no kind of page does anything move when the scripts come, on a phone or a desk, new or returning."""
    page = opened(browser, width, height, kept, WATCH)
    # Faces that come are the browser's to time; that they come early or not at all is asked of the styles below.
    page.route("**/*.woff2", lambda route: route.abort())
    for uri in MOVING:
        ready(page, f"{host}{uri}").evaluate(SETTLED)
        moved = page.evaluate("moved")
        assert moved == [], uri
    page.context.close()


@pytest.mark.parametrize("width", [1000, 1280])
def test_the_header_keeps_room_for_what_has_not_come(look: Open, width: int) -> None:
    """A long page is painted while it comes: the search stands where it will, with the link to the source or without."""
    at = """() => [document.querySelector(".rl-search").getBoundingClientRect().x,
        document.querySelector(".md-header__source")?.remove()][0]"""
    page = look("", width).page
    assert page.evaluate(at) == page.evaluate(at)


def test_the_face_of_the_text_comes_early_or_not_at_all(look: Open, host: str) -> None:
    """What is being read does not change its face: that of the text is asked for first, and not put in late."""
    page = look("").page
    early = page.locator("link[rel=preload][as=font]").evaluate_all("(all) => all.map(({ href }) => href)")
    assert early[0] == f"{host}assets/fonts/literata-normal.woff2"
    faces = page.evaluate(
        "[...document.fonts].map(({ family, display }) => [family.replaceAll('\"', ''), display])"
    )
    assert {display for family, display in faces if family == "Literata"} == {"optional"}


def test_home_begins_with_a_line_and_goes_on_with_cells(browser: Browser, host: str) -> None:
    """Nothing read: one line says where to begin and when it is done. From the first tick on, a cell for each paper."""
    page = ready(opened(browser, 1280, 900), host)
    where = page.locator(".rl-where-am-i")
    expect(where).to_contain_text(f"Begin with 1. {FIRST.title}, ")
    expect(where).to_contain_text(f"{len(PAPERS)} papers, about ")
    expect(where).to_contain_text("done on ")
    expect(where.locator(".rl-cells")).to_have_count(0)
    page.get_by_label(f"Read: {SECOND.nickname}", exact=True).check()
    cells = where.get_by_role("img", name=f"1 of {len(PAPERS)} papers read")
    expect(cells.locator("span")).to_have_count(len(PAPERS))
    expect(cells.locator("span").nth(1)).to_have_class("rl-filled")
    expect(cells.locator(".rl-filled")).to_have_count(1)
    expect(where).to_contain_text(f"Read next 1. {FIRST.title}, ")
    page.context.close()


def test_home_begins_with_the_same_line_without_scripts(look: Open) -> None:
    """The line that begins the list is there without scripts, with the way to other tracks."""
    page = look("", javascript=False).page
    where = page.locator(".rl-where-am-i")
    expect(where).to_contain_text(f"Begin with 1. {FIRST.title}, ")
    expect(where.get_by_role("link", name="other tracks")).to_be_visible()
    where.get_by_role("link", name=FIRST.title).click()
    expect(page.locator("h1")).to_contain_text(FIRST.title)


def test_filters_are_folded_behind_the_heading(look: Open, host: str) -> None:
    """They take one line until they are asked for, and are open where an address chooses."""
    page = ready(look("").page, host)
    expect(page.get_by_label("Topic")).to_be_hidden()
    page.get_by_text("Filter and sort").click()
    expect(page.get_by_label("Topic")).to_be_visible()
    expect(ready(page, f"{host}?topic=marking").get_by_label("Topic")).to_be_visible()


def test_all_papers_with_their_ticks_beside_the_list(look: Open, host: str) -> None:
    """On a desk the column at the left has every paper, and marks those that are read."""
    page = ready(look("").page, host)
    column = page.locator(".rl-neighbours a")
    expect(column).to_have_count(len(PAPERS))
    expect(column.last).to_be_visible()
    page.get_by_label(f"Read: {SECOND.nickname}", exact=True).check()
    expect(column.nth(1).get_by_role("img", name="read")).to_be_visible()
    expect(page.locator(".rl-neighbours .rl-read-mark")).to_have_count(1)


def test_home_is_one_tap_away_on_a_phone(look: Open, host: str) -> None:
    """The header's sign leads home, and the arrow back at the foot of the first paper has a word."""
    page = ready(look("", 360).page, f"{host}papers/{FIRST.id}/")
    expect(page.locator(".md-footer__link--prev .md-footer__title")).to_be_visible()
    page.locator(".md-header .md-logo").click()
    expect(page).to_have_url(host)


def test_home_appears_although_the_scripts_do_not_come(look: Open, host: str) -> None:
    """What waits for the scripts is shown where they fail."""
    page = look("about/").page
    page.route("**/list.json", lambda route: route.abort())
    page.goto(f"{host}?topic=marking")
    expect(page.locator("li.rl-entry").first).to_be_visible()
