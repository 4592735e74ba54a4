"""The generated pages as Markdown, each from one template; templates only place what the model knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from readinglist.model import routes
from readinglist.model.catalogue import Catalogue
from readinglist.model.paper import Paper
from readinglist.pages import bylines, map_drawing
from readinglist.text import escaping, wording
from readinglist.text.markdown import PARTS, terms_of

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


class Pages:
    """Renders the pages of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        # No autoescaping: the pages are Markdown, and each value names its escaping in the template.
        self._environment = Environment(
            loader=PackageLoader(__package__, "templates"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self._environment.filters |= {
            "inline": escaping.inline,
            "attribute": escaping.attribute,
            "front_matter": escaping.front_matter,
            "description": escaping.description,
            "day": wording.day,
            "duration": wording.duration,
            "roughly": wording.roughly,
            "by_line": bylines.by_line,
            "all_authors": bylines.all_authors,
            "some_authors": bylines.some_authors,
            "url": escaping.address,
            "minutes": routes.minutes,
        }
        self._environment.globals["stops"] = routes.stops

    def home(self, prose: str) -> str:
        """The list itself, behind its introduction."""
        return self._render("home", prose=prose, parts=parts(self.catalogue))

    def paper(self, paper: Paper, notes: Mapping[str, str]) -> str:
        """The page of one paper, with its notes laid in under their headings."""
        laid = {part: notes.get(part, "") for part in PARTS}
        return self._render("paper", notes=laid, paper=paper)

    def map(self, prose: str) -> str:
        """The papers and their prerequisites as one picture, and as a list."""
        return self._render("map", prose=prose, map=map_drawing.draw(self.catalogue))

    def glossary(self, prose: str) -> str:
        """The terms, behind a line that leads to the first of each letter."""
        terms = terms_of(prose)
        letters = {name[0].upper(): anchor for anchor, name in reversed(terms.items())}
        return self._render("glossary", prose=prose, letters=dict(sorted(letters.items())))

    def listing(self, name: str, prose: str) -> str:
        """A page on the whole catalogue: `topics`, `years`, `tracks` and the like."""
        return self._render(name, prose=prose)

    def redirect(self, paper: Paper, canonical: str) -> str:
        """An HTML page that leads from a former address to the paper's own."""
        return self._render("redirect", ".html.j2", paper=paper, canonical=canonical)

    def _render(self, name: str, ending: str = ".md.j2", **context: object) -> str:
        template = self._environment.get_template(name + ending)
        return template.render(catalogue=self.catalogue, **context)
