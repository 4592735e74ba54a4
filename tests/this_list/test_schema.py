"""Editors know the format of this list."""

from __future__ import annotations

import subprocess
import sys

from project import ROOT

SCHEMA, CATALOGUE = ROOT / "docs/papers.schema.json", ROOT / "papers.yaml"


def test_the_catalogue_names_its_schema() -> None:
    """The first line of papers.yaml points editors to the schema."""
    first = CATALOGUE.read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=docs/papers.schema.json"


def test_editors_accept_it() -> None:
    """A validator of JSON Schema has nothing to say about papers.yaml."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), str(CATALOGUE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
