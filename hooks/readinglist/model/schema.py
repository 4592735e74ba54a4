"""The JSON Schema of a catalogue, for editors: what the model says, in the form that completion reads."""

from __future__ import annotations

import json
from typing import Any

from readinglist.model.catalogue import Catalogue


def schema() -> dict[str, Any]:
    """The schema as plain data; every key of it has a description and an example."""
    made = Catalogue.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **{key: value for key, value in _tidied(made).items() if key != "title"},
    }


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
