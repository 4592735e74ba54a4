"""The real papers.yaml: the eighteen, in their order, as the list promises them."""

from __future__ import annotations

import re

import pytest
import yaml
from project import ROOT
from readinglist import site
from readinglist.model import routes
from readinglist.model.catalogue import Catalogue
from readinglist.pages import bylines
from readinglist.text import markdown

# Place by place: id, arXiv id, year, by line.
EIGHTEEN = [
    ("attention", "1706.03762", 2017, "Vaswani et al. (Google and University of Toronto)"),
    ("bert", "1810.04805", 2018, "Devlin et al. (Google)"),
    ("gpt-3", "2005.14165", 2020, "Brown et al. (OpenAI)"),
    ("constitutional-ai", "2212.08073", 2022, "Bai et al. (Anthropic)"),
    ("scaling-laws", "2001.08361", 2020, "Kaplan et al. (OpenAI)"),
    ("instructgpt", "2203.02155", 2022, "Ouyang et al. (OpenAI)"),
    ("llama", "2302.13971", 2023, "Touvron et al. (Meta AI)"),
    ("flashattention", "2205.14135", 2022, "Dao et al. (Stanford and others)"),
    ("dpo", "2305.18290", 2023, "Rafailov et al. (Stanford and CZ Biohub)"),
    ("lora", "2106.09685", 2021, "Hu et al. (Microsoft)"),
    ("ppo", "1707.06347", 2017, "Schulman et al. (OpenAI)"),
    ("sparks-of-agi", "2303.12712", 2023, "Bubeck et al. (Microsoft)"),
    ("gpt-4", "2303.08774", 2023, "OpenAI"),
    ("zero", "1910.02054", 2019, "Rajbhandari et al. (Microsoft)"),
    ("adam", "1412.6980", 2014, "Kingma & Ba"),
    ("rope", "2104.09864", 2021, "Su et al. (Zhuiyi)"),
    ("the-pile", "2101.00027", 2020, "Gao et al. (EleutherAI)"),
    ("mixtral", "2401.04088", 2024, "Jiang et al. (Mistral AI)"),
]

# What builds on what in this list; fixed here so that an edge is not lost by accident.
NEEDS = {
    "bert": {"attention"},
    "gpt-3": {"attention", "bert", "scaling-laws"},
    "constitutional-ai": {"instructgpt", "ppo"},
    "scaling-laws": {"attention"},
    "instructgpt": {"gpt-3", "ppo"},
    "llama": {"attention", "gpt-3", "scaling-laws", "flashattention", "rope", "the-pile"},
    "flashattention": {"attention", "bert"},
    "dpo": {"instructgpt", "ppo"},
    "lora": {"attention", "gpt-3", "adam"},
    "sparks-of-agi": {"gpt-4"},
    "gpt-4": {"attention", "gpt-3", "scaling-laws", "instructgpt"},
    "zero": {"attention", "adam"},
    "rope": {"attention", "bert"},
    "the-pile": {"gpt-3"},
    "mixtral": {"attention", "llama", "dpo"},
}

AUTHORS = {
    "attention": 8,
    "gpt-3": 31,
    "constitutional-ai": 51,
    "instructgpt": 20,
    "llama": 14,
    "mixtral": 26,
}


@pytest.fixture(scope="module")
def eighteen() -> Catalogue:
    """The catalogue of the project, which passes every check."""
    return site.load(ROOT / "papers.yaml", "papers.yaml").catalogue


def test_every_yaml_reader_understands_it() -> None:
    """PyYAML in pure Python, stricter than libyaml about inline mappings, reads the same."""
    source = (ROOT / "papers.yaml").read_text()
    assert yaml.load(source, Loader=yaml.SafeLoader) == yaml.load(
        source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )


def test_the_eighteen_in_order(eighteen: Catalogue) -> None:
    """Ids, arXiv ids, years and by lines stand as the list promises, in this order."""
    assert [(p.id, p.arxiv, p.year, bylines.by_line(p)) for p in eighteen.papers] == EIGHTEEN


