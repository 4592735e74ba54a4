"""The complete catalogue for other programs: nothing is lost, what follows is added, and the schema agrees."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sample
from builders import TEACHING, catalogue, entry
from readinglist import site
from readinglist.exports import data
from readinglist.model.catalogue import Catalogue

PAPERS = catalogue(
    entry("first", title="Of $x$ & *more*", aliases=["eerste"], added="2026-01-02", **TEACHING),
    entry(
        "second",
        2,
        authors=[{"given": "Diego", "family": "de las Casas"}, {"group": "The Maze Group"}],
        publication={"kind": "journal", "name": "A Journal", "year": 2018, "volume": "7"},
        departures=[{"key": "title", "reason": "arXiv cut it."}],
        prerequisites=[{"paper": "first", "reason": "It lays the ground."}],
    ),
    language="nl",
    tracks=[{"id": "all", "name": "All", "description": "All.", "order": "prerequisites"}],
)


def made(papers: Catalogue, url: str = "") -> dict[str, Any]:
    """The complete catalogue as programs read it."""
    return dict(json.loads(data.catalogue_json(site.Edition(papers, site_url=url))))


def without_what_follows(read: dict[str, Any]) -> dict[str, Any]:
    """Only what was written by people."""
    papers = [
        {key: value for key, value in paper.items() if key not in {"number", "unlocks", "places"}}
        for paper in read["papers"]
    ]
    tracks = [{key: value for key, value in track.items() if key != "papers"} for track in read["tracks"]]
    kept = {key: value for key, value in read.items() if key not in {"$schema", "version", "site"}}
    return kept | {"papers": papers, "tracks": tracks}


@pytest.mark.parametrize("papers", [PAPERS, sample.catalogue()])
def test_nothing_is_lost(papers: Catalogue) -> None:
    """Read back, the catalogue is the one that was written."""
    assert Catalogue.model_validate_json(json.dumps(without_what_follows(made(papers)))) == papers


def test_what_follows_is_there() -> None:
    """Numbers, what a paper unlocks, the papers of a track, and addresses: whole ones where the site has one."""
    read = made(PAPERS, "https://list.example/x")
    first, second = read["papers"]
    assert (first["number"], second["number"]) == (1, 2)
    assert first["unlocks"] == [{"paper": "second", "reason": "It lays the ground."}]
    assert second["unlocks"] == []
    assert read["tracks"][0]["papers"] == ["first", "second"]
    assert read["site"] == "https://list.example/x/"
    assert first["places"]["page"] == "https://list.example/x/papers/first/"
    here = made(PAPERS)
    assert "site" not in here
    assert here["papers"][0]["places"]["data"] == "papers/first.json"


def test_a_paper_has_a_file_that_says_the_same() -> None:
    """The file of a paper holds what the whole catalogue says of it, and the version."""
    outputs = {output.uri: output.content for output in site.files(site.Edition(PAPERS), "")}
    for paper in json.loads(outputs["catalogue.json"])["papers"]:
        assert json.loads(outputs[paper["places"]["data"]]) == {"version": data.VERSION, "paper": paper}


def judged(folder: Path, read: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """What a validator of JSON Schema says of a catalogue."""
    (folder / "schema.json").write_text(data.schema_json())
    (folder / "read.json").write_text(json.dumps(read))
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", "schema.json", "read.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("papers", [PAPERS, sample.catalogue()])
def test_the_schema_describes_it(tmp_path: Path, papers: Catalogue) -> None:
    """A validator finds nothing amiss in what is published, with and without an address of the site."""
    for url in ("", "https://list.example/"):
        done = judged(tmp_path, made(papers, url))
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("key", "value"), [("number", "1"), ("unlocks", None), ("authors", ["Ada Lovelace"]), ("nickname", 1)]
)
def test_the_schema_refuses_another_form(tmp_path: Path, key: str, value: object) -> None:
    """It is strict: a value of another type, or an author as plain text, is not what is published."""
    read = made(PAPERS)
    read["papers"][0][key] = value
    assert judged(tmp_path, read).returncode == 1
