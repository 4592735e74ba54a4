"""The site by its keys alone."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from reading import SECOND, THIRD, Open, ready


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


def test_the_keys_are_reported_alike(look: Open, host: str) -> None:
    """The help and the table of the page, which is there without scripts, name the same keys for the same."""
    page = ready(look("").page, f"{host}reading/")
    page.keyboard.press("?")
    help = page.get_by_role("dialog", name="Keyboard")
    expect(help).to_be_visible()
    said = zip(help.locator("dt").all_inner_texts(), help.locator("dd").all_inner_texts(), strict=True)
    table = page.locator(".rl-keys tbody tr").evaluate_all(
        """(rows) => rows.map(({ cells: [keys, does] }) =>
            [[...keys.querySelectorAll("code")].map((key) => key.textContent), does.textContent])"""
    )
    for (key, words), (keys, does) in zip(said, table, strict=True):
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
