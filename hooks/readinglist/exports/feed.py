"""The Atom feed: papers as they join the list or are revised, the newest first, each with its whole page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from urllib.parse import urlsplit

from markdown import Markdown

from readinglist import addresses
from readinglist.exports import twins
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.text import escaping, markdown, rewriting, wording

ADDRESS = "feed.xml"
MOST = 10
"""Entries of the feed: readers keep older ones, and it must not grow with the list."""

_EXTENSIONS = ("admonition", "attr_list", "fenced_code", "sane_lists", "tables")


def is_made(edition: Edition) -> bool:
    """Whether there is a feed: it holds whole addresses, and days."""
    return bool(edition.site_url and edition.catalogue.changed)


def atom(edition: Edition) -> str:
    """The feed of an edition that has one, as Atom 1.0."""
    catalogue = edition.catalogue
    assert catalogue.changed
    dated = [(paper, day) for paper in catalogue.papers if (day := paper.changed)]
    newest = sorted(dated, key=lambda one: one[1], reverse=True)[:MOST]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{catalogue.language}">',
        _element("id", _id(edition, min(paper.added or day for paper, day in dated), "feed")),
        _element("title", escaping.plain(catalogue.title)),
        _element("subtitle", escaping.plain(catalogue.description)),
        _element("updated", _midnight(catalogue.changed)),
        f"<author>{_element('name', escaping.plain(catalogue.title))}</author>",
        _link("self", "application/atom+xml", addresses.absolute(edition.site_url, ADDRESS)),
        _link("alternate", "text/html", addresses.absolute(edition.site_url, "")),
        *("\n".join(_entry(edition, paper, day)) for paper, day in newest),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(edition: Edition, paper: Paper, day: date) -> Iterator[str]:
    joined = paper.added or day
    yield "<entry>"
    # By the paper's id on arXiv: its id here may come to be an alias.
    yield _element("id", _id(edition, joined, f"arxiv/{paper.arxiv}"))
    yield _element("title", escaping.plain(paper.label))
    yield _link("alternate", "text/html", addresses.absolute(edition.site_url, paper.url))
    yield _element("published", _midnight(joined))
    yield _element("updated", _midnight(day))
    for id in paper.topics:
        label = escaping.plain(edition.catalogue.topic(id).name)
        yield f'<category term="{id}" label="{escape(label)}"/>'
    yield _element("summary", escaping.plain(paper.one_sentence or paper.annotation))
    whole = escape(_what_happened(joined, day) + _page(edition, paper), quote=False)
    yield f'<content type="html">{whole}</content>'
    yield "</entry>"


def _what_happened(joined: date, changed: date) -> str:
    if joined == changed:
        return f"<p>On the list since {wording.day(joined)}.</p>\n"
    return f"<p>Revised on {wording.day(changed)}; on the list since {wording.day(joined)}.</p>\n"


def _page(edition: Edition, paper: Paper) -> str:
    """What the page of a paper says, as HTML with MathML and whole addresses, without its title."""
    words = _captioned(twins.words_of(edition, paper).partition("\n")[2])
    whole = rewriting.rewritten(words, lambda address: _led(edition, paper.uri, address))
    set_ = markdown.rendered(whole, edition.catalogue.language)
    return str(Markdown(extensions=_EXTENSIONS).convert(set_))


def _captioned(words: str) -> str:
    """The Markdown with the caption of each picture below it: there it may hold formulas."""
    parts, at = [], 0
    for figure in markdown.figures(markdown.Page(words)):
        shown = f"![Picture](../{addresses.drawing(figure.id)})\n\n{figure.caption} ({figure.credit})\n"
        parts += [words[at : figure.start], shown]
        at = figure.end
    return "".join([*parts, words[at:]])


def _led(edition: Edition, uri: str, address: str) -> str:
    """Where a link on a page leads, in full."""
    target = addresses.from_page(uri, address)
    if not target:
        return address
    found = addresses.published(target) if target.endswith(".md") else target
    return addresses.absolute(edition.site_url, found) + address[len(addresses.path(address)) :]


def _id(edition: Edition, day: date, name: str) -> str:
    """A name that stays when the entry changes, by RFC 4151: whose it is, since when, and what."""
    at = urlsplit(addresses.absolute(edition.site_url, name))
    return f"tag:{at.hostname},{day.isoformat()}:{at.path}"


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _element(name: str, words: str) -> str:
    return f"<{name}>{escape(words, quote=False)}</{name}>"


def _link(relation: str, kind: str, address: str) -> str:
    return f'<link rel="{relation}" type="{kind}" href="{escape(address)}"/>'
