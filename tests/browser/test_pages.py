"""Every page in a real Chromium: no console error, no other host, no axe violation, nothing wider than the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from look import Look
from playwright.sync_api import expect
from project import ROOT
from readinglist import site

CATALOGUE = site.load(ROOT / "papers.yaml").catalogue
KINDS = [
    *("", "papers/llama/", "tracks/", "map/", "topics/", "years/", "glossary/", "reading/", "print/"),
    *("about/", "contribute/", "no/such/page/"),
]
REST = [f"papers/{paper.id}/" for paper in CATALOGUE.papers if paper.id != "llama"]
Scheme = Literal["light", "dark"]
Open = Callable[..., Look]


def check(look: Look, host: str) -> None:
    """What holds on every page."""
    missing = [error for error in look.errors if "404" not in error or "no/such" not in look.page.url]
    assert missing == []
    assert [url for url in look.requests if urlsplit(url).netloc != urlsplit(host).netloc] == []
    assert look.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    found = Axe().run(look.page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("uri", KINDS, ids=lambda uri: uri or "home")
def test_each_kind_of_page(look: Open, host: str, uri: str, width: int, scheme: Scheme) -> None:
    """One page of each kind is sound on a phone and on a desk, in light and in dark."""
    check(look(uri, width, scheme), host)


@pytest.mark.parametrize("uri", REST)
def test_each_other_paper(look: Open, host: str, uri: str) -> None:
    """Every other paper's page is sound."""
    check(look(uri), host)


SEARCHES = [
    ("few-shot learners", "gpt-3"),
    ("RoPE", "rope"),
    ("Rafailov", "dpo"),
    ("Łukasz Kaiser", "attention"),
    ("1412.6980", "adam"),
    ("2104.09864", "rope"),
    ("Systems and efficiency", "flashattention"),
    ("InstructGPT", "instructgpt"),
]


@pytest.mark.parametrize(("query", "paper"), SEARCHES)
def test_search_finds_a_paper(look: Open, query: str, paper: str) -> None:
    """A paper is among the first three results for its title, nickname, author, arXiv id or topic."""
    page = look("").page
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(query)
    # Asked in one go, as the results are drawn anew while the words arrive.
    page.wait_for_function(
        """paper => [...document.querySelectorAll(".md-search-result__item")].slice(0, 3).some(
            item => item.querySelector(`a[href*="/papers/${paper}/"]`))""",
        arg=paper,
    )


def test_without_javascript_the_list_is_whole(look: Open, host: str) -> None:
    """With scripts off a reader gets from home to a paper, to the next one, and unfolds its authors."""
    page = look("", javascript=False).page
    assert page.locator("ol.rl-papers > li").count() == 18
    page.get_by_role("link", name="Language Models are Few-Shot Learners", exact=True).click()
    expect(page).to_have_url(f"{host}papers/gpt-3/")
    authors = page.locator("details.rl-authors p")
    expect(authors).to_be_hidden()
    page.locator("details.rl-authors summary").click()
    expect(authors).to_contain_text("Dario Amodei")
    page.locator(".md-footer__link--next").click()
    expect(page).to_have_url(f"{host}papers/constitutional-ai/")


def test_a_phone_has_the_reading_order_in_its_drawer(look: Open, host: str) -> None:
    """On a phone the drawer holds the pages of the site and the neighbours of the paper."""
    page = look("papers/adam/", 360).page
    page.locator("label[for=__drawer].md-header__button").click()
    link = page.locator(".rl-neighbours a", has_text="ZeRO")
    link.scroll_into_view_if_needed()
    expect(link).to_be_in_viewport()
    link.click()
    expect(page).to_have_url(f"{host}papers/zero/")


def test_light_and_dark_can_be_chosen(look: Open) -> None:
    """The button in the header changes the scheme, and the choice outlasts the page."""
    page = look("").page
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.locator("label[title='Switch to dark']").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("uri", ["", "papers/bert/"])
def test_focus_is_never_out_of_sight(look: Open, uri: str, width: int) -> None:
    """Whoever goes through a page by keyboard has what is focused on the screen, in the drawer too."""
    page = look(uri, width).page
    for _ in range(40):
        page.keyboard.press("Tab")
        page.wait_for_function(
            """() => {
                // The switch of the colour scheme is shown by its label.
                const at = document.activeElement
                const box = (at.matches(".md-option") ? at.nextElementSibling : at).getBoundingClientRect()
                const seen = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
                return document.activeElement === document.body || (seen && box.width > 0)
            }""",
            timeout=3000,
        )
