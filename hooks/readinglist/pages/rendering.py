"""The templates of the pages, and what is at hand in all of them; they only place what the model knows."""

from __future__ import annotations

from functools import cache, partial

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined

from readinglist.citations.coins import coins
from readinglist.model import routes
from readinglist.model.catalogue import Catalogue
from readinglist.pages import bylines, hues, references
from readinglist.text import escaping, formulas, wording

_FILTERS = {
    "written": escaping.written,
    "attribute": escaping.attribute,
    "literal": formulas.literal,
    "fenced": escaping.fenced,
    "front_matter": escaping.front_matter,
    "day": wording.day,
    "powers": wording.powers,
    "duration": wording.duration,
    "roughly": wording.roughly,
    "coins": coins,
    "by_line": bylines.by_line,
    "all_authors": bylines.all_authors,
    "some_authors": bylines.some_authors,
    "url": escaping.address,
    "minutes": routes.minutes,
}
_GLOBALS = {"stops": routes.stops, "around": routes.around, "hue": hues.hue, "references": references.files}


@cache
def _environment(language: str) -> Environment:
    """The templates for a list in a language, which says how words are set."""
    # No autoescaping: the pages are Markdown, and each value names its escaping in the template.
    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    environment.filters |= {**_FILTERS, "inline": partial(escaping.inline, language=language)}
    environment.globals |= _GLOBALS
    return environment


def compile_by(compiled: BytecodeCache, language: str) -> None:
    """Takes compiled templates for a language from a cache from now on, and puts them there."""
    _environment(language).bytecode_cache = compiled


def render(template: str, catalogue: Catalogue, **context: object) -> str:
    """What a template makes of the catalogue, and of what this page needs besides."""
    return (
        _environment(catalogue.language).get_template(f"{template}.j2").render(catalogue=catalogue, **context)
    )
