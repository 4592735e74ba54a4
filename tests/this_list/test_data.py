"""What programs read of this list."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

from project import ROOT
from readinglist import site
from readinglist.exports import data, reader_data


def test_the_published_catalogue_is_as_its_schema_says(tmp_path: Path) -> None:
    """A validator of JSON Schema has nothing to say about the catalogue of this list."""
    edition = site.load(ROOT / "papers.yaml")
    (tmp_path / "catalogue.json").write_text(data.catalogue_json(edition), encoding="utf-8")
    (tmp_path / "schema.json").write_text(data.schema_json(), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", "schema.json", "catalogue.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_what_every_page_loads_is_small() -> None:
    """The file that the scripts read stays under 6 KB as it is sent."""
    edition = site.load(ROOT / "papers.yaml")
    assert len(gzip.compress(reader_data.dumped(edition.catalogue).encode())) < 6_000
