"""Every kind of page in a real Chromium: sound, to be searched, to be walked through by keyboard and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
import sample
from look import Look, check, searched
from playwright.sync_api import expect

FIRST, SECOND, THIRD = sample.catalogue().papers[:3]
KINDS = [
    *(
        "",
        f"papers/{FIRST.id}/",
        "tracks/",
        "map/",
        "topics/",
        "years/",
        "glossary/",
        "equations/",
        "reading/",
        "print/",
    ),
    *("about/", "contribute/", "no/such/page/"),
]
# Each kind at both widths and in both schemes; those with the most on them in every combination.
LOOKS = [(uri, width, scheme) for uri in KINDS for width, scheme in ((360, "dark"), (1280, "light"))]
LOOKS += [(uri, width, scheme) for uri in KINDS[:2] for width, scheme in ((360, "light"), (1280, "dark"))]
OTHERS = [f"papers/{THIRD.id}/", "papers/dead-ends/"]
Scheme = Literal["light", "dark"]
Open = Callable[..., Look]


@pytest.mark.parametrize(("uri", "width", "scheme"), LOOKS)
def test_each_kind_of_page(look: Open, host: str, uri: str, width: int, scheme: Scheme) -> None:
    """One page of each kind is sound on a phone and on a desk, in light and in dark."""
    check(look(uri, width, scheme), host)


@pytest.mark.parametrize("uri", OTHERS)
def test_a_paper_that_has_more_or_less(look: Open, host: str, uri: str) -> None:
    """So is a paper with many authors that needs a later one, and one that nobody has written much about."""
    check(look(uri), host)


SEARCHES = [
    ("chalk marks suffice", THIRD.id),
    ("Two walkers", "two-walkers"),
    ("Hypatia", SECOND.id),
    ("Wacław Sierpiński", THIRD.id),
    (SECOND.arxiv, SECOND.id),
    ("Marking and memory", THIRD.id),
]


def test_search_finds_a_paper(look: Open) -> None:
    """A paper is among the first three results for its title, nickname, author, arXiv id or topic."""
    page = look("").page
    for query, paper in SEARCHES:
        searched(page, query, paper)


def test_without_javascript_the_list_is_whole(look: Open, host: str) -> None:
    """With scripts off a reader gets from home to a paper, to the next one, and unfolds its authors."""
    page = look("", javascript=False).page
    assert page.locator("ol.rl-papers > li").count() == len(sample.PAPERS)
    page.get_by_role("link", name=THIRD.title, exact=True).click()
    expect(page).to_have_url(f"{host}papers/{THIRD.id}/")
    authors = page.locator("details.rl-authors p")
    expect(authors).to_be_hidden()
    page.locator("details.rl-authors summary").click()
    expect(authors).to_contain_text(THIRD.authors[5].name)
    page.locator(".md-footer__link--next").click()
    expect(page).to_have_url(f"{host}papers/plan/")


def test_a_phone_has_the_reading_order_in_its_drawer(look: Open, host: str) -> None:
    """On a phone the drawer holds the pages of the site and the neighbours of the paper."""
    page = look(f"papers/{SECOND.id}/", 360).page
    page.locator("label[for=__drawer].md-header__button").click()
    link = page.locator(".rl-neighbours a", has_text=THIRD.nickname)
    link.scroll_into_view_if_needed()
    expect(link).to_be_in_viewport()
    link.click()
    expect(page).to_have_url(f"{host}papers/{THIRD.id}/")


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
@pytest.mark.parametrize("uri", ["", f"papers/{FIRST.id}/"])
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
