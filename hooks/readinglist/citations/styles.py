"""References in words, in the styles that journals ask for most, for kinds of publications that papers have.

What each style says of a paper is what its published CSL style says, which scripts/check_citations.py tries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import takewhile

from readinglist.citations import casing, people, reference
from readinglist.model.paper import Paper
from readinglist.model.publication import Publication
from readinglist.text.escaping import plain
from readinglist.text.wording import MONTHS


def apa(paper: Paper) -> str:
    """The seventh edition, without its italics."""
    title = casing.sentence(paper.title, casing.names_in(paper))
    where = _apa_where(paper.publication) if paper.publication else "arXiv"
    number = _number(paper)
    title = _ended(f"{title} ({number})" if number else title)
    return f"{_ended(people.apa(paper))} ({reference.year(paper)}). {title} {where}. {reference.link(paper)}"


def _apa_where(publication: Publication) -> str:
    if publication.kind == "report":
        return publication.name
    issue = f"({publication.number})" if publication.number else ""
    article = f"Article {publication.article}" if publication.article else ""
    volume = f"{publication.volume or ''}{issue}"
    return _commas(publication.name, publication.series, volume, _range(publication) or article)


def ieee(paper: Paper) -> str:
    """As in the references of its transactions."""
    title = plain(paper.title)
    where = _ieee_where(paper.publication) if paper.publication else f"{_dated(paper)}, arXiv:{paper.arxiv}"
    link = f"doi: {paper.doi}." if paper.doi else f"Available: {paper.abstract_url}"
    journal = paper.publication and paper.publication.kind == "journal"
    title = title if title[-1] in "?!." else f"{title},"
    return f"{people.ieee(paper)}, “{title}” {where}{',' if journal and paper.doi else '.'} {link}"


def _ieee_where(publication: Publication) -> str:
    year, volume, number = str(publication.year), publication.volume, publication.number
    pages = _range(publication)
    pages = pages and f"{'pp.' if '–' in pages else 'p.'} {pages}"
    if publication.kind == "report":
        return _commas(publication.name, number, year, pages)
    if publication.kind == "journal":
        article = publication.article and f"Art. no. {publication.article}"
        return _commas(
            publication.name, volume and f"vol. {volume}", number and f"no. {number}", pages, article, year
        )
    name = f"in {publication.name}"
    if publication.series:
        series = _commas(name, f"in {publication.series}", volume and f"vol. {volume}")
        return f"{series}. {_commas(publication.publisher, year, pages)}"
    return _commas(name, publication.publisher, year, pages)


def acm(paper: Paper) -> str:
    """As the Association for Computing Machinery asks for them."""
    where = f"{_acm_where(paper.publication)}. " if paper.publication else ""
    link = paper.doi_url or f"Retrieved from {paper.abstract_url}"
    return f"{_ended(people.acm(paper))} {reference.year(paper)}. {_ended(plain(paper.title))} {where}{link}"


def _acm_where(publication: Publication) -> str:
    pages = _range(publication)
    if publication.kind == "report":
        return publication.name
    if publication.kind == "journal":
        issue = " ".join(filter(None, (publication.number, f"({publication.year})")))
        return _commas(f"{publication.name} {publication.volume or ''}".strip(), issue, pages)
    series = f" ({publication.series})" if publication.series else ""
    place = _commas(publication.publisher, pages)
    return f"In {publication.name}{series}, {publication.year}" + (f". {place}" if place else "")


def chicago(paper: Paper) -> str:
    """The author-date system, eighteenth edition, without its italics."""
    title = _ended(casing.headline(paper.title))
    report = paper.publication and paper.publication.kind == "report"
    title = title if report else f"“{title}”"
    where = _chicago_where(paper.publication) if paper.publication else ""
    if not paper.publication:
        where = (
            f"Preprint arXiv:{paper.arxiv}. arXiv, {MONTHS[paper.published.month - 1]} {paper.published.day}"
        )
    return (
        f"{_ended(people.chicago(paper))} {reference.year(paper)}. {title} {where}. {reference.link(paper)}."
    )


def _chicago_where(publication: Publication) -> str:
    if publication.kind == "report":
        return ". ".join(filter(None, (publication.number, publication.name)))
    volume = " ".join(filter(None, (publication.volume, publication.number and f"({publication.number})")))
    pages = _shortened(_range(publication)) or publication.article
    where = publication.name
    if publication.series:
        where = _commas(where, publication.series, volume and f"vol. {volume}")
    elif volume:
        where = f"{where} {volume}"
    return f"{where}{': ' if volume else ', '}{pages}" if pages else where


STYLES: Mapping[str, Callable[[Paper], str]] = {"APA": apa, "IEEE": ieee, "ACM": acm, "Chicago": chicago}
"""What writes a reference in each style, by its name."""


def _number(paper: Paper) -> str:
    """What a preprint or a report is numbered."""
    if not paper.publication:
        return f"Preprint arXiv:{paper.arxiv}"
    return (paper.publication.kind == "report" and paper.publication.number) or ""


def _dated(paper: Paper) -> str:
    """The day of version 1 with a short month: `Mar. 22, 2023`, `May 01, 2023`."""
    day, month = paper.published, MONTHS[paper.published.month - 1]
    return f"{month if month == 'May' else f'{month[:3]}.'} {day.day:02}, {day.year}"


def _range(publication: Publication) -> str:
    return "–".join(reference.between(publication))


def _shortened(pages: str) -> str:
    """A range of pages as in Chicago: `4171–86`, `1877–901`; `100–109` and `71–72` stay whole."""
    first, dash, last = pages.partition("–")
    if (
        not (first.isdigit() and last.isdigit())
        or len(first) != len(last)
        or int(first) < 100
        or not int(first) % 100
    ):
        return pages
    same = len([*takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=True))])
    least = 1 if int(first) % 100 < 10 else 2
    return first + dash + last[min(same, len(last) - least) :]


def _commas(*parts: str | None) -> str:
    return ", ".join(filter(None, parts))


def _ended(text: str) -> str:
    """A sentence with its full stop, which it may have."""
    return text if re.search(r"[.?!]$", text) else f"{text}."
