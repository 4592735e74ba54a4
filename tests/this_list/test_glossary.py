"""The glossary: every link to it finds its term, and every term is linked from somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify
from project import ROOT
from readinglist.text.terms import terms

DOCS = ROOT / "docs"
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")
TERMS = {slugify(name, "-"): name for name in re.findall(r"^## (.+)$", GLOSSARY, re.MULTILINE)}
PAGES = sorted(path for path in DOCS.rglob("*.md") if path.name != "glossary.md")


def links(path: Path) -> list[str]:
    """The terms that a page links to, in order."""
    return re.findall(r"\]\((?:\.\./)?glossary\.md#([^)\s]*)\)", path.read_text(encoding="utf-8"))


def test_every_term_is_linked_from_a_page() -> None:
    """No term stands in the glossary that no page leans on."""
    linked = {term for path in PAGES for term in links(path)}
    assert sorted(set(TERMS) - linked) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_link_finds_its_term_once_a_page(path: Path) -> None:
    """A page links only terms that are there, each where it is first needed and not again."""
    found = links(path)
    assert sorted(set(found) - set(TERMS)) == []
    assert sorted({term for term in found if found.count(term) > 1}) == []


def test_the_glossary_links_to_its_own_terms() -> None:
    """A link within the glossary leads to a term of it."""
    within = set(re.findall(r"\]\(#([^)\s]*)\)", GLOSSARY))
    assert sorted(within - set(TERMS)) == []


def test_terms_are_many_short_and_in_order() -> None:
    """Some sixty terms stand in alphabetical order, each reported in one to three sentences."""
    names = [name.lower() for name in TERMS.values()]
    assert len(names) >= 60
    assert names == sorted(names)
    for term in terms(GLOSSARY):
        assert 1 <= len(re.findall(r"[.:](?=\s+[A-Z]|$)", term.text)) <= 4, term.name
        assert len(term.text.split()) <= 110, term.name


@pytest.mark.parametrize("short", ["MoE", "GQA", "BPE", "CoT", "PEFT", "KV", "SFT", "MLM"])
def test_terms_have_their_usual_abbreviations(short: str) -> None:
    """What papers write in three letters is found under the name of the thing."""
    assert [term for term in terms(GLOSSARY) if short in term.abbreviations]
