"""A reader's ways through the site, each as a scenario in a real Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe
from look import Look, wider
from playwright.sync_api import Browser, Page, expect

CATALOGUE = sample.catalogue()
FIRST, SECOND, THIRD = CATALOGUE.papers[:3]
Open = Callable[..., Look]


def ready(page: Page, uri: str) -> Page:
    """The page with the reader's scripts at work."""
    page.goto(uri)
    page.wait_for_selector("html[data-reader=ready]")
    return page


def unfolded(page: Page) -> Page:
    """The home page with its choices unfolded."""
    page.locator("details:not([open]) summary", has_text="Filter and sort").click()
    return page


def shown(page: Page) -> list[str]:
    """The ids of the papers that the home page shows, in order."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('li.rl-entry:not([hidden])')].map((entry) => entry.dataset.paper)"
    )
    return found


def ticked(page: Page, paper: Any) -> Any:
    """The box of a paper on the home page."""
    return page.get_by_label(f"Read: {paper.nickname}", exact=True)


def test_first_visit_on_a_phone(look: Open, host: str) -> None:
    """Home says where to begin; ticks there and on a paper's page count alike, and lead to the next paper."""
    page = ready(look("", 360).page, host)
    where = page.locator(".rl-where-am-i")
    expect(where).to_contain_text(f"{len(CATALOGUE.papers)} papers, about")
    expect(where.get_by_role("link", name=FIRST.title)).to_be_visible()
    ticked(page, FIRST).check()
    expect(where).to_contain_text("1 of")
    expect(where.get_by_role("link", name=SECOND.title)).to_be_visible()
    where.get_by_text("Why this one").click()
    expect(where).to_contain_text(f"You have read what it builds on: {FIRST.nickname}.")
    where.get_by_role("link", name=SECOND.title).click()
    page.wait_for_selector("html[data-reader=ready]")
    page.get_by_label("I have read this", exact=True).check()
    ready(page, host)
    expect(where).to_contain_text("2 of")
    expect(ticked(page, SECOND)).to_be_checked()


def test_a_month_later(browser: Browser, host: str, tmp_path: Path) -> None:
    """Ticks, a note and the pace are there when the browser is opened again."""
    context = browser.new_context()
    page = ready(context.new_page(), f"{host}papers/{FIRST.id}/")
    page.get_by_label("I have read this", exact=True).check()
    page.get_by_text("Your note").click()
    page.get_by_role("textbox", name=f"Your note on {FIRST.nickname}").fill("Draw it again.")
    ready(page, host).get_by_label("Pace").select_option("1")
    kept = tmp_path / "state.json"
    context.storage_state(path=kept)
    context.close()

    again = browser.new_context(storage_state=kept)
    page = ready(again.new_page(), f"{host}papers/{FIRST.id}/")
    expect(page.get_by_label("I have read this", exact=True)).to_be_checked()
    note = page.get_by_role("textbox", name=f"Your note on {FIRST.nickname}")
    expect(note).to_have_value("Draw it again.")
    expect(ready(page, host).get_by_label("Pace")).to_have_value("1")
    again.close()


def test_moved_to_a_second_machine(browser: Browser, host: str, tmp_path: Path) -> None:
    """An exported file adds to what another browser holds; the import and a reset can be taken back."""
    old, new = browser.new_context(), browser.new_context()
    page = ready(old.new_page(), host)
    ticked(page, FIRST).check()
    with page.expect_download() as download:
        ready(page, f"{host}reading/").get_by_role("button", name="Export to a file").click()
    file = tmp_path / "reading-list.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["version"] == 2

    page = ready(new.new_page(), host)
    ticked(page, SECOND).check()
    ready(page, f"{host}reading/")
    page.get_by_label("Import from a file").set_input_files(file)
    said = page.get_by_text("Brought in 1 paper read")
    expect(said).to_be_visible()
    expect(page.get_by_text(f"2 of {len(CATALOGUE.papers)} papers read")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text(f"1 of {len(CATALOGUE.papers)} papers read")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_text(f"0 of {len(CATALOGUE.papers)} papers read")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text(f"1 of {len(CATALOGUE.papers)} papers read")).to_be_visible()
    old.close()
    new.close()


