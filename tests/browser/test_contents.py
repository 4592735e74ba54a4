"""The contents of a page where the theme shows none: a fold under the standfirst, and in the drawer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe
from look import Look
from playwright.sync_api import Page, expect

CATALOGUE = sample.catalogue()
PAPER = CATALOGUE.papers[0]
PAGE = f"papers/{PAPER.id}/"
Open = Callable[..., Look]


def ready(look: Look) -> Page:
    """The page with the reader's scripts at work."""
    look.page.wait_for_selector("html[data-reader=ready]")
    return look.page


def headings(page: Page) -> list[str]:
    """The anchors of a page's parts, in order."""
    found: list[str] = page.locator("article h2[id]").evaluate_all("(all) => all.map(({id}) => id)")
    return found


def led_to(page: Page, links: str) -> list[str]:
    """The anchors that links lead to, in order."""
    script = "(all) => all.map(({hash}) => decodeURIComponent(hash.slice(1)))"
    found: list[str] = page.locator(links).evaluate_all(script)
    return found


@pytest.mark.parametrize("javascript", [True, False])
def test_a_phone_has_the_contents_under_the_standfirst(look: Open, javascript: bool) -> None:
    """The fold is closed, comes after the standfirst, holds every part in order, and leads there; without scripts too."""
    page = look(PAGE, 360, javascript=javascript).page
    if javascript:
        page.wait_for_selector("html[data-reader=ready]")
    fold = page.locator("details.rl-contents")
    expect(page.locator(".rl-lead + details.rl-contents")).to_have_count(1)
    expect(fold.locator("a").first).to_be_hidden()
    assert led_to(page, ".rl-contents a") == headings(page)
    fold.locator("summary").click()
    fold.locator("a").nth(3).click()
    expect(page.locator("article h2").nth(3)).to_be_in_viewport()


@pytest.mark.parametrize(("width", "shown"), [(360, True), (959, True), (960, False), (1280, False)])
def test_beside_the_sidebar_there_is_no_fold(look: Open, width: int, shown: bool) -> None:
    """Where the theme shows the contents at the side, the fold is not shown, and elsewhere it is."""
    page = look(PAGE, width).page
    assert page.locator("details.rl-contents").is_visible() is shown
    assert page.locator(".md-sidebar--secondary").is_visible() is not shown


def test_the_current_part_is_marked(look: Open) -> None:
    """While one reads on, the part that one is in is marked in the fold and in the drawer, and no other."""
    page = ready(look(PAGE, 360))
    marked = page.locator("[aria-current=location]")
    expect(marked).to_have_count(0)
    anchors = headings(page)
    for at in (2, 6, 4, len(anchors) - 1):
        page.evaluate("(id) => { location.hash = id }", anchors[at])
        page.wait_for_function(
            """(id) => [...document.querySelectorAll("[aria-current=location]")].map(({hash}) => hash).join()
                === [`#${id}`, `#${id}`].join()""",
            arg=anchors[at],
        )
    page.evaluate("scrollTo(0, 0)")
    expect(marked).to_have_count(0)


def test_the_drawer_has_the_contents_and_closes(look: Open) -> None:
    """In the drawer a link of the contents leads to its part and closes the drawer, which would lie over it."""
    page = ready(look(PAGE, 360))
    page.locator("label[for=__drawer].md-header__button").click()
    link = page.locator(".rl-of-page a").nth(5)
    link.scroll_into_view_if_needed()
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(page.locator("article h2").nth(5)).to_be_in_viewport()
    expect(link).to_have_attribute("aria-current", "location")


def test_a_fold_that_was_used_is_closed_again(look: Open) -> None:
    """A link of the fold leaves it closed, and the heading that it led to at the top of the window."""
    page = ready(look(PAGE, 360))
    page.locator("details.rl-contents summary").click()
    page.locator("details.rl-contents a").nth(4).click()
    expect(page.locator("details.rl-contents a").first).to_be_hidden()
    top = page.locator("article h2").nth(4).evaluate("(heading) => heading.getBoundingClientRect().top")
    assert 0 <= top < 160


@pytest.mark.parametrize("uri", ["topics/", "tracks/", "glossary/", "years/"])
def test_other_pages_with_several_parts_have_it_too(look: Open, uri: str) -> None:
    """The fold comes right after the title, with every part."""
    page = ready(look(uri, 360))
    expect(page.locator("h1 + details.rl-contents")).to_have_count(1)
    assert led_to(page, ".rl-contents a") == headings(page)


@pytest.mark.parametrize("uri", ["", "map/", "reading/", "print/", "no/such/page/"])
def test_pages_without_contents_have_no_fold(look: Open, uri: str) -> None:
    """Where a page hides its contents, or has none, there is neither fold nor list."""
    page = look(uri, 360).page
    assert page.locator(".rl-contents, .rl-of-page").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_fold_is_sound(look: Open, scheme: str) -> None:
    """Unfolded and marked, the contents have no violation, targets of 24 pixels, and nothing wider than the screen."""
    page = ready(look(PAGE, 320, scheme))
    page.locator("details.rl-contents summary").click()
    found = Axe().run(page, context="details.rl-contents")
    assert found.violations_count == 0, found.generate_report()
    assert page.locator("details.rl-contents").evaluate("(fold) => fold.scrollWidth <= fold.clientWidth")
    heights = page.locator(".rl-contents :is(a, summary)").evaluate_all(
        "(all) => all.map((one) => one.offsetHeight)"
    )
    assert min(heights) >= 24


def test_links_at_headings_have_names(look: Open) -> None:
    """Whoever hears the page is reported where each link at a heading leads, and not the link in every heading."""
    page = look(PAGE).page
    for heading in ("The idea", "What it unlocks"):
        expect(page.get_by_role("link", name=f"Link to {heading}", exact=True)).to_have_count(1)
        expect(page.get_by_role("heading", name=heading, exact=True)).to_have_count(1)
    names = page.locator("a.headerlink").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    assert len(set(names)) == len(names) > 10
