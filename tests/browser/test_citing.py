"""The fold that says how to cite: references to copy and files to save."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from look import Look
from playwright.sync_api import Browser, Page, expect

Open = Callable[..., Look]


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    """A paper's page with its fold open, in a browser that may use the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], color_scheme="dark")
    page = context.new_page()
    page.goto(f"{host}papers/wall/")
    page.get_by_text("Cite this paper, or this page").click()
    yield page
    context.close()


def test_each_reference_can_be_copied(page: Page) -> None:
    """In words by style, in each format, and that of the page itself; what is copied is what is shown."""
    for name, begins in (
        ("APA", "Lovelace, A., "),
        ("Chicago", "Lovelace, Ada, "),
        ("this page", "Ways Out of Mazes. “One Hand on the Wall”"),
        ("BibTeX", "@misc{wall,"),
        ("RIS", "TY  - UNPB"),
    ):
        fold = page.locator(".rl-cite .rl-cite > summary").get_by_text(name, exact=True)
        if fold.count():
            fold.click()
        button = page.get_by_role("button", name=f"Copy {name}", exact=True)
        button.click()
        expect(button.locator("xpath=following-sibling::*")).to_have_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()").startswith(begins)


def test_a_file_is_saved_under_the_paper_s_name(page: Page, tmp_path: Path) -> None:
    """A folder of several papers' files can be told apart."""
    page.get_by_text("CSL-JSON", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download wall.csl.json").click()
    assert saved.value.suggested_filename == "wall.csl.json"
    saved.value.save_as(tmp_path / "it")
    assert '"DOI": "10.1000/mazes.1"' in (tmp_path / "it").read_text()


def test_the_open_fold_is_accessible_and_fits_a_phone(page: Page) -> None:
    """Nothing for axe to report, and nothing that scrolls sideways."""
    page.set_viewport_size({"width": 320, "height": 800})
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_everything_is_there(look: Open) -> None:
    """References and links to files need none; the buttons, which would do nothing, are not there."""
    page = look("papers/wall/", javascript=False).page
    page.get_by_text("Cite this paper, or this page").click()
    expect(page.locator(".rl-cite pre").first).to_contain_text("@misc{wall,")
    expect(page.locator(".rl-cite a[download]")).to_have_count(4)
    expect(page.locator(".rl-cite button")).to_have_count(0)
