"""The book as one page to print."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest
from books import XHTML
from readinglist import site
from readinglist.exports import bound, sheet
from readinglist.exports.chapters import Chapter, chapters


@pytest.fixture(scope="module")
def parts(edition: site.Edition) -> list[Chapter]:
    """The chapters of the sample."""
    return [*chapters(edition)]


@pytest.fixture(scope="module")
def page(edition: site.Edition, parts: list[Chapter]) -> Element:
    """The page, whose contents say that the second paper begins on page 31."""
    return fromstring(bound.bound(edition.catalogue, parts, {"papers/thread.md": 31}))


def test_every_link_leads_within_the_page(page: Element) -> None:
    """Ids of all chapters are told apart, and each link to another chapter has its place on the page."""
    ids = [id for one in page.iter() if (id := one.get("id"))]
    assert len(ids) == len(set(ids))
    assert {"papers--wall--the-idea", "papers--chalk--the-idea", "glossary--maze"} <= set(ids)
    hrefs = [href for one in page.iter(f"{XHTML}a") if (href := one.get("href")) and ":" not in href]
    assert {href for href in hrefs if href[1:] not in ids or href[0] != "#"} == set()
    assert "#glossary--maze" in hrefs and "#papers--wall--answer-1" in hrefs


def test_the_contents_give_the_pages_that_are_known(page: Element, parts: list[Chapter]) -> None:
    """Each row of a chapter ends with its page, or with nothing on the first printing."""
    numbers = [one.text or "" for one in page.iter(f"{XHTML}span") if one.get("class") == "rl-page"]
    assert numbers == ["31" if part.uri == "papers/thread.md" else "" for part in parts]


def test_the_parts_themselves_stay_as_they_are(edition: site.Edition, parts: list[Chapter]) -> None:
    """What is printed twice is the same twice."""
    assert bound.bound(edition.catalogue, parts, {}) == bound.bound(edition.catalogue, parts, {})


def test_a_running_head_may_hold_anything(edition: site.Edition) -> None:
    """A title with quotation marks and backslashes does not end the text in which the style sheet has it."""
    style = bound.style([Chapter("papers/odd.md", 'A "b" \\ c', Element("section"))], sheet.FACES)
    assert '@page papers--odd { @top-center { content: "A \\22 b\\22  \\5c  c"; } }' in style
