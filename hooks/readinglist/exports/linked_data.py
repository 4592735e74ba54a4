"""What a page is, for search engines and other programs: JSON-LD in the words of schema.org.

The page of a paper is an article about the paper, and does not claim to be it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from readinglist import addresses
from readinglist.citations import reference
from readinglist.model.edition import Edition
from readinglist.model.names import Author
from readinglist.model.paper import Paper
from readinglist.pages import glossary
from readinglist.text import terms
from readinglist.text.escaping import plain

Node = Mapping[str, object]


def linked_data(edition: Edition, uri: str) -> str:
    """The JSON-LD of a page, fit to stand in a script element; empty where there is nothing to say of it."""
    nodes = [_filled(node) for node in _nodes(edition, uri)]
    whole = {"@context": "https://schema.org", "@graph": nodes}
    # So that nothing in it can end the element.
    return json.dumps(whole, ensure_ascii=False).replace("<", "\\u003c") if nodes else ""


def _nodes(edition: Edition, uri: str) -> Iterator[Node]:
    paper = addresses.paper_at(uri)
    if uri == addresses.HOME:
        yield _list(edition)
    elif uri == glossary.URI:
        yield from _terms(edition, uri)
    elif paper in edition.catalogue.numbers:
        yield _article(edition, edition.catalogue.paper(paper))
        yield _way(edition, edition.catalogue.paper(paper))


def _filled(node: Node) -> Node:
    """A node without what it has no value for."""
    return {key: value for key, value in node.items() if value}


def _list(edition: Edition) -> Node:
    papers = enumerate(edition.catalogue.papers, 1)
    return {
        "@type": "ItemList",
        "@id": _address(edition, ""),
        "name": plain(edition.catalogue.title),
        "description": plain(edition.catalogue.description),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(edition.catalogue.papers),
        "itemListElement": [
            _place(edition, number, plain(paper.title), paper.url) for number, paper in papers
        ],
    }


def _place(edition: Edition, number: int, name: str, url: str) -> Node:
    place = {"@type": "ListItem", "position": number, "name": name, "item": _address(edition, url)}
    return _filled(place)


def _way(edition: Edition, paper: Paper) -> Node:
    """From home to the page."""
    home = _place(edition, 1, plain(edition.catalogue.title), "")
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [home, _place(edition, 2, plain(paper.title), paper.url)],
    }


def _article(edition: Edition, paper: Paper) -> Node:
    revised = paper.revised or paper.added
    return {
        "@type": "Article",
        "@id": _address(edition, paper.url),
        "url": _address(edition, paper.url),
        "headline": f"{plain(paper.label)}, annotated",
        "description": plain(paper.annotation),
        "inLanguage": edition.catalogue.language,
        "datePublished": paper.added.isoformat() if paper.added else "",
        "dateModified": revised.isoformat() if revised else "",
        "isPartOf": _filled(
            {"@type": "WebSite", "name": plain(edition.catalogue.title), "url": _address(edition, "")}
        ),
        "about": _filled(_scholarly(paper)),
    }


def _scholarly(paper: Paper) -> Node:
    publication = paper.publication
    return {
        "@type": "ScholarlyArticle",
        "@id": reference.link(paper),
        "name": plain(paper.title),
        "author": [_author(author) for author in paper.authors],
        "datePublished": str(publication.year) if publication else paper.published.isoformat(),
        "isPartOf": {"@type": "CreativeWork", "name": plain(publication.name)} if publication else None,
        "sameAs": [*filter(None, (paper.abstract_url, paper.doi_url))],
    }


def _author(author: Author) -> Node:
    if author.group:
        return {"@type": "Organization", "name": author.group}
    return {"@type": "Person", "name": author.name, "givenName": author.given, "familyName": author.family}


def _terms(edition: Edition, uri: str) -> Iterator[Node]:
    page, found = addresses.reached(uri), terms.terms(edition.prose.get(uri, ""))
    if not found:
        return
    yield {
        "@type": "DefinedTermSet",
        "@id": _address(edition, page),
        "name": f"Glossary of {plain(edition.catalogue.title)}",
        "hasDefinedTerm": [
            _filled(
                {
                    "@type": "DefinedTerm",
                    "name": term.name,
                    "alternateName": [*term.abbreviations],
                    "url": _address(edition, f"{page}#{term.anchor}"),
                }
            )
            for term in found
        ],
    }


def _address(edition: Edition, url: str) -> str:
    return addresses.absolute(edition.site_url, url)
