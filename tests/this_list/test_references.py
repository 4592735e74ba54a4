"""References to the eighteen, with what is often wrong about them elsewhere."""

from __future__ import annotations

import re

import pytest
import yaml
from project import ROOT
from pybtex.database import parse_string
from readinglist.citations import reference
from readinglist.citations.formats import FORMATS
from readinglist.model.edition import Edition

YEARS = {
    "attention": 2017, "bert": 2019, "gpt-3": 2020, "constitutional-ai": 2022, "scaling-laws": 2020,
    "instructgpt": 2022, "llama": 2023, "flashattention": 2022, "dpo": 2023, "lora": 2022, "ppo": 2017,
    "sparks-of-agi": 2023, "gpt-4": 2023, "zero": 2020, "adam": 2015, "rope": 2024, "the-pile": 2020,
    "mixtral": 2024,
}  # fmt: skip


@pytest.fixture(scope="module")
def bibtex(edition: Edition) -> str:
    """The references to all of them."""
    return FORMATS[".bib"](edition.catalogue.papers)


def test_the_year_is_that_of_the_venue_or_of_version_1(edition: Edition) -> None:
    """No year of a latest version."""
    assert {paper.id: reference.year(paper) for paper in edition.catalogue.papers} == YEARS


def test_acronyms_and_names_keep_their_capitals(bibtex: str) -> None:
    """Each is in braces wherever a title has it."""
    titles = "\n".join(re.findall("  title = .*", bibtex))
    for name in ("BERT", "GPT-4", "LoRA", "LLaMA", "ZeRO", "RoFormer", "FlashAttention", "IO", "Adam", "AI"):
        assert f"{{{name}}}" in titles
    for name in ("Pile", "Mixtral", "800GB"):
        assert f"{{{name}}}" in titles


def test_every_author_is_there_and_a_group_is_one(bibtex: str, edition: Edition) -> None:
    """Fifty-one are fifty-one, and OpenAI has no given name."""
    entries = parse_string(bibtex, "bibtex").entries
    assert {paper.id: len(paper.authors) for paper in edition.catalogue.papers} == {
        key: len(entry.persons["author"]) for key, entry in entries.items()
    }
    assert "  author = {{OpenAI}},\n" in bibtex
    assert "10.5555/" not in bibtex


def test_accents_are_kept_and_have_commands_in_the_second_file(bibtex: str, edition: Edition) -> None:
    """The second is ASCII from its first byte to its last."""
    latex = FORMATS["-latex.bib"](edition.catalogue.papers)
    assert latex.isascii()
    for name, command in (
        ("Łukasz", r"{\L}ukasz"),
        ("Timothée", r"Timoth{\'e}e"),
        ("Rozière", r"Rozi{\`e}re"),
        ("Ré,", r"R{\'e},"),
    ):
        assert name in bibtex and command in latex


def test_the_list_is_cited_by_its_own_words(edition: Edition) -> None:
    """CITATION.cff says of the list what the catalogue says."""
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    catalogue = edition.catalogue
    assert (said["title"], said["abstract"]) == (catalogue.title, catalogue.description)
