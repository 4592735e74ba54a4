"""What the core makes of a catalogue and says of it, from the store where nothing that it is made of changed.

The core is pure: of the same list it always makes the same pages and files, and finds the same problems.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import Any

from mkdocs_cache import Store
from readinglist import site
from readinglist.problems import Problem


def problems(store: Store, made_of: Sequence[str], find: Callable[[], list[Problem]]) -> list[Problem]:
    """What the rules find in a list that is made of these texts."""
    key = store.key("problems", *made_of)
    return [Problem(*fields) for fields in store.made(key, lambda: [astuple(one) for one in find()])]


def files(store: Store, edition: site.Edition, site_url: str) -> list[site.Output]:
    """Every page and file of an edition, all anew where it is another in anything."""
    key = store.key("product", site_url, *_made_of(edition))
    made = store.made(key, lambda: [_written(output) for output in site.files(edition, site_url)])
    return [_read(fields) for fields in made]


def _made_of(edition: site.Edition) -> list[str]:
    beside = edition.prose, edition.lines, edition.name, edition.folder, edition.texts, [*edition.pictures]
    return [edition.catalogue.model_dump_json(), json.dumps(beside), repr(edition.notices)]


def _written(output: site.Output) -> list[Any]:
    content = output.content if isinstance(output.content, str) else [b64encode(output.content).decode()]
    return [output.uri, content, output.line, output.at]


def _read(fields: list[Any]) -> site.Output:
    uri, content, line, at = fields
    return site.Output(uri, content if isinstance(content, str) else b64decode(content[0]), line, at)
