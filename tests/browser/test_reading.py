"""A reader's ways through the site, each as a scenario in a real Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT
from playwright.sync_api import Browser, Page, expect
from readinglist import site

from browser.conftest import Look

CATALOGUE = site.load(ROOT / "papers.yaml").catalogue
FIRST, SECOND, THIRD = CATALOGUE.papers[:3]
Open = Callable[..., Look]

# A browser that lets no site keep anything.
REFUSING = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
)


def ready(page: Page, uri: str) -> Page:
    """The page with the reader's scripts at work."""
    page.goto(uri)
    page.wait_for_selector("html[data-reader=ready]")
    return page


def shown(page: Page) -> list[str]:
    """The ids of the papers that the home page shows, in order."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('li.entry:not([hidden])')].map((entry) => entry.dataset.paper)"
    )
    return found


def ticked(page: Page, paper: Any) -> Any:
    """The box of a paper on the home page."""
    return page.get_by_label(f"Read: {paper.nickname}", exact=True)


def test_first_visit_on_a_phone(look: Open, host: str) -> None:
    """Home says where to begin; ticks there and on a paper's page count alike, and lead to the next paper."""
    page = ready(look("", 360).page, host)
    where = page.locator(".where-am-i")
    expect(where).to_contain_text(f"0 of {len(CATALOGUE.papers)} papers read")
    expect(where.get_by_role("link", name=FIRST.title)).to_be_visible()
    ticked(page, FIRST).check()
    expect(where).to_contain_text("1 of")
    expect(where.get_by_role("link", name=SECOND.title)).to_be_visible()
    expect(where).to_contain_text("You have read what it builds on: Transformer.")
    where.get_by_role("link", name=SECOND.title).click()
    page.wait_for_selector("html[data-reader=ready]")
    page.get_by_label("I have read this").check()
    ready(page, host)
    expect(where).to_contain_text("2 of")
    expect(ticked(page, SECOND)).to_be_checked()


def test_a_month_later(browser: Browser, host: str, tmp_path: Path) -> None:
    """Ticks, a note and the pace are there when the browser is opened again."""
    context = browser.new_context()
    page = ready(context.new_page(), f"{host}papers/{FIRST.id}/")
    page.get_by_label("I have read this").check()
    page.get_by_text("Your note").click()
    page.get_by_role("textbox", name=f"Your note on {FIRST.nickname}").fill("Draw it again.")
    ready(page, host).get_by_label("Pace").select_option("1")
    kept = tmp_path / "state.json"
    context.storage_state(path=kept)
    context.close()

    again = browser.new_context(storage_state=kept)
    page = ready(again.new_page(), f"{host}papers/{FIRST.id}/")
    expect(page.get_by_label("I have read this")).to_be_checked()
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
    assert json.loads(file.read_text())["version"] == 1

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
    assert page.locator("li.entry").count() == len(CATALOGUE.papers)
    for uri in ("", f"papers/{FIRST.id}/", "reading/", "map/"):
        page = look(uri, javascript=False).page
        assert page.locator("article :is(input, select, textarea, button)").count() == 0
    page = look(f"papers/{FIRST.id}/", javascript=False).page
    answer = page.locator("details.question p").first
    expect(answer).to_be_hidden()
    page.locator("details.question summary").first.click()
    expect(answer).to_be_visible()


def test_storage_refused(look: Open, host: str) -> None:
    """Where the browser keeps nothing, ticks hold while the page is open, and a line says so."""
    opened = look("")
    opened.page.add_init_script(REFUSING)
    page = ready(opened.page, host)
    expect(page.get_by_text("does not let this site keep anything")).to_be_visible()
    ticked(page, FIRST).check()
    expect(page.locator(".where-am-i")).to_contain_text("1 of")
    # The theme itself says "no" where it cannot keep the colour scheme; ours is not to fail as well.
    assert set(opened.errors) <= {"no"}


def test_two_tabs_at_once(browser: Browser, host: str) -> None:
    """A tick in one tab shows in the other, and neither undoes what the other did."""
    context = browser.new_context()
    one, two = (ready(context.new_page(), host) for _ in range(2))
    ticked(one, FIRST).check()
    expect(ticked(two, FIRST)).to_be_checked()
    ticked(two, SECOND).check()
    expect(one.locator(".where-am-i")).to_contain_text("2 of")
    context.close()


def test_keyboard_only(look: Open, host: str) -> None:
    """Keys tick, lead on and back, open the map and the help; switched off, they do nothing."""
    page = ready(look("").page, f"{host}papers/{SECOND.id}/")
    page.keyboard.press("t")
    expect(page.get_by_label("I have read this")).to_be_checked()
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
    expect(page.get_by_label("I have read this")).to_be_checked()


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
    expect(page.get_by_label("I have read this")).not_to_be_checked()


