"""The map in a real Chromium: the drawing that fits, ticks, reasons, and the track that is followed."""

from __future__ import annotations

import re

import pytest
from look import check
from playwright.sync_api import Browser, Locator, Page, expect
from reading import CATALOGUE, FIRST, SECOND, THIRD, Open, ready, ticked
from readinglist.model import routes
from readinglist.model.paper import Paper

TRACK = next(track for track in CATALOGUE.tracks if track.steps)
WAY = [stop.paper for stop in routes.stops(CATALOGUE, TRACK)]
OFF = next(paper for paper in CATALOGUE.papers if paper not in WAY)


def node(page: Page, paper: Paper) -> Locator:
    """A paper on the drawing that is shown."""
    return page.locator(f"a.rl-node[data-paper={paper.id}]:visible")


def card(page: Page) -> Locator:
    """What is shown of the paper under the pointer or the focus."""
    return page.locator(".rl-map-card")


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize(("width", "shown"), [(360, "narrow"), (1000, "narrow"), (1280, "wide")])
def test_the_drawing_that_fits_is_shown(look: Open, width: int, shown: str, javascript: bool) -> None:
    """Of the two drawings one is there, for assistive technology too: each paper is one link of the picture."""
    page = look("map/", width, javascript=javascript).page
    expect(page.locator(f".rl-map svg.rl-{shown}")).to_be_visible()
    expect(page.locator(".rl-map svg:visible")).to_have_count(1)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    said = [
        (one["role"]["value"], one["name"]["value"]) for one in tree if not one["ignored"] and "name" in one
    ]
    assert sum(name.startswith("The papers by year and topic") for _, name in said) == 1
    names = [f"{number}, {paper.label}, {paper.year}" for number, paper in enumerate(CATALOGUE.papers, 1)]
    assert sorted(name for role, name in said if role == "link" and name in names) == sorted(names)


def test_on_paper_the_wide_one_and_the_list_fit_two_sheets(browser: Browser, host: str) -> None:
    """From a phone too, with the names beside the discs, no wider than the sheet."""
    page = ready(browser.new_context(viewport={"width": 360, "height": 800}).new_page(), f"{host}map/")
    page.emulate_media(media="print")
    expect(page.locator(".rl-map svg.rl-wide")).to_be_visible()
    expect(page.locator(".rl-map svg.rl-narrow")).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 2
    page.context.close()


def test_reasons_and_ticks(look: Open, host: str) -> None:
    """Focus on a paper shows what it needs and unlocks, with the reasons; a tick shows on the map too."""
    page = ready(look("").page, host)
    ticked(page, SECOND).check()
    ready(page, f"{host}map/")
    expect(node(page, SECOND)).to_have_class(re.compile("rl-is-read"))
    expect(node(page, SECOND)).to_have_accessible_name(re.compile(", read$"))
    node(page, SECOND).focus()
    expect(card(page)).to_contain_text(SECOND.prerequisites[0].reason)
    expect(card(page)).to_contain_text("Unlocks")
    expect(node(page, SECOND).locator(".rl-mark")).to_be_visible()
    expect(node(page, THIRD).locator(".rl-mark")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_empty()
    node(page, THIRD).hover()
    expect(card(page)).to_contain_text(THIRD.title)
    page.get_by_role("heading", name="Map").hover()
    expect(card(page)).to_contain_text(SECOND.title)
    node(page, SECOND).press("Enter")
    expect(page).to_have_url(re.compile(rf"papers/{SECOND.id}/$"))


def test_a_pointer_at_rest_is_not_obeyed(look: Open, host: str) -> None:
    """Where the page scrolls to the focus, the paper that comes under the pointer is not shown in its place."""
    page = ready(look("").page, f"{host}map/")
    page.set_viewport_size({"width": 1280, "height": 400})
    focused, upper, lower = FIRST, CATALOGUE.paper("chalk"), CATALOGUE.paper("thread")
    node(page, upper).locator("circle").hover()
    expect(card(page)).to_contain_text(upper.title)
    node(page, focused).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(card(page)).to_contain_text(focused.title)
    page.evaluate(
        """(id) => { for (const one of document.querySelectorAll(`a.rl-node[data-paper=${id}]`))
            one.addEventListener("pointerenter", () => (globalThis.entered = true)) }""",
        lower.id,
    )
    # They are in one lane, so that scrolling alone brings the one to where the other was.
    script = "([upper, lower]) => lower.getBoundingClientRect().y - upper.getBoundingClientRect().y"
    discs = [node(page, paper).locator("circle").element_handle() for paper in (upper, lower)]
    page.evaluate("(by) => scrollBy(0, by)", page.evaluate(script, discs))
    page.wait_for_function("globalThis.entered")
    expect(card(page)).to_contain_text(focused.title)
    node(page, lower).locator("text").first.hover()  # one that moves is
    expect(card(page)).to_contain_text(lower.title)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_track_that_is_followed_is_drawn_in(look: Open, host: str, width: int) -> None:
    """Its papers and the arrows between them stand out, a line leads along it, and words say so; leaving ends that."""
    opened = look("", width)
    page = ready(opened.page, f"{host}tracks/")
    page.locator(f"a.rl-follow[href*='track={TRACK.id}']").click()
    page.wait_for_selector("html[data-reader=ready] .rl-where-am-i")
    ready(page, f"{host}map/")
    marked = page.locator("a.rl-node.rl-on-way:visible")
    assert set(marked.evaluate_all("(all) => all.map(({ dataset }) => dataset.paper)")) == {p.id for p in WAY}
    expect(node(page, WAY[0])).to_have_accessible_name(re.compile(", on your track$"))
    expect(node(page, OFF)).to_have_accessible_name(f"{CATALOGUE.numbers[OFF.id]}, {OFF.label}, {OFF.year}")
    arrows = page.locator("path.rl-arrow.rl-on-way:visible")
    ends = arrows.evaluate_all("(all) => all.map(({ dataset: { from, to } }) => [from, to])")
    on = {paper.id for paper in WAY}
    needed = [(edge.paper, paper.id) for paper in WAY for edge in paper.prerequisites if edge.paper in on]
    assert sorted(map(tuple, ends)) == sorted(needed)
    line = page.locator(".rl-map .rl-way:visible")
    expect(line).to_have_count(1)
    assert (line.get_attribute("d") or "").count("M") == len(WAY) - 1
    words = page.get_by_text("The broad line is the track")
    expect(words.locator("visible=true")).to_have_count(1)
    expect(words.locator("visible=true")).to_contain_text(TRACK.name)
    check(opened, host)
    page.get_by_role("button", name=f"Leave {TRACK.name}").click()
    expect(words.locator("visible=true")).to_have_count(0)
    expect(marked).to_have_count(0)
    expect(line).to_have_count(0)
