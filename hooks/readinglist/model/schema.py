"""JSON Schemas: what a model says, in the form that editors and other programs read."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from readinglist.model.catalogue import Catalogue

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of `papers.yaml` as plain data; every key of it has a description and an example."""
    return {"$schema": _DIALECT, **_tidied(Catalogue.model_json_schema())}


def of_published(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of what is written of a model: as it is read, but in the one form that is written."""
    return {"$schema": _DIALECT, **_tidied(model.model_json_schema(mode="serialization"))}


def dumped() -> str:
    """The schema as the text of `docs/papers.schema.json`."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _tidied(node: Any) -> Any:
    """Without the titles that pydantic derives, and without null: a key that is not used is left out."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if not (key == "title" and isinstance(value, str))}
    if kept.get("default", ...) is None:
        del kept["default"]
    options = [option for option in kept.get("anyOf", []) if option != {"type": "null"}]
    if len(options) == 1:
        kept = options[0] | {key: value for key, value in kept.items() if key != "anyOf"}
    return {key: value if key == "examples" else _tidied(value) for key, value in kept.items()}
