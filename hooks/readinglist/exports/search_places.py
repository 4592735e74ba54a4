"""The places of the site that its search leads to, and the words by which each is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lunr.stemmer import PorterStemmer

from readinglist import addresses
from readinglist.exports import search_symbols, search_terms
from readinglist.model.catalogue import Catalogue
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.pages import glossary
from readinglist.pages.table import needed
from readinglist.text import anchors, folding, markdown
from readinglist.text.escaping import plain

Words = Mapping[str, Sequence[str]]
"""The words of a place by field."""

FIELDS: Mapping[str, int] = {"x": 400, "n": 40, "i": 30, "t": 20, "s": 15, "w": 10, "h": 5, "b": 1}
"""What a word weighs by its field: a whole name as one word; then the words of a nickname, an arXiv id, a
title, an abbreviation, authors, a heading, the text."""

_STEMMER = PorterStemmer()
_BY_PART = 100
"""Papers whose pages are searched part by part; of a longer list each paper is one place."""
_TEASER = 240
"""Characters of a teaser, of which the browser shows three lines."""


@dataclass(frozen=True)
class Place:
    """Where a result leads, from the site's root, what it shows, and by what it is found.

    Of what is found equally well, that with the greater `weight` comes first.
    """

    url: str
    title: str
    within: str
    teaser: str
    words: Words = field(default_factory=dict)
    weight: float = 1


def places(edition: Edition) -> Iterator[Place]:
    """Every place of the site: papers, their parts, terms, and the other pages."""
    catalogue = edition.catalogue
    pages = {uri: markdown.Page(text) for uri, text in edition.prose.items()}
    terms = tuple(search_terms.terms(pages[glossary.URI])) if glossary.URI in pages else ()
    for paper in catalogue.papers:
        names = [name for term in terms if term.paper == paper.id for name in term.names]
        yield _paper(catalogue, paper, names)
        if len(catalogue.papers) <= _BY_PART:
            yield from _parts(paper, pages.get(paper.uri))
    yield from map(_term, terms)
    yield from map(_sign, search_symbols.signs(edition))
    yield from _others(edition, pages)
    yield from _groups(catalogue)


def _paper(catalogue: Catalogue, paper: Paper, terms: Sequence[str]) -> Place:
    topics = (catalogue.topic(topic).name for topic in paper.topics)
    said = (paper.annotation, paper.one_sentence or "", paper.organization, paper.appeared, *topics)
    words = {
        "x": _whole(paper.nickname, paper.arxiv, paper.title, *paper.aliases),
        "n": _words(paper.nickname, *paper.aliases),
        "i": [paper.arxiv],
        "t": _words(paper.title),
        "w": [*_words(*paper.names), *_whole(*paper.names)],
        "h": _words(*terms),
        "b": _words(*said),
    }
    by = f"{paper.names[0]} and others" if len(paper.names) > 2 else " and ".join(paper.names)
    return Place(
        paper.url, plain(paper.label), plain(f"{by}, {paper.year}"), _plain(paper.annotation), words, 2
    )


def _parts(paper: Paper, page: markdown.Page | None) -> Iterator[Place]:
    """The parts of a paper's page that people wrote, in the notes and in the catalogue."""
    name = plain(paper.nickname)
    if page:
        yield from _sections(paper.url, name, page)
    for heading, texts in _written(paper).items():
        if texts:
            words = {"h": _words(heading), "b": _words(*texts)}
            url = f"{paper.url}#{anchors.slug(heading)}"
            yield Place(url, heading, name, _plain(" ".join(texts)), words)


def _written(paper: Paper) -> Mapping[str, Sequence[str]]:
    return {
        "Why it is here": [paper.why_here],
        "Limits, and how it aged": [*(one.text for one in paper.limits), *(one.text for one in paper.aged)],
        "Where it came from": [f"{one.title}. {one.why}" for one in paper.roots],
        "What came next": [f"{one.title}. {one.why}" for one in paper.next],
        "Check yourself": [one.question for one in paper.questions],
    }


def _sections(url: str, name: str, page: markdown.Page) -> Iterator[Place]:
    headings = page.headings
    ends = [*(heading.start for heading in headings[1:]), len(page.text)]
    for heading, end in zip(headings, ends, strict=False):
        words = {"h": _words(heading.words), "b": _words(page.words(heading.end, end))}
        teaser = _cut(page.words(heading.end, end, formulas=True))
        yield Place(f"{url}#{heading.anchor}", heading.words, name, teaser, words)


def _term(term: search_terms.Named) -> Place:
    name, *others = term.names
    words = {"x": _whole(*term.names), "t": _words(name), "s": _words(*others), "b": _words(term.text)}
    return Place(
        f"{addresses.reached(glossary.URI)}#{term.anchor}",
        name,
        "Glossary",
        _cut(term.shown),
        words,
        1.5,
    )


def _sign(sign: search_symbols.Sign) -> Place:
    words = {"x": _whole(sign.sign, sign.spelled), "t": _words(sign.sign, sign.spelled)}
    return Place(sign.url, sign.sign, "Notation", _cut("; ".join(sign.meanings)), words, 0.5)


def _others(edition: Edition, pages: Mapping[str, markdown.Page]) -> Iterator[Place]:
    """The pages that are about no paper, and the parts of those that people wrote."""
    for uri in {**needed(edition.catalogue.tracks, {*edition.prose, *edition.texts}), **pages}:
        if not addresses.of_papers(uri) and uri != addresses.HOME:
            url, name = addresses.reached(uri), re.split(r"[/.]", uri)[-2].capitalize()
            yield Place(url, name, "", "", {"x": _whole(name), "t": _words(name)})
            if uri in pages and uri != glossary.URI:
                yield from _sections(url, name, pages[uri])


def _groups(catalogue: Catalogue) -> Iterator[Place]:
    """Topics and tracks."""
    for uri, groups in (("topics.md", catalogue.topics), ("tracks.md", catalogue.tracks)):
        for one in groups:
            words = {"x": _whole(one.name), "t": _words(one.name), "b": _words(one.description)}
            url = f"{addresses.reached(uri)}#{one.id}"
            yield Place(
                url, plain(one.name), re.split(r"\.", uri)[0].capitalize(), _plain(one.description), words
            )


def _words(*texts: str) -> list[str]:
    """The words of texts from the catalogue."""
    return [word for text in texts for word in folding.words(plain(text))]


def _whole(*names: str) -> list[str]:
    """Names as one word each, and their stems, so that a plural finds its singular."""
    joined = [folding.joined(plain(name)) for name in names]
    return list(dict.fromkeys([*joined, *map(_STEMMER.stem, joined)]))


def _plain(text: str) -> str:
    return _cut(plain(text))


def _cut(words: str) -> str:
    return words if len(words) <= _TEASER else words[:_TEASER].rsplit(" ", 1)[0] + " …"