def test_every_prerequisite_is_there(eighteen: Catalogue) -> None:
    """The edges of the list are complete, and no other was added unnoticed."""
    assert {p.id: {e.paper for e in p.prerequisites} for p in eighteen.papers if p.prerequisites} == NEEDS


def test_no_author_is_missing(eighteen: Catalogue) -> None:
    """The longest lists of authors are whole."""
    assert {id: len(eighteen.paper(id).authors) for id in AUTHORS} == AUTHORS


def test_every_paper_has_its_days_and_its_publication(eighteen: Catalogue) -> None:
    """Each says when it was added; those with a venue have a publication of its year, and no others."""
    assert [paper.id for paper in eighteen.papers if not paper.added] == []
    venues = {paper.id for paper in eighteen.papers if paper.venue}
    published = {paper.id: paper.publication.year for paper in eighteen.papers if paper.publication}
    assert published == {
        "attention": 2017,
        "bert": 2019,
        "gpt-3": 2020,
        "instructgpt": 2022,
        "flashattention": 2022,
        "dpo": 2023,
        "lora": 2022,
        "zero": 2020,
        "adam": 2015,
        "rope": 2024,
    }
    assert venues == set(published)


def test_the_list_keeps_to_what_can_be_said(eighteen: Catalogue) -> None:
    """Claims that are common and wrong do not come back into the annotations."""
    said = {paper.id: f"{paper.annotation} {paper.why_here}" for paper in eighteen.papers}
    assert "70B" not in said["lora"]
    assert "QLoRA" in said["lora"]
    assert "Claude" not in said["rope"]
    assert "does not describe its training" in said["constitutional-ai"]
    assert "contested" in said["sparks-of-agi"]
    assert "withholds" in said["gpt-4"]
    assert "quadratic" in said["flashattention"]
    assert "earlier work" in said["instructgpt"]
    assert "frozen reference model" in said["dpo"]


PARTS = ("one_sentence", "guide", "results", "limits", "aged", "next", "questions")


def test_every_paper_teaches(eighteen: Catalogue) -> None:
    """No paper lacks a part of its entry, and each says where more can be found."""
    lacking = [(paper.id, part) for paper in eighteen.papers for part in PARTS if not getattr(paper, part)]
    assert lacking == []


NOTES = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs/papers").glob("*.md")}


@pytest.mark.parametrize("id", [id for id, *_ in EIGHTEEN])
def test_every_paper_has_notes_with_all_parts(id: str) -> None:
    """The notes of each paper tell the problem, the idea and the equations, in this order."""
    parts = markdown.parts(NOTES[id])
    assert tuple(parts) == markdown.PARTS
    assert all(len(part.split()) >= (10 if name == "Key equations" else 60) for name, part in parts.items())


@pytest.mark.parametrize("id", [id for id, *_ in EIGHTEEN])
def test_every_equation_names_its_symbols(id: str) -> None:
    """Under each heading of the equations stands a formula, and a table of what its symbols are."""
    equations = markdown.parts(NOTES[id])["Key equations"]
    sections = re.split(r"^### .*$", equations, flags=re.MULTILINE)[1:]
    assert sections or "no equation" in equations
    for section in sections:
        assert "$$" in section, section
        assert re.search(r"^\| Symbols? \|.*\b(Shape|Unit)", section, re.MULTILINE), section


def test_the_guides_name_the_latest_version(eighteen: Catalogue) -> None:
    """Every reading guide is pinned to the version that arXiv shows now."""
    old = {
        paper.id for paper in eighteen.papers if paper.guide and paper.guide.version != paper.latest.version
    }
    assert old == set()


def test_the_tracks_are_those_promised(eighteen: Catalogue) -> None:
    """A computed track and four by hand, the weekend one within two days."""
    ways = {track.id: routes.stops(eighteen, track) for track in eighteen.tracks}
    assert set(ways) == {"prerequisites", "weekend", "alignment", "systems", "build-your-own"}
    assert len(ways["prerequisites"]) == 18
    assert not any(stop.missing for stop in ways["prerequisites"])
    assert routes.minutes(ways["weekend"]) <= 12 * 60