def test_filters_are_in_the_address(look: Open, host: str) -> None:
    """A topic and an order narrow the list, say how many, go into the address, and Back undoes them."""
    page = ready(look("").page, host)
    wanted = [paper.id for paper in CATALOGUE.on("alignment")]
    page.get_by_label("Topic").select_option("alignment")
    assert shown(page) == wanted
    expect(page.get_by_text(f"{len(wanted)} papers shown")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?topic=alignment$"))
    page.get_by_label("Sort by").select_option("year")
    by_date = [paper.id for paper in CATALOGUE.by_date if paper.id in wanted]
    assert shown(page) == by_date
    shared = page.url
    page.go_back()
    page.go_back()
    assert shown(page) == [paper.id for paper in CATALOGUE.papers]
    expect(page.get_by_label("Topic")).to_have_value("")
    assert shown(ready(page, shared)) == by_date


def test_filter_by_track_and_by_what_is_read(look: Open, host: str) -> None:
    """A track shows its papers in its order; read and unread divide the list; a strange address shows all."""
    page = ready(look("").page, host)
    page.get_by_label("Track").select_option("weekend")
    weekend = next(track for track in CATALOGUE.tracks if track.id == "weekend")
    assert shown(page) == [step.paper for step in weekend.steps]
    ready(page, host)
    ticked(page, SECOND).check()
    page.get_by_label("Show").select_option("read")
    assert shown(page) == [SECOND.id]
    page.get_by_label("Show").select_option("unread")
    assert len(shown(page)) == len(CATALOGUE.papers) - 1
    assert len(shown(ready(page, f"{host}?topic=nonsense&sort=nonsense"))) == len(CATALOGUE.papers)


def test_the_map_tells_reasons_and_shows_ticks(look: Open, host: str) -> None:
    """Focus on a paper of the map tells what it needs and unlocks, with the reasons; a tick shows there too."""
    page = ready(look("").page, host)
    ticked(page, SECOND).check()
    ready(page, f"{host}map/")
    node = page.locator(f"a.node[data-paper={SECOND.id}]")
    expect(node).to_have_class(re.compile("is-read"))
    node.focus()
    said = page.locator(".map-said")
    expect(said).to_contain_text(SECOND.prerequisites[0].reason)
    expect(said).to_contain_text("Unlocks")
    node.press("Enter")
    expect(page).to_have_url(re.compile(rf"papers/{SECOND.id}/$"))


def test_printing(look: Open) -> None:
    """On paper a page is a handout: no navigation, answers at the end, addresses of links."""
    page = look(f"papers/{FIRST.id}/").page
    expect(page.locator(".answers")).to_be_hidden()
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-sidebar", ".md-footer", "[data-reader=paper]", ".headerlink"):
        expect(page.locator(hidden).first).to_be_hidden()
    answers = page.locator(".answers li")
    assert answers.count() == len(FIRST.questions)
    expect(answers.first).to_be_visible()
    link = page.locator('.md-content a[href^="https://arxiv.org/abs/"].ref').first
    assert "arxiv.org/abs/" in link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert len(page.pdf()) > 50_000


def test_the_whole_list_prints_on_one_page(look: Open) -> None:
    """One page has every paper with authors, level and what to read before."""
    items = look("print/").page.locator("ol.whole > li")
    assert items.count() == len(CATALOGUE.papers)
    expect(items.nth(1)).to_contain_text("Jacob Devlin, Ming-Wei Chang, Kenton Lee and Kristina Toutanova")
    expect(items.nth(1)).to_contain_text("Before it: 1 Transformer.")


def test_pages_that_come_without_loading_anew(look: Open, instant: str) -> None:
    """Under the theme's instant navigation ticks, filters, map and keys go on working, and nothing stands twice."""
    opened = look("")
    page = ready(opened.page, instant)
    page.evaluate("window.unchanged = true")
    ticked(page, FIRST).check()
    page.get_by_label("Topic").select_option(FIRST.topics[0])
    page.get_by_role("link", name=FIRST.title).last.click()
    expect(page).to_have_url(f"{instant}papers/{FIRST.id}/")
    expect(page.get_by_label("I have read this")).to_be_checked()
    page.keyboard.press("n")
    expect(page).to_have_url(f"{instant}papers/{SECOND.id}/")
    expect(page.get_by_label("I have read this")).not_to_be_checked()
    page.keyboard.press("t")
    expect(page.get_by_label("I have read this")).to_be_checked()
    page.locator(".md-tabs").get_by_role("link", name="Map").click()
    page.locator(f"a.node.is-read[data-paper={SECOND.id}]").focus()
    expect(page.locator(".map-said")).to_contain_text(SECOND.title)
    for _ in range(3):
        page.go_back()
    expect(page).to_have_url(re.compile(rf"topic={FIRST.topics[0]}$"))
    expect(page.get_by_label("Topic")).to_have_value(FIRST.topics[0])
    expect(page.locator(".where-am-i")).to_have_count(1)
    expect(page.locator(".where-am-i")).to_contain_text("2 of")
    expect(page.locator("li.entry").first.locator("input[type=checkbox]")).to_have_count(1)
    assert page.evaluate("window.unchanged"), "a page was loaded anew, so this test tests nothing"
    assert opened.errors == []


def test_controls_are_large_enough(look: Open, host: str) -> None:
    """Everything to press is at least 24 pixels each way, on a phone too."""
    for uri in ("", f"papers/{FIRST.id}/", "reading/"):
        page = ready(look("", 360).page, f"{host}{uri}")
        small = page.evaluate(
            "[...document.querySelectorAll('article :is(button, select, .tick, .button, .chip, summary)')]"
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
    *(f"papers/{paper.id}/" for paper in CATALOGUE.papers),
]


def test_at_400_percent_nothing_is_cut_off(look: Open, host: str) -> None:
    """Magnified fourfold on a desk, which leaves 320 pixels, every page scrolls downwards only."""
    page = look("", 320).page
    for uri in MAGNIFIED:
        ready(page, f"{host}{uri}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, uri


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
    page.get_by_label("Sort by").select_option("length")
    ready(page, f"{host}papers/{FIRST.id}/").get_by_text("Your note").click()
    page.get_by_role("textbox", name=f"Your note on {FIRST.nickname}").fill("A note.")
    for uri in ("", f"papers/{FIRST.id}/", "map/"):
        found = Axe().run(ready(page, f"{host}{uri}"))
        assert found.violations_count == 0, found.generate_report()
