"""A list in Hebrew with titles, names and terms of every script and with long words, built and opened in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from builders import TEACHING, entry, source
from playwright.sync_api import Browser, Page
from project import another_list, mkdocs
from serving import served

LONG = "Wolpertinger" * 5
TITLES = [
    "انتباه هو كل ما تحتاجه؟",
    "תשומת לב היא כל מה שצריך",
    "注意力就是你所需要的一切",
    "Внимание — это всё, 1",
    "<think> R&D </title>",
]
NAMES = ["محمد", "שרה", "王小明", "Мария", LONG]
GLOSSARY = "## 注意力\n\nA term.\n\n## انتباه\n\nOne more.\n\n## Внимание й\n\nAnother, as in [labyrinth](#注意力).\n\n## $\\beta$-VAE\n\nThe last.\n"
PAPERS = [
    entry(
        f"p{n}",
        n,
        **TEACHING,
        title=title,
        nickname=name,
        authors=[{"group": name}],
        organization=LONG,
        venue=LONG,
    )
    for n, (title, name) in enumerate(zip(TITLES, NAMES, strict=True), 1)
]
HEAD: dict[str, Any] = {
    "title": "רשימה",
    "language": "he",
    "tracks": [{"id": "all", "name": LONG, "description": LONG, "order": "prerequisites"}],
}
Open = Callable[[str], Page]


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of such a list, built strictly."""
    folder = another_list(tmp_path_factory.mktemp("list"), source(*PAPERS, **HEAD))
    (folder / "docs/glossary.md").write_text(GLOSSARY, encoding="utf-8")
    (folder / "docs/papers").mkdir()
    (folder / "docs/papers/p1.md").write_text(
        "## The idea\n\nSee [a](../glossary.md#注意力) and [b](../glossary.md#β-vae).\n", encoding="utf-8"
    )
    done = mkdocs("build", "--strict", cwd=folder, SITE_URL="https://list.example/")
    # The pages that only this project has are in its nav.
    assert done.returncode == 0, done.stderr
    with served(Path(folder, "site")) as address:
        yield address


@pytest.fixture
def at(browser: Browser, there: str) -> Iterator[Open]:
    """Opens a page of it on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")

    def opened(uri: str) -> Page:
        page = context.new_page()
        page.goto(there + uri)
        return page

    yield opened
    context.close()


@pytest.mark.parametrize(
    "uri", ["", "papers/p1/", "papers/p5/", "tracks/", "topics/", "years/", "print/", "map/", "glossary/"]
)
def test_every_page_is_in_its_language_and_fits(at: Open, uri: str) -> None:
    """Language and direction are the list's, nothing is wider than the screen, and axe finds nothing."""
    page = at(uri)
    assert page.locator("html").get_attribute("lang") == "he"
    assert page.locator("body").get_attribute("dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_titles_and_names_have_their_own_direction(at: Open) -> None:
    """A title runs as its script does, whatever the language of the list."""
    directions = ["rtl", "rtl", "ltr", "ltr", "ltr"]
    for number, expected in enumerate(directions, 1):
        page = at(f"papers/p{number}/")
        for part in ("h1", ".rl-authors", ".rl-place .rl-nickname"):
            assert page.locator(part).first.evaluate("part => getComputedStyle(part).direction") == expected


def test_a_title_is_shown_as_it_is_written(at: Open) -> None:
    """What looks like markup is words: in the page, on its tab, and in the link that leads to it."""
    page = at("papers/p5/")
    assert page.locator("h1").inner_text().removesuffix("#").strip() == TITLES[4]
    assert page.title() == f"{TITLES[4]} ({LONG}) - רשימה"
    label = at("papers/p4/").locator(".md-footer__link--next").get_attribute("aria-label") or ""
    assert label.endswith(f"{TITLES[4]} ({LONG})")


def test_home_is_called_once(at: Open) -> None:
    """The home page has the name of the list, and no more."""
    assert at("").title() == "רשימה"


@pytest.mark.parametrize("anchor", ["注意力", "انتباه", "внимание-й", "β-vae"])
def test_terms_can_be_linked(at: Open, anchor: str) -> None:
    """A term has an anchor in its own script, and the line of letters leads to it."""
    page = at("glossary/")
    assert page.evaluate("id => document.getElementById(id)?.tagName", anchor) == "H2"
    assert page.locator(f'.rl-jump a[href="#{anchor}"]').count() == 1
