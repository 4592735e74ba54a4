"""A reader's visits, each as a scenario in a real Chromium."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from look import searched
from playwright.sync_api import Browser, expect
from reading import CATALOGUE, FIRST, SECOND, Open, ready, shown, ticked


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
    searched(page, FIRST.nickname, FIRST.id)
    assert opened.errors == []


def test_damaged_storage_is_reported_and_can_be_saved(look: Open, host: str, tmp_path: Path) -> None:
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


def test_a_file_of_the_site_that_does_not_load_is_reported(look: Open, host: str) -> None:
    """Without the list's data a line says that ticks cannot be shown; the list itself is there."""
    page = look("about/").page
    page.route("**/list.json", lambda route: route.abort())
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
