"""Pictures in the text, one of two drawings with knobs that move both; and code to copy."""

from __future__ import annotations

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from look import Look
from playwright.sync_api import Browser, Page, expect
from project import ROOT

Open = Callable[..., Look]
WALL = "papers/wall/"


def ways(page: Page) -> list[str | None]:
    """The line in the wide drawing and in the narrow one."""
    return [part.get_attribute("d") for part in page.locator("[data-part=line]").all()]


def test_each_screen_gets_one_drawing(look: Open) -> None:
    """A desk shows the wide drawing, a phone the narrow one, whole within the screen; the other is not read out."""
    for width, shown, hidden in ((1280, "rl-wide", "rl-narrow"), (360, "rl-narrow", "rl-wide")):
        page = look(WALL, width).page
        expect(page.locator(f".rl-figure .{shown} svg")).to_be_visible()
        expect(page.locator(f".rl-figure .{hidden} svg")).to_be_hidden()
        expect(page.get_by_role("img", name="Turns by crossings")).to_have_count(1)
        box = page.locator(f".rl-figure .{shown} svg").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_without_scripts_a_picture_is_whole(look: Open) -> None:
    """The picture, its caption and its numbers are there; knobs, which would do nothing, are not."""
    page = look(WALL, javascript=False).page
    expect(page.locator(".rl-figure .rl-wide svg")).to_be_visible()
    expect(page.locator(".rl-figure figcaption")).to_contain_text("Our drawing, after section 2.")
    page.get_by_text("The numbers in the picture").click()
    expect(page.locator(".rl-data tbody tr")).to_have_count(3)
    expect(page.locator(".rl-knobs")).to_have_count(0)


def test_knobs_move_both_drawings_and_are_kept_in_the_address(look: Open) -> None:
    """By keyboard: the slider moves the line in both drawings, says its value, and outlasts a reload."""
    page = look(WALL).page
    page.locator(".rl-figure").scroll_into_view_if_needed()
    slider = page.get_by_role("slider", name="crossings")
    drawn = ways(page)
    slider.press("Home")
    expect(slider).to_have_value("1")
    expect(page.locator(".rl-knobs-said")).to_contain_text("With 1 crossings, the way back counted")
    moved = ways(page)
    assert len(moved) == 2 and not set(moved) & set(drawn)
    page.get_by_role("checkbox", name="count the way back").press("Space")
    expect(page.locator(".rl-knobs-said")).to_contain_text("not counted")
    assert page.url.endswith("?wall.crossings=1&wall.back=false")
    page.reload()
    expect(page.locator(".rl-knobs-said")).to_contain_text("With 1 crossings, the way back not counted")
    for _ in range(3):
        slider.press("ArrowRight")
    page.get_by_role("checkbox", name="count the way back").press("Space")
    assert page.url.endswith(WALL)
    assert ways(page) == drawn


def test_an_address_cannot_set_a_knob_to_nonsense(look: Open) -> None:
    """A value that the knob cannot have, and a knob that is not there, change nothing."""
    page = look(f"{WALL}?wall.crossings=-7&wall.back=yes&wall.other=1").page
    page.locator(".rl-figure").scroll_into_view_if_needed()
    expect(page.locator(".rl-knobs-said")).to_contain_text("With 4 crossings, the way back counted")


def test_code_is_readable_and_can_be_copied(browser: Browser, host: str) -> None:
    """The fold says how long it is; the button copies the module as it is published; nothing is too faint."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], color_scheme="dark")
    page = context.new_page()
    page.goto(f"{host}{WALL}")
    lines = (ROOT / "tests/data/sample/equations/wall.py").read_text(encoding="utf-8").strip()
    page.get_by_text(f"wall.py, {len(lines.splitlines())} lines").click()
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".rl-code .rl-copy [role=status]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").strip() == lines
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()


def test_only_what_scrolls_is_a_stop_for_the_keyboard(look: Open) -> None:
    """A formula or table that is cut is a region with a name of its own, also once faces came; no other is one."""
    for uri, width in ((WALL, 360), (WALL, 1280), ("papers/chalk/", 360)):
        page = look(uri, width).page
        page.evaluate("document.fonts.ready.then(() => null)")
        page.wait_for_function(
            """() => {
                const boxes = [...document.querySelectorAll(".rl-formula, .md-typeset__scrollwrap")]
                    .filter((one) => one.checkVisibility()) // not what is folded away
                const marked = boxes.filter((one) => one.matches("[tabindex='0'][role=region][aria-label]"))
                return boxes.length >= 3
                    && new Set(marked.map((one) => one.getAttribute("aria-label"))).size === marked.length
                    && boxes.every((one) => marked.includes(one) === one.scrollWidth > one.clientWidth)
            }""",
            timeout=5000,
        )


def test_tables_of_symbols_are_cards_on_phones(look: Open) -> None:
    """On a phone no table of symbols is wider than the text; on a desk it is a table of the text's width."""
    for width, display in ((320, "block"), (1280, "table-cell")):
        page = look(WALL, width).page
        found = page.evaluate(
            """() => [...document.querySelectorAll(".rl-symbols")].map((box) => [
                getComputedStyle(box.querySelector("td")).display,
                box.querySelector("table").getBoundingClientRect().width <= box.clientWidth + 1])"""
        )
        assert len(found) >= 1 and {tuple(one) for one in found} == {(display, True)}
