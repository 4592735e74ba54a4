"""A track that is followed stays: on every page, over visits, and in the file that is taken along."""

from __future__ import annotations

import json
from pathlib import Path

import sample
from playwright.sync_api import Browser, Page, expect
from readinglist.model import routes

CATALOGUE = sample.catalogue()
# One that leaves papers out, and does not begin as the list goes on.
TRACK = next(
    track for track in CATALOGUE.tracks if track.steps and track.steps[1].paper != CATALOGUE.papers[1].id
)
WAY = [stop.paper for stop in routes.stops(CATALOGUE, TRACK)]
OFF = next(paper for paper in CATALOGUE.papers if paper not in WAY)


def ready(page: Page, uri: str) -> Page:
    """The page with the reader's scripts at work."""
    page.goto(uri)
    page.wait_for_selector("html[data-reader=ready]")
    return page


def followed(browser: Browser, host: str) -> Page:
    """A tab of a new browser, at home, with the track followed from the page of the tracks."""
    page = ready(browser.new_context(viewport={"width": 1280, "height": 900}).new_page(), f"{host}tracks/")
    page.locator(f"a.rl-follow[href*='track={TRACK.id}']").click()
    page.wait_for_selector("html[data-reader=ready] .rl-where-am-i")
    return page


def test_a_track_is_followed_on_every_page(browser: Browser, host: str) -> None:
    """The header names it, and home, sidebar, next, previous and "read next" go along it."""
    page = followed(browser, host)
    assert page.evaluate("scrollY") == 0
    bar = page.get_by_role("region", name="What you follow")
    expect(bar).to_contain_text(f"Following {TRACK.name}")
    expect(page.locator(".rl-where-am-i").get_by_role("link")).to_contain_text(WAY[0].title)
    ready(page, host)  # an address that chooses nothing
    expect(page.locator("li.rl-entry:not([hidden])")).to_have_count(len(WAY))
    page.locator(".md-footer__link--next").click()
    expect(page).to_have_url(f"{host}papers/{WAY[0].id}/")
    page.wait_for_selector("html[data-reader=ready]")
    beside = page.locator(".rl-neighbours a")
    expect(beside).to_have_count(len(WAY))
    expect(page.locator("#__reading-order")).to_have_text(f"{TRACK.name}, in order")
    expect(page.locator(".rl-neighbours [aria-current=page]")).to_contain_text(WAY[0].nickname)
    page.locator("[data-reader=paper-end]").get_by_label("I have read this paper").check()
    end = page.locator("[data-reader=paper-end]")
    expect(end).to_contain_text(f"1 of {len(WAY)} papers read. Read next: {WAY[1].title}")
    expect(bar).to_contain_text(f"1 of {len(WAY)} read")
    expect(beside.first.get_by_role("img", name="read")).to_be_visible()
    page.locator("h1").click()  # in a box the theme leaves keys alone
    page.keyboard.press("n")
    expect(page).to_have_url(f"{host}papers/{WAY[1].id}/")
    page.wait_for_selector("html[data-reader=ready]")
    page.keyboard.press("p")
    expect(page).to_have_url(f"{host}papers/{WAY[0].id}/")
    expect(ready(page, f"{host}about/").get_by_role("region", name="What you follow")).to_contain_text(
        TRACK.name
    )
    page.context.close()


def test_its_last_paper_leads_beyond_and_one_off_it_back_to_it(browser: Browser, host: str) -> None:
    """At the end of the track comes what is beyond the list; a paper off the track leads to the next that is on it."""
    page = ready(followed(browser, host), f"{host}papers/{WAY[-1].id}/")
    expect(page.locator(".md-footer__link--next")).to_have_attribute("href", f"{host}beyond/")
    ready(page, f"{host}papers/{OFF.id}/")
    expect(page.locator(".md-footer__link--next")).to_have_attribute("href", f"{host}papers/{WAY[0].id}/")
    page.context.close()


def test_leaving_brings_the_list_back(browser: Browser, host: str) -> None:
    """The button in the header leaves the track, on the spot; the focus is not lost, and the next page knows."""
    page = ready(followed(browser, host), f"{host}papers/{WAY[1].id}/")
    page.get_by_role("button", name=f"Leave {TRACK.name}").click()
    expect(page.get_by_role("region", name="What you follow")).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()
    place = CATALOGUE.numbers[WAY[1].id]
    expect(page.locator("#__reading-order")).to_have_text("The papers, in order")
    expect(page.locator(".rl-neighbours a")).to_have_count(len(CATALOGUE.papers))
    after = page.locator(".md-footer__link--next")
    expect(after).to_contain_text(CATALOGUE.papers[place].title)
    after.click()
    expect(page).to_have_url(f"{host}papers/{CATALOGUE.papers[place].id}/")
    expect(ready(page, host).locator("li.rl-entry:not([hidden])")).to_have_count(len(CATALOGUE.papers))
    page.context.close()


def test_another_choice_at_home_does_not_leave_it(browser: Browser, host: str) -> None:
    """The whole list can be looked at while a track is followed; a track that is looked at can be followed there."""
    page = ready(followed(browser, host), host)
    page.get_by_text("Filter and sort").click()
    page.get_by_label("Track").select_option("")
    expect(page.locator("li.rl-entry:not([hidden])")).to_have_count(len(CATALOGUE.papers))
    expect(page.get_by_role("region", name="What you follow")).to_contain_text(TRACK.name)
    page.get_by_role("button", name="Back to the track").click()
    expect(page.locator("li.rl-entry:not([hidden])")).to_have_count(len(WAY))
    other = next(track for track in CATALOGUE.tracks if track.id != TRACK.id)
    page.get_by_label("Track").select_option(other.id)
    page.get_by_role("button", name="Follow this track").click()
    expect(page.get_by_role("region", name="What you follow")).to_contain_text(other.name)
    expect(page.get_by_role("button", name="Follow this track")).to_be_hidden()
    page.context.close()


def test_it_goes_along_in_the_file(browser: Browser, host: str, tmp_path: Path) -> None:
    """An exported file holds the track, and a browser that follows none takes it up; a file of version 1 has none."""
    page = ready(followed(browser, host), f"{host}reading/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    file = tmp_path / "reading-list.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["track"] == TRACK.id
    page.context.close()

    page = ready(browser.new_context().new_page(), f"{host}reading/")
    old = {"format": "reading-list-progress", "version": 1, "papers": {}, "pace": 3, "keys": True}
    (tmp_path / "old.json").write_text(json.dumps(old))
    page.get_by_label("Import from a file").set_input_files(tmp_path / "old.json")
    expect(page.get_by_text("Brought in 0 papers read")).to_be_visible()
    page.get_by_label("Import from a file").set_input_files(file)
    expect(page.get_by_text("Brought in 0 papers read")).to_be_visible()
    expect(ready(page, host).get_by_role("region", name="What you follow")).to_contain_text(TRACK.name)
    page.context.close()


def test_a_track_that_left_the_list_is_not_followed(browser: Browser, host: str) -> None:
    """Where the list no longer has the track, everything is as for whoever follows none."""
    page = followed(browser, host)
    page.evaluate(
        f"localStorage['reading-list'] = localStorage['reading-list'].replace('{TRACK.id}', 'gone')"
    )
    ready(page, host)
    expect(page.get_by_role("region", name="What you follow")).to_be_hidden()
    expect(page.locator("li.rl-entry:not([hidden])")).to_have_count(len(CATALOGUE.papers))
    page.context.close()
