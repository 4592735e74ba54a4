"""Links between hand-written pages lead to papers and terms that are there."""

from __future__ import annotations

import pytest
from readinglist.checks import links
from readinglist.source.prose import Prose

GLOSSARY = "Terms.\n\n## KV cache\n\nSee [softmax](#softmax).\n\n## Softmax\n\nOf [one](papers/first.md).\n"


def told(**pages: str) -> list[str]:
    """The problems of pages by file name, `papers__first` for `papers/first.md`."""
    prose = Prose("docs", {f"{name.replace('__', '/')}.md": text for name, text in pages.items()})
    found = links.dangling(prose, ["first", "second"], {"glossary.md", "about.md", "map.md"})
    return [f"{p.file}:{p.line}:{p.column}: {p.text}" for p in found]


def test_links_that_lead_somewhere_are_sound() -> None:
    """Papers and terms are found from any page; other links are the build's to check."""
    notes = "[a](second.md#the-idea), [b](../glossary.md#kv-cache), [c](../about.md#x), [d](#the-idea), [e](https://x.org/papers/y.md)"
    assert told(papers__first=notes, about="[a](papers/first.md)", glossary=GLOSSARY) == []


BAD = [
    (
        "papers__first",
        "x\n\n[a](secnd.md)",
        "docs/papers/first.md:3:5: a link to 'papers/secnd.md', which is no",
    ),
    ("about", "[a](papers/third.md)", "docs/about.md:1:5: a link to 'papers/third.md', which is no paper"),
    (
        "papers__first",
        "[a](../glossary.md#softmx)",
        "docs/papers/first.md:1:5: a link to 'softmx', which is no term",
    ),
    (
        "glossary",
        "## A\n\n[b](#b)\n",
        "docs/glossary.md:3:5: a link to 'b', which is no term of the glossary",
    ),
]


@pytest.mark.parametrize(("name", "text", "said"), BAD)
def test_a_link_that_leads_nowhere_is_told(name: str, text: str, said: str) -> None:
    """A misspelt paper or term is told with its place and the likeliest meaning."""
    [problem] = told(**{"glossary": GLOSSARY} | {name: text})
    assert problem.startswith(said)


def test_the_fix_names_what_was_likely_meant() -> None:
    """The nearest paper or term is offered; without a glossary, writing one is."""
    assert told(about="[a](papers/frist.md)")[0].endswith("Did you mean 'first'?")
    assert told(about="[a](glossary.md#softmx)", glossary=GLOSSARY)[0].endswith("Did you mean 'softmax'?")
    assert told(about="[a](glossary.md#softmax)")[0].endswith("Write docs/glossary.md.")
    assert told(about="```\n[a](papers/frist.md)\n```\n") == []