@pytest.mark.parametrize(
    "text", ["not JSON", '{"format": "other"}', '{"format": "reading-list-progress", "version": 99}']
)
def test_a_bad_file_changes_nothing(look: Open, host: str, tmp_path: Path, text: str) -> None:
    """A file that is not one of ours is refused with a sentence, and the ticks stay."""
    page = ready(look("").page, host)
    ticked(page, FIRST).check()
    ready(page, f"{host}reading/")
    (tmp_path / "bad.json").write_text(text)
    page.get_by_label("Import from a file").set_input_files(tmp_path / "bad.json")
    expect(page.get_by_text("Nothing was changed.")).to_be_visible()
    expect(page.get_by_text(f"1 of {len(CATALOGUE.papers)} papers read")).to_be_visible()


def test_without_javascript_everything_essential_works(look: Open) -> None:
    """The list, tracks, map and answers are there without scripts, and no control that would do nothing."""
    page = look("", javascript=False).page
    assert page.locator("li.rl-entry").count() == len(CATALOGUE.papers)
    for uri in ("", f"papers/{FIRST.id}/", "reading/", "map/"):
        page = look(uri, javascript=False).page
        assert page.locator("article :is(input, select, textarea, button)").count() == 0
    page = look(f"papers/{FIRST.id}/", javascript=False).page
    answer = page.locator("details.rl-question p").first
    expect(answer).to_be_hidden()
    page.locator("details.rl-question summary").first.click()
    expect(answer).to_be_visible()


def test_storage_refused(look: Open, host: str, tmp_path: Path) -> None:
    """Where the browser keeps nothing, ticks hold on the page, can be exported from it, and search still works."""
    opened = look("", storage=False)
    page = ready(opened.page, host)
    expect(page.get_by_text("does not let this site keep anything")).to_be_visible()
    ticked(page, FIRST).check()
    expect(page.locator(".rl-where-am-i")).to_contain_text("1 of")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    download.value.save_as(tmp_path / "state.json")
    assert FIRST.id in json.loads((tmp_path / "state.json").read_text())["papers"]
    page.get_by_role("textbox", name="Search").press_sequentially("reward")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert opened.errors == []


def test_damaged_storage_is_told_and_can_be_saved(look: Open, host: str, tmp_path: Path) -> None:
    """What could not be read is not lost in silence: a line says so, with the text to save or to delete."""
    page = look("reading/").page
    page.evaluate("localStorage['reading-list'] = '{bad'")
    ready(page, f"{host}reading/")
    expect(page.get_by_text("could not be read, and was set aside")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save it to a file").click()
    download.value.save_as(tmp_path / "damaged.txt")
    assert (tmp_path / "damaged.txt").read_text() == "{bad"
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("could not be read")).to_be_hidden()
    ready(page, f"{host}reading/")
    expect(page.get_by_text("could not be read")).to_be_hidden()


def test_a_file_of_the_site_that_does_not_load_is_told(look: Open, host: str) -> None:
    """Without the list's data a line says that ticks cannot be shown; the list itself is there."""
    page = look("about/").page
    page.route("**/catalogue.json", lambda route: route.abort())
    page.goto(host)
    expect(page.get_by_text("Nothing is lost: load the page again.")).to_be_visible()
    assert len(shown(page)) == len(CATALOGUE.papers)


def test_two_tabs_at_once(browser: Browser, host: str) -> None:
    """A tick in one tab shows in the other, and neither undoes what the other did."""
    context = browser.new_context()
    one, two = (ready(context.new_page(), host) for _ in range(2))
    ticked(one, FIRST).check()
    expect(ticked(two, FIRST)).to_be_checked()
    ticked(two, SECOND).check()
    expect(one.locator(".rl-where-am-i")).to_contain_text("2 of")
    context.close()


def test_keyboard_only(look: Open, host: str) -> None:
    """Keys tick, lead on and back, open the map and the help; switched off, they do nothing."""
    page = ready(look("").page, f"{host}papers/{SECOND.id}/")
    page.keyboard.press("t")
    expect(page.get_by_label("I have read this", exact=True)).to_be_checked()
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(rf"papers/{THIRD.id}/$"))
    page.wait_for_selector("html[data-reader=ready]")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile(rf"papers/{SECOND.id}/$"))
    page.wait_for_selector("html[data-reader=ready]")
    page.keyboard.press("?")
    help = page.get_by_role("dialog", name="Keyboard")
    expect(help).to_be_visible()
    help.get_by_label("Single-key shortcuts on").uncheck()
    page.keyboard.press("Escape")
    expect(help).to_be_hidden()
    for key in ("t", "n", "m", "?"):
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile(rf"papers/{SECOND.id}/$"))
    expect(page.get_by_label("I have read this", exact=True)).to_be_checked()


