"""The pages that are made of a catalogue: one table of those that a list can have, and the page of a paper.

A page is a line in the table and a template. All else (which prose is laid in, what the checks ask of
it, what the site holds) follows from the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from readinglist import addresses
from readinglist.model.catalogue import Catalogue
from readinglist.model.edition import Edition
from readinglist.model.paper import Paper
from readinglist.pages import beyond, citing, equations, glossary, map_drawing, notation, notes
from readinglist.pages.rendering import render

Renderer = Callable[[Edition, str], str]
"""Makes the Markdown of a page from the edition and the page's own prose, whose formulas are set."""

_PART = 50
"""Papers in a part of the home page, where a list is too long to stand in one."""
_WHOLE = 100
"""Papers that the home page shows without parts."""


@dataclass(frozen=True)
class Part:
    """A stretch of the list, by the numbers of its first and last paper."""

    first: int
    last: int
    papers: tuple[Paper, ...]


def parts(catalogue: Catalogue) -> tuple[Part, ...]:
    """The whole list, or stretches of it where it is long."""
    papers = catalogue.papers
    size = len(papers) if len(papers) <= _WHOLE else _PART
    starts = range(0, len(papers), size)
    return tuple(Part(at + 1, min(at + size, len(papers)), papers[at : at + size]) for at in starts)


def home(edition: Edition, prose: str) -> str:
    """The list itself, behind its introduction."""
    catalogue = edition.catalogue
    return render("home.md", catalogue, prose=prose, parts=parts(catalogue))


def picture(edition: Edition, prose: str) -> str:
    """The papers and their prerequisites as one picture, and as a list."""
    catalogue = edition.catalogue
    return render("map.md", catalogue, prose=prose, maps=map_drawing.draw(catalogue))


def further(edition: Edition, prose: str) -> str:
    """What came next after the papers of the list, by topic."""
    catalogue = edition.catalogue
    return render("beyond.md", catalogue, prose=prose, topics=beyond.by_topic(catalogue))


def listing(template: str) -> Renderer:
    """A page on the whole catalogue whose template needs nothing besides."""
    return lambda edition, prose: render(template, edition.catalogue, prose=prose)


PAGES: Mapping[str, Renderer] = {
    addresses.HOME: home,
    "tracks.md": listing("tracks.md"),
    "map.md": picture,
    "topics.md": listing("topics.md"),
    "years.md": listing("years.md"),
    addresses.BEYOND: further,
    glossary.URI: glossary.page,
    addresses.NOTATION: notation.notation,
    "equations.md": equations.every,
    "reading.md": listing("reading.md"),
    "print.md": listing("print.md"),
    "about.md": listing("about.md"),
}
"""The pages of a list, by address; prose at the same address is laid into them."""


def needed(tracks: object, written: Collection[str]) -> Mapping[str, Renderer]:
    """Those that a list needs: of tracks, terms, symbols and code only where there are any, or prose for it.

    `written` are the addresses of what people wrote: of pages, and of what is laid into pages.
    """
    coded = any(uri.endswith(".py") for uri in written)
    noted = any(map(addresses.of_papers, written))
    filled = {
        "tracks.md": bool(tracks),
        glossary.URI: False,
        addresses.NOTATION: noted,
        "equations.md": coded,
    }
    return {uri: page for uri, page in PAGES.items() if uri in written or filled.get(uri, True)}


def needed_by(edition: Edition) -> Mapping[str, Renderer]:
    """The same for an edition."""
    return needed(edition.catalogue.tracks, {*edition.prose, *edition.texts})


def paper_page(edition: Edition, paper: Paper) -> str:
    """The page of one paper, with its notes laid in under their headings."""
    page = render(
        "paper.md",
        edition.catalogue,
        notes=notes.of(paper, edition),
        paper=paper,
        code=equations.of(paper, edition.texts),
        citing=citing.of(paper, edition),
        unwritten=_UNWRITTEN,
    )
    return _without_gaps(page)


_UNWRITTEN = "\ufdd0"
"""What a part holds that nobody has written: a sign that no text may contain."""


def _without_gaps(page: str) -> str:
    """A page without the headings of parts that nobody wrote; one line names them in place of the last."""
    parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)
    gaps = [part for part in parts if _UNWRITTEN in part]
    if not gaps:
        return page
    names = "; ".join(part.partition("\n")[0].removeprefix("## ") for part in gaps)
    last = parts.index(gaps[-1])
    parts[last] = f"## Not written yet\n\nThe editors still owe this page: {names}.\n\n"
    return "".join(part for at, part in enumerate(parts) if at == last or part not in gaps)


def redirect(edition: Edition, paper: Paper) -> str:
    """An HTML page that leads from a former address to the paper's own."""
    target = addresses.from_paper(paper.id)
    canonical = addresses.absolute(edition.site_url, paper.url) or target
    return render("redirect.html", edition.catalogue, paper=paper, target=target, canonical=canonical)
