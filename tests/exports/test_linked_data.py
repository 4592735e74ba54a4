"""What pages are, as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

import pytest
from builders import catalogue, entry
from readinglist import site
from references import PAPERS

EDITION = site.Edition(
    catalogue().model_copy(update={"papers": PAPERS}),
    prose={"glossary.md": "## Dead end\n\nA place with one way.\n\n## Mäze\n\nX.\n"},
)
URL = "https://example.org/list/"


def graph(uri: str, site_url: str = URL, edition: site.Edition = EDITION) -> list[dict[str, Any]]:
    """The nodes of a page."""
    whole = json.loads(site.linked_data(edition, uri, site_url))
    assert whole["@context"] == "https://schema.org"
    return list(whole["@graph"])


def test_the_page_of_a_paper_is_about_it_and_not_it() -> None:
    """An article of the list's, with the paper in `about`, and the way to it from home."""
    article, way = graph("papers/mazo.md")
    assert (article["@type"], article["url"]) == ("Article", f"{URL}papers/mazo/")
    assert "author" not in article
    about = article["about"]
    assert (about["@type"], about["datePublished"]) == ("ScholarlyArticle", "2019")
    assert about["name"] == "MAZO: On the W-Shaped Halls of eMaze-7 & 50% of O(n^2) Costs"
    assert about["author"][0] == {
        "@type": "Person", "name": "Évariste Galois", "givenName": "Évariste", "familyName": "Galois",
    }  # fmt: skip
    assert about["sameAs"] == ["https://arxiv.org/abs/1706.00001", "https://doi.org/10.1000/maze_1"]
    assert [place["item"] for place in way["itemListElement"]] == [URL, f"{URL}papers/mazo/"]
    (group,) = graph("papers/hand.md")[0]["about"]["author"]
    assert group == {"@type": "Organization", "name": "The Maze Group and Friends"}


def test_home_is_the_list_in_order() -> None:
    """Every paper at its place."""
    (home,) = graph("index.md")
    assert (home["@type"], home["numberOfItems"]) == ("ItemList", len(PAPERS))
    assert [place["item"] for place in home["itemListElement"]] == [f"{URL}{paper.url}" for paper in PAPERS]
    assert [place["position"] for place in home["itemListElement"]] == [1, 2, 3, 4]


def test_the_glossary_is_a_set_of_terms() -> None:
    """Each with its anchor; a list without terms says nothing of them."""
    (terms,) = graph("glossary.md")
    assert [(term["name"], term["url"]) for term in terms["hasDefinedTerm"]] == [
        ("Dead end", f"{URL}glossary/#dead-end"),
        ("Mäze", f"{URL}glossary/#maze"),
    ]
    assert site.linked_data(site.Edition(catalogue()), "glossary.md", URL) == ""


@pytest.mark.parametrize("uri", ["topics.md", "contribute.md", "papers/none.md"])
def test_of_other_pages_nothing_is_said(uri: str) -> None:
    """Nothing empty either."""
    assert site.linked_data(EDITION, uri, URL) == ""


def test_without_an_address_there_are_no_broken_ones() -> None:
    """Where nobody said where the site is, the rest is said."""
    article = graph("papers/mazo.md", "")[0]
    assert "url" not in article and "@id" not in article and article["about"]["@id"]


def test_nothing_in_it_ends_the_script() -> None:
    """A title that looks like markup is data."""
    edition = site.Edition(catalogue(entry("first", title="</script><b>x")))
    data = site.linked_data(edition, "papers/first.md", URL)
    assert "<" not in data
    assert json.loads(data)["@graph"][0]["about"]["name"] == "</script><b>x"