def test_the_keys_are_told_alike(look: Open, host: str) -> None:
    """The help and the table of the page, which is there without scripts, name the same keys for the same."""
    page = ready(look("").page, f"{host}reading/")
    page.keyboard.press("?")
    help = page.get_by_role("dialog", name="Keyboard")
    expect(help).to_be_visible()
    told = zip(help.locator("dt").all_inner_texts(), help.locator("dd").all_inner_texts(), strict=True)
    table = page.locator(".rl-keys tbody tr").evaluate_all(
        """(rows) => rows.map(({ cells: [keys, does] }) =>
            [[...keys.querySelectorAll("code")].map((key) => key.textContent), does.textContent])"""
    )
    for (key, words), (keys, does) in zip(told, table, strict=True):
        if key != "?":  # each says where the reader is
            also = f" (also {' and '.join(keys[1:])})" if keys[1:] else ""
            assert (key, words) == (keys[0], does + also)


def test_keys_are_still_behind_the_help(look: Open, host: str) -> None:
    """While the help is open, single keys do nothing to the page behind it, and the focus is not on the switch."""
    page = ready(look("").page, f"{host}papers/{SECOND.id}/")
    page.keyboard.press("?")
    help = page.get_by_role("dialog", name="Keyboard")
    expect(help.get_by_role("button", name="Close")).to_be_focused()
    for key in ("n", "t", "m"):
        page.keyboard.press(key)
    expect(help).to_be_visible()
    expect(page).to_have_url(re.compile(rf"papers/{SECOND.id}/$"))
    page.keyboard.press("Enter")
    expect(help).to_be_hidden()
    expect(page.get_by_label("I have read this", exact=True)).not_to_be_checked()
    page.keyboard.press("t")
    expect(page.get_by_text("Ticked as read.")).to_be_visible()


def test_keys_leave_typing_alone(look: Open, host: str) -> None:
    """In a note, letters are letters; with a modifier they stay the browser's."""
    page = ready(look("").page, f"{host}papers/{SECOND.id}/")
    page.get_by_text("Your note").click()
    note = page.get_by_role("textbox", name=f"Your note on {SECOND.nickname}")
    note.press_sequentially("not m?")
    expect(note).to_have_value("not m?")
    note.blur()
    page.keyboard.press("Control+m")
    expect(page).to_have_url(re.compile(rf"papers/{SECOND.id}/$"))
    expect(page.get_by_label("I have read this", exact=True)).not_to_be_checked()


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


