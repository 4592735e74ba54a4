"""Data into the typed catalogue: what the model refuses becomes problems with a place and a fix.

Types judge single values; every rule that looks at more than one is in the table of `rules`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from readinglist.model.catalogue import Catalogue
from readinglist.problems import Path, Problem, Refused, did_you_mean, nearest, quoted
from readinglist.source.document import Document
from readinglist.source.yaml_reader import is_bent
from readinglist.text.formulas import check_text, check_words
from readinglist.text.unfinished import is_unfinished


@dataclass(frozen=True)
class Typed:
    """What the model makes of a document: the catalogue where it takes all of it, else what is wrong.

    `refused` are the paths of the values that it does not take, and of keys that were misspelt.
    """

    catalogue: Catalogue | None = None
    problems: Sequence[Problem] = ()
    refused: Collection[Path] = frozenset()


def typed(document: Document) -> Typed:
    """The document as the model takes it: every value judged by itself."""
    if not isinstance(document.data, dict):
        fix = "Write title, description, topics, levels and papers"
        problem = document.problem((), "the catalogue is not a mapping of keys to values", fix)
        return Typed(problems=() if document.problems else (problem,))
    try:
        return Typed(Catalogue.model_validate_json(json.dumps(document.data, default=lambda _: None)))
    except ValidationError as error:
        found = error.errors(include_url=False)
    misspelt = {
        (*error["loc"][:-1], _meant(error["loc"])) for error in found if error["type"] == "extra_forbidden"
    }
    reported = (error for error in found if not _echo(document, error, misspelt))
    problems = tuple(problem for error in reported for problem in _problems(document, error))
    refused = {error["loc"] for error in found if error["type"] != "missing"}
    return Typed(None, problems, refused | (misspelt - document.spans.keys()))


def _meant(path: Path) -> str:
    """The key that an unknown one is most like; empty where it is like none."""
    model = _model(path[:-1])
    return nearest(str(path[-1]), model.model_fields) if model else ""


def _echo(document: Document, error: ErrorDetails, misspelt: Collection[Path]) -> bool:
    """Whether an error only repeats another: a refused value's, a misspelt key's, a list's bad items'."""
    if error["type"] == "missing":
        return error["loc"] in misspelt
    value = document.value(document.known(error["loc"]))
    short = error["type"] == "too_short" and len(value or ()) >= error["ctx"]["min_length"]
    within = value.values() if isinstance(value, dict) and error["type"] == "value_error" else ()
    return is_bent(value) or short or any(map(is_bent, within))


def _problems(document: Document, error: ErrorDetails) -> Iterator[Problem]:
    refused = error.get("ctx", {}).get("error")
    if isinstance(refused, Refused):
        for at, message, fix in refused.faults or ((None, refused.message, refused.fix),):
            yield document.problem(error["loc"], message, fix, at=at)
    else:
        yield _problem(document, error)


def _problem(document: Document, error: ErrorDetails) -> Problem:
    path, kind = error["loc"], error["type"]
    value = document.value(document.known(path))
    name = str(path[-1]) if path else ""
    if kind == "missing":
        message, fix = f"the key {quoted(name)} is missing", _example(path)
        return document.problem(document.known(path), message, fix)
    if kind == "extra_forbidden":
        model = _model(path[:-1])
        fix = did_you_mean(name, model.model_fields) if model else "Delete it"
        return document.problem(path, f"unknown key {quoted(name)}", fix, key=True)
    return document.problem(
        path, _said(error, name, value), _retyped(error["type"], name, value) or _example(path)
    )


def _retyped(kind: str, name: str, value: Any) -> str:
    """How to write the very value, where only its quotes are wrong."""
    if kind.startswith("int") and isinstance(value, str) and value.isdecimal():
        return f"Write {name}: {value}, without quotes"
    if kind == "string_type" and isinstance(value, int):
        return f'Write {name}: "{value}"'
    return ""


_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "date_type": "a date in quotes",
    "tuple_type": "a list",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "dict_type": "a mapping of keys to values",
}


def _said(error: ErrorDetails, name: str, value: Any) -> str:
    """What is wrong with a value, in a sentence that holds the value."""
    kind, context = error["type"], error.get("ctx", {})
    if isinstance(value, str) and is_unfinished(value):
        return f"unfinished: {quoted(value)} is left over"
    shown = quoted(
        json.dumps(value, ensure_ascii=False, default=str) if not isinstance(value, str) else value
    )
    if kind in _WANTED:
        return f"{_label(error['loc'])} must be {_WANTED[kind]}, not {shown}"
    if kind.startswith("date"):
        return f"{shown} is not a date"
    if kind == "too_short":
        size, least = len(value), context["min_length"]
        items = "item" if size == 1 else "items"
        few = f"has {size} {items}, and needs at least {least}" if size else "is an empty list"
        return f"{_label(error['loc'])} {few}"
    if kind == "literal_error":
        return f"{shown} is not one of {context['expected']}"
    if kind in {"string_too_long", "too_long"}:
        unit = "characters" if isinstance(value, str) else "items"
        return f"{quoted(name)} has more than {context['max_length']} {unit}"
    limits = {
        "greater_than_equal": ("at least", "ge"),
        "less_than_equal": ("at most", "le"),
        "multiple_of": ("a multiple of", "multiple_of"),
    }
    if kind in limits:
        words, key = limits[kind]
        return f"{quoted(name)} must be {words} {context[key]}, not {shown}"
    return f"{_label(error['loc'])}: {error['msg']}"


def _label(path: Path) -> str:
    """The key that a path ends in, or the list whose item it is."""
    if path and isinstance(path[-1], int):
        return f"an item of {quoted(_key(path))}"
    return quoted(_key(path) or "the catalogue")


def _key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _example(path: Path) -> str:
    """How to write the key at a path, from the example that the model carries."""
    key = _key(path)
    parents = path[: max((i for i, step in enumerate(path) if step == key), default=0)]
    model = _model(parents)
    field = model.model_fields.get(key) if model else None
    if field is None or not field.examples:
        return f"Write {key} as the other entries do" if key else ""
    example = json.dumps(field.examples[0], ensure_ascii=False)
    return f"Write for example {key}: {example}"


def _model(path: Path) -> type[BaseModel] | None:
    """The class of the object at a path of the catalogue."""
    model: type[BaseModel] | None = Catalogue
    for step in path:
        if isinstance(step, str):
            fields: Mapping[str, FieldInfo] = model.model_fields if model else {}
            model = next(_models(fields[step].annotation), None) if step in fields else None
    return model


def holds_text(path: Path) -> bool:
    """Whether people write words at a path of the catalogue, and not an id, a date or a number."""
    model = _model(path[:-1])
    field = model.model_fields.get(str(path[-1])) if model else None
    checks = [] if field is None else [*field.metadata, *_metadata(field.annotation)]
    return any(getattr(check, "func", None) in {check_text, check_words} for check in checks)


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata(argument)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
