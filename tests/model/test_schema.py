"""The JSON Schema that editors complete from: fresh, described throughout, and of one mind with the checks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builders import TEACHING, entry, source
from project import ROOT
from readinglist.model import schema
from readinglist.source import yaml_reader

FILE = ROOT / "docs/papers.schema.json"


def test_the_schema_is_fresh() -> None:
    """The committed schema is what the model gives now; run scripts/write_schema.py where it is not."""
    assert FILE.read_text(encoding="utf-8") == schema.dumped(), "Run scripts/write_schema.py."


def _keys(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        for name, key in node.get("properties", {}).items():
            yield f"{path}.{name}", key
        for name, child in node.items():
            yield from _keys(child, f"{path}/{name}")
    elif isinstance(node, list):
        for child in node:
            yield from _keys(child, path)


def test_every_key_teaches() -> None:
    """Every key has a description and an example, and none offers null."""
    keys = dict(_keys(schema.schema()))
    assert len(keys) > 40
    assert [name for name, key in keys.items() if not key.get("description") or not key.get("examples")] == []
    assert '"null"' not in schema.dumped()


def _judged(file: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(FILE), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_editors_accept_a_sound_catalogue(tmp_path: Path) -> None:
    """A validator of JSON Schema has nothing to say about an entry that the checks accept."""
    (tmp_path / "papers.yaml").write_bytes(source(entry("first", **TEACHING)))
    done = _judged(tmp_path / "papers.yaml")
    assert done.returncode == 0, done.stdout


def test_editors_refuse_the_broken_one(tmp_path: Path) -> None:
    """It refuses the broken catalogue, for misspelt keys, missing ones and values of another type."""
    broken = yaml_reader.read(ROOT / "tests/data/broken.yaml", "broken.yaml")
    (tmp_path / "broken.json").write_text(json.dumps(broken.data, default=lambda _: None))
    done = _judged(tmp_path / "broken.json")
    assert done.returncode == 1
    for sign in ("'descripton' was unexpected", "'sixty' is not of type 'integer'", "'MAP_3' does not match"):
        assert sign in done.stdout