def test_the_map_tells_reasons_and_shows_ticks(look: Open, host: str) -> None:
    """Focus on a paper of the map tells what it needs and unlocks, with the reasons; a tick shows there too."""
    page = ready(look("").page, host)
    ticked(page, SECOND).check()
    ready(page, f"{host}map/")
    node = page.locator(f"a.rl-node[data-paper={SECOND.id}]")
    expect(node).to_have_class(re.compile("rl-is-read"))
    node.focus()
    said = page.locator(".rl-map-said")
    expect(said).to_contain_text(SECOND.prerequisites[0].reason)
    expect(said).to_contain_text("Unlocks")
    expect(node.locator(".rl-mark")).to_be_visible()
    expect(page.locator(f"a.rl-node[data-paper={THIRD.id}] .rl-mark")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(said).to_be_empty()
    page.locator(f"a.rl-node[data-paper={THIRD.id}]").hover()
    expect(said).to_contain_text(THIRD.title)
    page.get_by_role("heading", name="Map").hover()
    expect(said).to_contain_text(SECOND.title)
    node.press("Enter")
    expect(page).to_have_url(re.compile(rf"papers/{SECOND.id}/$"))


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
    """Whoever has read to the end ticks there, and is told what is next and why; the note is in the list of notes."""
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


def test_printing(look: Open) -> None:
    """On paper a page is a handout: no navigation, answers at the end, addresses of links."""
    page = look(f"papers/{FIRST.id}/").page
    expect(page.locator(".rl-answers")).to_be_hidden()
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-sidebar", ".md-footer", "[data-reader=paper]", ".headerlink"):
        expect(page.locator(hidden).first).to_be_hidden()
    answers = page.locator(".rl-answers li")
    assert answers.count() == len(FIRST.questions) + bool(FIRST.one_sentence)
    expect(answers.first).to_be_visible()
    link = page.locator('.md-content a[href^="https://arxiv.org/abs/"].rl-ref').first
    assert "arxiv.org/abs/" in link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert len(page.pdf()) > 50_000


def test_the_whole_list_prints_on_one_page(look: Open) -> None:
    """One page has every paper with authors, level and what to read before."""
    items = look("print/").page.locator("ol.rl-whole > li")
    assert items.count() == len(CATALOGUE.papers)
    expect(items.nth(1)).to_contain_text("Emmy Noether, Georg Cantor, Niels Abel and Hypatia")
    expect(items.nth(1)).to_contain_text(f"Before it: 1 {FIRST.nickname}.")


def test_pages_that_come_without_loading_anew(look: Open, instant: str) -> None:
    """Under the theme's instant navigation ticks, filters, map and keys go on working, and nothing stands twice."""
    opened = look("")
    page = ready(opened.page, instant)
    page.evaluate("window.unchanged = true")
    ticked(page, FIRST).check()
    unfolded(page)
    page.get_by_label("Topic").select_option(FIRST.topics[0])
    page.get_by_role("link", name=FIRST.title).last.click()
    expect(page).to_have_url(f"{instant}papers/{FIRST.id}/")
    expect(page.get_by_label("I have read this", exact=True)).to_be_checked()
    page.keyboard.press("n")
    expect(page).to_have_url(f"{instant}papers/{SECOND.id}/")
    expect(page.get_by_label("I have read this", exact=True)).not_to_be_checked()
    page.keyboard.press("t")
    expect(page.get_by_label("I have read this", exact=True)).to_be_checked()
    page.locator(".md-tabs").get_by_role("link", name="Map").click()
    page.locator(f"a.rl-node.rl-is-read[data-paper={SECOND.id}]").hover()
    expect(page.locator(".rl-map-said")).to_contain_text(SECOND.title)
    for title in (SECOND.title, FIRST.title, CATALOGUE.title):
        page.go_back()
        expect(page.locator("h1")).to_contain_text(title)
    expect(page).to_have_url(re.compile(rf"topic={FIRST.topics[0]}#"))
    expect(page.get_by_label("Topic")).to_have_value(FIRST.topics[0])
    expect(page.locator(".rl-where-am-i")).to_have_count(1)
    expect(page.locator(".rl-where-am-i")).to_contain_text("2 of")
    expect(page.locator("li.rl-entry").first.locator("input[type=checkbox]")).to_have_count(1)
    assert page.evaluate("window.unchanged"), "a page was loaded anew, so this test tests nothing"
    assert opened.errors == []


def test_controls_are_large_enough(look: Open, host: str) -> None:
    """Everything to press is at least 24 pixels each way, on a phone too."""
    for uri in ("", f"papers/{FIRST.id}/", "reading/"):
        page = ready(look("", 360).page, f"{host}{uri}")
        small = page.evaluate(
            "[...document.querySelectorAll('article :is(button, select, .rl-tick, .rl-button, .rl-chip, summary)')]"
            ".filter((one) => one.offsetParent && (one.offsetHeight < 24 || one.offsetWidth < 24))"
            ".map((one) => one.outerHTML.slice(0, 80))"
        )
        assert small == [], uri


MAGNIFIED = [
    "",
    "map/",
    "tracks/",
    "reading/",
    "glossary/",
    *(f"papers/{paper.id}/" for paper in (FIRST, THIRD)),
]


def test_at_400_percent_nothing_is_cut_off(look: Open, host: str) -> None:
    """Magnified fourfold on a desk, which leaves 320 pixels, every page scrolls downwards only."""
    page = look("", 320).page
    for uri in MAGNIFIED:
        ready(page, f"{host}{uri}")
        assert wider(page) <= 0, uri


def test_forced_colours_and_the_help_are_sound(look: Open, host: str) -> None:
    """In the reader's own colours, and with the help open, there is no violation of accessibility rules."""
    page = ready(look("").page, host)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.emulate_media(forced_colors="active")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_ticked_pages_are_sound(look: Open, host: str) -> None:
    """With papers read, filters set and a note written, home, page and map have no violation either."""
    page = ready(look("").page, host)
    ticked(page, FIRST).check()
    unfolded(page)
    page.get_by_label("Sort by").select_option("length")
    ready(page, f"{host}papers/{FIRST.id}/").get_by_text("Your note").click()
    page.get_by_role("textbox", name=f"Your note on {FIRST.nickname}").fill("A note.")
    for uri in ("", f"papers/{FIRST.id}/", "map/"):
        found = Axe().run(ready(page, f"{host}{uri}"))
        assert found.violations_count == 0, found.generate_report()
