"""Links between hand-written pages lead to papers and terms that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from readinglist.checks import links
from readinglist.source.prose import Prose

GLOSSARY = (
    "Terms.\n\n## Dead end\n\nSee [crossing](#crossing).\n\n## Crossing\n\nOf [one](papers/first.md).\n"
)


def said(**pages: str) -> list[str]:
    """The problems of pages by file name, `papers__first` for `papers/first.md`."""
    prose = Prose("docs", {f"{name.replace('__', '/')}.md": text for name, text in pages.items()})
    found = links.dangling(prose, ["first", "second"], {"glossary.md", "about.md", "map.md"})
    return [f"{p.file}:{p.line}:{p.column}: {p.text}" for p in found]


def test_links_that_lead_somewhere_are_sound() -> None:
    """Papers and terms are found from any page; other links are the build's to check."""
    notes = "[a](second.md#the-idea), [b](../glossary.md#dead-end), [c](../about.md#x), [d](#the-idea), [e](https://x.org/papers/y.md)"
    assert said(papers__first=notes, about="[a](papers/first.md)", glossary=GLOSSARY) == []


BAD = [
    (
        "papers__first",
        "x\n\n[a](secnd.md)",
        "docs/papers/first.md:3:5: a link to 'papers/secnd.md', which is no",
    ),
    ("about", "[a](papers/third.md)", "docs/about.md:1:5: a link to 'papers/third.md', which is no paper"),
    (
        "papers__first",
        "[a](../glossary.md#crosing)",
        "docs/papers/first.md:1:5: a link to 'crosing', which is no term",
    ),
    (
        "glossary",
        "## A\n\n[b](#b)\n",
        "docs/glossary.md:3:5: a link to 'b', which is no term of the glossary",
    ),
]


@pytest.mark.parametrize(("name", "text", "start"), BAD)
def test_a_link_that_leads_nowhere_is_reported(name: str, text: str, start: str) -> None:
    """A misspelt paper or term is reported with its place and the likeliest meaning."""
    [problem] = said(**{"glossary": GLOSSARY} | {name: text})
    assert problem.startswith(start)


def test_the_fix_names_what_was_likely_meant() -> None:
    """The nearest paper or term is offered; without a glossary, writing one is."""
    assert said(about="[a](papers/frist.md)")[0].endswith("Did you mean 'first'?")
    assert said(about="[a](glossary.md#crosing)", glossary=GLOSSARY)[0].endswith("Did you mean 'crossing'?")
    assert said(about="[a](glossary.md#crossing)")[0].endswith("Write docs/glossary.md.")
    assert said(about="```\n[a](papers/frist.md)\n```\n") == []


PLACES = [
    ("[a](nowhere.md)", "1:5: a link to 'nowhere.md', which is not there"),
    ("[a](/map/)", "1:5: the address '/map/' leads out of the docs"),
    ("[a](../README.md)", "1:5: the address '../README.md' leads out of the docs"),
    ("[a](map/)", "1:5: a link to 'map', which is not there. Did you mean 'map.md'?"),
    ("[a](?x)", "1:5: the address '?x' names no page"),
    ("x\n\n![a](papers/b.png)", "3:6: the picture 'papers/b.png' is not there. Did you mean 'papers/a.png'?"),
    ("![a](about.md)", "1:6: the picture 'about.md' is not there"),
    ("[a][b]\n\n[b]: nowhere.md", "3:6: a link to 'nowhere.md', which is not there"),
    ("[a](page.md#none)", "1:5: a link to '#none', which page.md does not have"),
    ("[a](papers/first.md#none)", "1:5: a link to '#none', which papers/first.md does not have"),
]


@pytest.mark.parametrize(("text", "start"), PLACES)
def test_every_link_and_picture_is_looked_up(text: str, start: str) -> None:
    """Pages, pictures, labels and anchors that are not there are reported with their line."""
    prose = Prose("docs", {"page.md": text}, files={"papers/a.png": Path("a.png")})
    [problem] = links.dangling(prose, ["first"], {"map.md", "about.md"})
    assert f"{problem.line}:{problem.column}: {problem.text}".startswith(start)


def test_links_to_what_is_there_are_sound() -> None:
    """Pictures, generated pages, the parts of a paper's page, and pages in other scripts."""
    text = (
        "![a](papers/a.png) [b](map.md#x) [c](papers/first.md#key-results) [d](über.md#ü) [e](%C3%BCber.md)"
    )
    prose = Prose("docs", {"page.md": text, "über.md": "## Ü { #ü }"}, files={"papers/a.png": Path("a.png")})
    assert list(links.dangling(prose, ["first"], {"map.md"})) == []
