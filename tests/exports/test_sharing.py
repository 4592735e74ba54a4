"""What links to pages show elsewhere: their words, and the address of a card."""

from __future__ import annotations

from builders import catalogue, entry
from lxml import html
from readinglist import site

EDITION = site.Edition(catalogue(entry("first"), entry("second", 2), title='Five > "Four"'))
URL = "https://example.org/list/"


def metas(uri: str, site_url: str = URL, drawn: bool = True, title: str = "A < B") -> dict[str, str]:
    """The content of the elements by their names, as a browser reads them."""
    text = site.shared(EDITION, uri, title, "“C” & D", site_url, drawn)
    found = html.fromstring(f"<head>{text}</head>").xpath("//meta")
    assert len(found) == text.count("<") == text.count(">")
    return {meta.get("property") or meta.get("name"): meta.get("content") for meta in found}


def test_a_paper_is_an_article_with_its_card() -> None:
    """Title, description, whole address, and the card with its size and the words on it."""
    assert metas("papers/second.md") == {
        "og:type": "article",
        "og:site_name": 'Five > "Four"',
        "og:title": "A < B",
        "og:description": "“C” & D",
        "og:url": f"{URL}papers/second/",
        "og:image": f"{URL}papers/second/card.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Number 2 of 2: The Paper on Second. Lovelace et al. (Analytical Society), 2017.",
        "twitter:card": "summary_large_image",
    }


def test_other_pages_have_the_card_of_the_list() -> None:
    """Home is at the address of the site; a page that is about no paper of the list is one of its pages."""
    home, gone = metas("index.md"), metas("papers/none.md")
    assert (home["og:type"], home["og:url"], home["og:image"]) == ("website", URL, f"{URL}card.png")
    assert home["og:image:alt"] == 'Five > "Four": A few papers, in order.'
    assert gone["og:image"] == home["og:image"]


def test_no_card_is_named_that_is_not_there() -> None:
    """Where cards are not drawn, or the site does not know its address, the words are left."""
    for found in (metas("papers/first.md", drawn=False), metas("papers/first.md", site_url="")):
        assert found["twitter:card"] == "summary"
        assert not [name for name in found if name.startswith("og:image")]
    assert "og:url" not in metas("index.md", site_url="")


def test_every_card_that_is_named_is_drawn() -> None:
    """One for the list and one for each paper, and none without an address of the site."""
    named = {metas(uri)["og:image"] for uri in ("index.md", "map.md", "papers/first.md", "papers/second.md")}
    cards = [picture for picture in site.pictures(EDITION, URL) if picture.uri.endswith("card.png")]
    assert {f"{URL}{card.uri}" for card in cards} == named
    assert not [picture for picture in site.pictures(EDITION, "") if picture.uri.endswith("card.png")]
