"""The templates of the pages, and what is at hand in all of them; they only place what the model knows."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from readinglist.model import routes
from readinglist.model.catalogue import Catalogue
from readinglist.pages import bylines, hues
from readinglist.text import escaping, wording

# No autoescaping: the pages are Markdown, and each value names its escaping in the template.
_ENVIRONMENT = Environment(
    loader=PackageLoader(__package__, "templates"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,
)
_ENVIRONMENT.filters |= {
    "inline": escaping.inline,
    "attribute": escaping.attribute,
    "fenced": escaping.fenced,
    "front_matter": escaping.front_matter,
    "day": wording.day,
    "powers": wording.powers,
    "duration": wording.duration,
    "roughly": wording.roughly,
    "by_line": bylines.by_line,
    "all_authors": bylines.all_authors,
    "some_authors": bylines.some_authors,
    "url": escaping.address,
    "minutes": routes.minutes,
}
_ENVIRONMENT.globals |= {"stops": routes.stops, "around": routes.around, "hue": hues.hue}


def render(template: str, catalogue: Catalogue, **context: object) -> str:
    """What a template makes of the catalogue, and of what this page needs besides."""
    return _ENVIRONMENT.get_template(f"{template}.j2").render(catalogue=catalogue, **context)
