"""Paper, instant navigation, large type and forced colours."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from look import wider
from playwright.sync_api import expect
from reading import CATALOGUE, FIRST, SECOND, THIRD, Open, ready, ticked, unfolded


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
    expect(page.locator(".rl-answers")).to_have_css("break-before", "page")
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
    page.locator(f"a.rl-node.rl-is-read[data-paper={SECOND.id}]:visible").hover()
    expect(page.locator(".rl-map-card")).to_contain_text(SECOND.title)
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


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_a_large_type_needs_no_scrolling_sideways(look: Open, host: str, width: int) -> None:
    """Twice the usual size of type, which the reader chose in the browser, is taken up, and every page fits."""
    page = look("about/", width).page
    sizes = {"fontSizes": {"standard": 32}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    for uri in MAGNIFIED:
        ready(page, f"{host}{uri}")
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 40
        assert wider(page) <= 0, uri


def test_forced_colours_show_what_colours_say(look: Open, host: str) -> None:
    """In the reader's own colours a cut formula has an edge, and of the cells those of papers read are told apart."""
    page = ready(look("", 320).page, f"{host}papers/{FIRST.id}/")
    page.emulate_media(forced_colors="active")
    expect(page.locator(".rl-formula[tabindex]").first).to_have_css("border-left-width", "1px")
    ticked(ready(page, host), FIRST).check()
    paint = "(cell) => getComputedStyle(cell).backgroundColor"
    filled, empty = (page.locator(f".rl-cells span{one}").first for one in (".rl-filled", ":not(.rl-filled)"))
    assert filled.evaluate(paint) != empty.evaluate(paint)


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
