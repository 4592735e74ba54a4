"""Finished pages, each from the store where nothing that it shows has changed.

The theme makes a page of its context: the settings, the menu, the page itself and what the hook says of it.
All of that is in the name of the entry. What is not, templates are not handed: of other pages more than their
titles and addresses, of the papers more than the names of neighbours, and the clock.
"""

from __future__ import annotations

import copy
import json
from collections import UserDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import mkdocs
from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs_cache import Store, digest
from readinglist.model.paper import Paper

_UNSEEN = frozenset({"pages", "build_date_utc"})
"""What MkDocs offers to templates and ours do without: every page's text, and the clock."""
_PLACES = frozenset(
    {"config_file_path", "docs_dir", "site_dir", "dev_addr", "watch", "hooks", "theme", "extra"}
)
"""Settings that say where things are, or that are named in another way."""
_OF_CATALOGUE = ("language", "direction", "numbers")
"""What templates see of the catalogue, besides the papers that are handed to them."""


class Finished:
    """The theme's templates, which give a page from the store where it is there."""

    def __init__(self, env: Environment, config: MkDocsConfig, store: Store, own: frozenset[str]) -> None:
        """`own` are the values in `config.extra` that are the hook's and no setting."""
        self._env, self._store = env, store
        self._key = self._kept = ""
        extra = {key: value for key, value in config.extra.items() if key not in own}
        catalogue = config.extra["edition"].catalogue
        seen = SimpleNamespace(**{name: getattr(catalogue, name) for name in _OF_CATALOGUE})
        self._config: Any = copy.copy(config)
        self._config["extra"] = {**extra, "edition": SimpleNamespace(catalogue=seen)}
        self._site = digest(look(config), _text((extra, seen)))

    def get_template(self, name: str) -> Any:
        """A template by its name, as MkDocs asks for it."""
        template = self._env.get_template(name)
        return SimpleNamespace(render=lambda context: self._render(template, context))

    def _render(self, template: Template, context: Mapping[str, Any]) -> str:
        if context["page"] is None:
            return template.render(context)
        seen = {name: value for name, value in context.items() if name not in _UNSEEN} | {"config": None}
        self._key = self._store.key("page", self._site, str(template.name), _text(seen))
        self._kept = self._store.get(self._key) or ""
        return self._kept or template.render({**seen, "config": self._config})

    def is_kept(self, output: str) -> bool:
        """Whether this is the page that the store gave last, which was judged when it was put there."""
        return output == self._kept

    def keep(self, output: str) -> None:
        """Puts the page that was rendered last into the store, as it is sound."""
        self._store.put(self._key, output)


def named(paper: Paper) -> SimpleNamespace:
    """What a list says of a paper, and nothing else: a change of its text is none of other pages."""
    names = ("id", "uri", "url", "nickname", "title", "label")
    return SimpleNamespace(**{name: getattr(paper, name) for name in names})


def look(config: MkDocsConfig) -> str:
    """A digest of the settings and the templates, on which every page depends."""
    return digest(_text(_settings(config)), *_sources(config.theme.dirs))


def _settings(config: MkDocsConfig) -> Any:
    settings = {key: value for key, value in config.items() if key not in _PLACES | {"theme", "extra"}}
    return settings, {**config.theme, "locale": str(config.theme.locale)}


def _sources(folders: list[str]) -> Iterator[str | bytes]:
    """Every template that did not come with a package, whose version is known."""
    packages = Path(mkdocs.__file__).parents[1]
    for folder in map(Path, folders):
        if not folder.is_relative_to(packages):
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                yield from (str(path.relative_to(folder)), path.read_bytes())


def _text(value: Any) -> str:
    return json.dumps(value, default=_shown)


def _shown(value: Any) -> Any:
    """What a template sees of a value; of what is not known, something that is new every time."""
    if isinstance(value, Page):
        return _of_page(value)
    if isinstance(value, Navigation):
        return [_item(value.homepage), *map(_item, value.items)]
    if isinstance(value, BasePlugin):
        return value.config.data
    if isinstance(value, AnchorLink | SimpleNamespace):
        return vars(value)
    if isinstance(value, Mapping):
        return [*value.items()]
    if isinstance(value, UserDict):
        return value.data
    return f"{value.__module__}.{value.__qualname__}" if hasattr(value, "__qualname__") else repr(value)


def _of_page(page: Page) -> list[Any]:
    file, around = page.file, [page.previous_page, page.next_page, *page.ancestors]
    own = [
        page.markdown,
        page.content,
        [*page.toc],
        page.meta,
        page.canonical_url,
        page.edit_url,
        page.is_homepage,
    ]
    return [file.src_uri, file.url, str(page.title), *own, *map(_item, around)]


def _item(item: Any) -> Any:
    """An entry of the menu or a neighbour: its title, where it leads, and what is below it."""
    below = [_item(child) for child in item.children or ()] if item else []
    return item and [type(item).__name__, str(item.title), getattr(item, "url", ""), below]
