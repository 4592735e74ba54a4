"""Filters, tracks and ticks wherever papers are listed."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect
from reading import CATALOGUE, FIRST, SECOND, THIRD, Open, ready, shown, ticked, unfolded


def test_filters_are_in_the_address(look: Open, host: str) -> None:
    """A topic and an order narrow the list, say how many, go into the address, and Back undoes them."""
    page = unfolded(ready(look("").page, host))
    wanted = [paper.id for paper in CATALOGUE.on("marking")]
    page.get_by_label("Topic").select_option("marking")
    assert shown(page) == wanted
    expect(page.get_by_text(f"{len(wanted)} papers shown")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?topic=marking#read-these-in-order$"))
    page.get_by_label("Sort by").select_option("year")
    by_date = [paper.id for paper in CATALOGUE.by_date if paper.id in wanted]
    assert shown(page) == by_date
    shared = page.url
    page.go_back()
    page.go_back()
    assert shown(page) == [paper.id for paper in CATALOGUE.papers]
    expect(page.get_by_label("Topic")).to_have_value("")
    assert shown(ready(page, shared)) == by_date


def test_one_step_back_for_one_list(look: Open, host: str) -> None:
    """Going through the values of one list, as the arrow keys do, is undone by Back at once; "Show all" clears."""
    page = unfolded(ready(look("").page, host))
    page.get_by_label("Topic").focus()
    for topic in ("walking", "drawing", "marking"):
        page.get_by_label("Topic").select_option(topic)
    page.go_back()
    expect(page.get_by_label("Topic")).to_have_value("")
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    page.get_by_label("Show").select_option("read")
    expect(page.get_by_text("No paper is all of this.")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == [paper.id for paper in CATALOGUE.papers]
    expect(page.get_by_label("Topic")).to_be_focused()


def test_following_a_track(look: Open, host: str) -> None:
    """Home, reached from a track, reckons with that track alone: how far, what next and why, how much is left."""
    page = ready(look("").page, f"{host}tracks/")
    weekend = next(track for track in CATALOGUE.tracks if track.id == "weekend")
    way = [CATALOGUE.paper(step.paper) for step in weekend.steps]
    page.locator("a[href*='track=weekend']").click()
    page.wait_for_selector("html[data-reader=ready]")
    where = page.locator(".rl-where-am-i")
    expect(where).to_contain_text(f"{len(way)} papers, about")
    assert shown(page) == [paper.id for paper in way]
    for paper in way:
        expect(where.get_by_role("link")).to_contain_text(paper.title)
        ticked(page, paper).check()
    expect(where).to_contain_text("You have read the whole track")
    page.get_by_role("button", name=f"Leave {weekend.name}").click()
    page.goto(host)
    expect(where).to_contain_text(f"{len(way)} of {len(CATALOGUE.papers)} papers read")


def test_ticking_through_what_is_unread(look: Open, host: str) -> None:
    """Among the unread, a tick takes the paper out of the list, counts anew, and hands the focus on."""
    page = ready(look("").page, f"{host}?show=unread")
    ticked(page, FIRST).focus()
    page.keyboard.press("Space")
    assert shown(page) == [paper.id for paper in CATALOGUE.papers[1:]]
    expect(page.get_by_text(f"{len(CATALOGUE.papers) - 1} papers shown")).to_be_visible()
    expect(ticked(page, SECOND)).to_be_focused()
    page.keyboard.press("Space")
    expect(ticked(page, THIRD)).to_be_focused()
    ready(page, host)
    ticked(page, THIRD).focus()
    page.keyboard.press("Space")
    expect(ticked(page, THIRD)).to_be_focused()


def test_filter_by_track_and_by_what_is_read(look: Open, host: str) -> None:
    """A track shows its papers in its order; read and unread divide the list; a strange address shows all."""
    page = unfolded(ready(look("").page, host))
    page.get_by_label("Track").select_option("weekend")
    weekend = next(track for track in CATALOGUE.tracks if track.id == "weekend")
    assert shown(page) == [step.paper for step in weekend.steps]
    unfolded(ready(page, host))
    ticked(page, SECOND).check()
    page.get_by_label("Show").select_option("read")
    assert shown(page) == [SECOND.id]
    page.get_by_label("Show").select_option("unread")
    assert len(shown(page)) == len(CATALOGUE.papers) - 1
    assert len(shown(ready(page, f"{host}?topic=nonsense&sort=nonsense&show=x"))) == len(CATALOGUE.papers)
    expect(page.get_by_label("Show")).to_have_value("all")
    expect(page.get_by_label("Sort by")).to_have_value("order")


def test_what_is_read_is_marked_wherever_it_is_listed(look: Open, host: str) -> None:
    """Links to a paper that is read say so in the sidebar, on tracks, topics and years, and under what it unlocks."""
    page = ready(look("").page, host)
    ticked(page, FIRST).check()
    for uri in ("tracks/", "topics/", "years/", "map/", f"papers/{SECOND.id}/"):
        ready(page, f"{host}{uri}")
        marks = page.locator("article a.rl-paper .rl-read-mark")
        assert marks.count() >= 1, uri
        assert all(
            FIRST.id in href for href in marks.evaluate_all("(all) => all.map((m) => m.parentNode.href)")
        )
    beside = page.locator(".rl-neighbours .rl-read-mark").evaluate_all(
        "(all) => all.map((m) => m.parentNode.href)"
    )
    assert beside == [f"{host}papers/{FIRST.id}/"]


def test_the_end_of_a_page_leads_on(look: Open, host: str) -> None:
    """Whoever has read to the end ticks there, and is reported what is next and why; the note is in the list of notes."""
    page = ready(look("", 360).page, f"{host}papers/{FIRST.id}/")
    end = page.locator("[data-reader=paper-end]")
    end.get_by_label("I have read this paper").check()
    expect(page.get_by_label("I have read this", exact=True)).to_be_checked()
    expect(end).to_contain_text(f"1 of {len(CATALOGUE.papers)} papers read. Read next: {SECOND.title}")
    expect(end).to_contain_text("You have read what it builds on")
    page.get_by_text("Your note").click()
    page.get_by_role("textbox", name=f"Your note on {FIRST.nickname}").fill("Draw it again.")
    expect(page.get_by_text("Kept in this browser.")).to_be_visible()
    ready(page, host).get_by_role("link", name="your note").click()
    page.wait_for_selector("html[data-reader=ready]")
    expect(page.get_by_text("Draw it again.")).to_be_visible()
    page.locator(".rl-notes").get_by_role("link", name=f"1. {FIRST.title}").click()
    expect(page).to_have_url(f"{host}papers/{FIRST.id}/")


def test_undo_leaves_what_came_after(browser: Browser, host: str) -> None:
    """A reset that is taken back brings the old ticks back, and keeps one made in another tab meanwhile."""
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    ticked(ready(one, host), FIRST).check()
    ready(one, f"{host}reading/").get_by_role("button", name="Reset").click()
    ticked(ready(two, host), SECOND).check()
    expect(one.get_by_text(f"1 of {len(CATALOGUE.papers)} papers read")).to_be_visible()
    one.get_by_role("button", name="Undo").click()
    expect(one.get_by_text(f"2 of {len(CATALOGUE.papers)} papers read")).to_be_visible()
    expect(one.locator(".rl-said")).to_be_focused()
    expect(ticked(two, FIRST)).to_be_checked()
    context.close()
