"""References in every format: whole files to be read in review, and what other programs read of them.

`UPDATE_GOLDEN=1` rewrites the files; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser import entrypoint as bibtexparser
from builders import catalogue, entry
from pybtex.database import parse_string
from readinglist.citations import reference
from readinglist.citations.formats import FORMATS
from references import PAPERS

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("ending", FORMATS)
def test_each_format_is_this_file(ending: str) -> None:
    """The whole file, byte for byte."""
    file = GOLDEN / f"papers{ending}"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(FORMATS[ending](PAPERS), encoding="utf-8")
    assert FORMATS[ending](PAPERS).encode() == file.read_bytes()


@pytest.mark.parametrize("ending", [".bib", "-latex.bib"])
def test_pybtex_reads_every_author_and_field(ending: str) -> None:
    """Names come apart as they were put together, a group stays one, and every entry is there in order."""
    entries = parse_string(FORMATS[ending](PAPERS), "bibtex").entries
    assert [*entries] == [paper.id for paper in PAPERS]
    for paper in PAPERS:
        people = entries[paper.id].persons["author"]
        assert len(people) == len(paper.authors)
        assert entries[paper.id].fields["year"] == str(reference.year(paper))
        assert entries[paper.id].fields["eprint"] == paper.arxiv
    assert [str(person) for person in entries["hand"].persons["author"]] == ["{The Maze Group and Friends}"]
    casas = entries["mazo"].persons["author"][2]
    assert (casas.prelast_names, casas.last_names) == (["de", "las"], ["Casas"])


def test_bibtexparser_reads_the_fields_as_they_are() -> None:
    """A second parser finds the same entries, none of them broken."""
    library = _bibtexparser(FORMATS[".bib"](PAPERS))
    assert [entry["ID"] for entry in library] == [paper.id for paper in PAPERS]
    assert library[0]["title"].startswith(
        "{MAZO}: On the W-Shaped Halls of {eMaze-7} \\& 50\\% of {$O(n^2)$}"
    )


def _bibtexparser(text: str) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return [
        {"ID": entry.key} | {field.key: field.value for field in entry.fields} for entry in library.entries
    ]


def test_rispy_reads_every_record() -> None:
    """Types, authors in order, the first of the pages and the last."""
    records: list[dict[str, Any]] = rispy.loads(FORMATS[".ris"](PAPERS))
    assert [record["type_of_reference"] for record in records] == ["CPAPER", "UNPB", "JOUR", "RPRT"]
    first = records[0]
    assert first["authors"] == ["Galois, Évariste", "Sierpiński, Wacław", "de las Casas, Diego"]
    assert (first["start_page"], first["end_page"], first["doi"]) == ("5998", "6008", "10.1000/maze_1")
    assert not any("unknown_tag" in record for record in records)


def test_csl_items_have_what_processors_ask_for() -> None:
    """Each has an id, a known type, names in parts, and a date in numbers."""
    items = json.loads(FORMATS[".csl.json"](PAPERS))
    assert [item["type"] for item in items] == ["paper-conference", "article", "article-journal", "report"]
    assert items[0]["issued"] == {"date-parts": [[2019]]}
    assert items[1]["issued"] == {"date-parts": [[2017, 6, 12]]}
    assert items[1]["author"] == [{"literal": "The Maze Group and Friends"}]
    assert items[0]["page"] == "5998-6008"


def test_the_year_is_the_venue_s_or_that_of_version_1() -> None:
    """Never that of the latest version."""
    assert [reference.year(paper) for paper in PAPERS] == [2019, 2017, 2024, 2018]


def test_capitals_are_kept_where_they_carry_meaning() -> None:
    """Acronyms, mixed case and what a name consists of are in braces; other words are not."""
    for title, nickname, expected in (
        ("MAZ-3 and WaLL for IO-Aware Walks", "X", "{MAZ-3} and {WaLL} for {IO}-Aware Walks"),
        ("Ada: A Method", "Ada", "{Ada}: A Method"),
        ("Ada of Experts", "Ada", "{Ada} of Experts"),
        ("Adaptive Experts", "Ada", "Adaptive Experts"),
        ("The Heap: An 800GB Set", "The Heap", "{The} {Heap}: An {800GB} Set"),
        ("Great Laws for Mazes", "Great Laws", "Great Laws for Mazes"),
    ):
        paper = catalogue(entry("first", title=title, nickname=nickname)).papers
        assert f"  title = {{{expected}}},\n" in FORMATS[".bib"](paper)


def test_the_second_file_is_in_ascii_as_far_as_latex_goes() -> None:
    r"""Accents become `{\'E}`, which BibTeX sorts as a letter; a script that LaTeX has no commands for stays."""
    text = FORMATS["-latex.bib"](PAPERS)
    assert "{\\'E}variste" in text and "Wac{\\l}aw Sierpi{\\'n}ski" not in text
    assert "Sierpi{\\'n}ski, Wac{\\l}aw" in text
    assert {found[0] for found in re.finditer(r"[^\x00-\x7f]", text)} == set("ὙἈπατίαλεξνδρε")
