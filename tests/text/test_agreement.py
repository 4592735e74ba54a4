"""What the checks read in a page and what the engine makes of it are the same."""

from __future__ import annotations

import re

import markdown as engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from mkdocs.config import load_config
from payloads import NOTES, page_of
from project import ROOT
from readinglist.checks import prose
from readinglist.text import markup
from readinglist.text.anchors import slug
from readinglist.text.blocks import Code
from readinglist.text.markdown import Page

CONFIG = load_config(str(ROOT / "mkdocs.yml"))
CONFIG.mdx_configs["toc"]["slugify"] = slug


def made(page: Page) -> str:
    """What the engine makes of a page, with the extensions of the site."""
    return engine.markdown(
        page.rendered(), extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs
    )


def flat(text: str) -> str:
    """Words without the white space between them, which HTML does not keep."""
    return "".join(text.split())


def read(page: Page) -> dict[str, list[str]]:
    """The code, links, pictures and anchors of a page as the checks read them."""
    links = [(link.picture, link.address) for link in page.links]
    spans = [piece.value for found in page.pieces.values() for piece in found if piece.kind == "code"]
    return {
        "blocks": [flat(block.text) for block in page.blocks if isinstance(block, Code)],
        "spans": [flat(span) for span in spans if flat(span)],
        "links": sorted(flat(address) for picture, address in links if not picture),
        "pictures": sorted(flat(address) for picture, address in links if picture),
        "anchors": [heading.anchor for heading in page.headings],
    }


def shown(source: str) -> dict[str, list[str]]:
    """The same of what the engine made."""
    tree = html.fromstring(f"<div>{source}</div>")
    code = [flat(node.text_content()) for node in tree.xpath("//pre")]
    spans = [flat(node.text_content()) for node in tree.xpath("//code[not(ancestor::pre)]")]
    return {
        "blocks": code,
        "spans": [span for span in spans if span],
        "links": sorted(_address(one) for one in tree.xpath("//a[not(@class='headerlink')]/@href")),
        "pictures": sorted(_address(one) for one in tree.xpath("//img/@src")),
        "anchors": [str(one) for one in tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4]/@id")],
    }


def _address(written: str) -> str:
    return flat(re.sub("%([0-9A-F]{2})", lambda code: chr(int(code[1], 16)), written))


def agree(text: str) -> None:
    """Holds a page that the checks take against what the engine makes of it."""
    written = page_of(text)
    if list(prose.problems(written, ())):
        return
    page = Page(written.pages["page.md"])
    source = made(page)
    assert shown(source) == read(page)
    assert [fault for tag in markup.tags(source) for fault in markup.faults(tag)] == []


@pytest.mark.parametrize("text", NOTES)
def test_hostile_pages_are_read_alike(text: str) -> None:
    """Each string of the corpus that is taken."""
    agree(text)


SHARP = st.sampled_from(
    [
        *(
            "`",
            "``",
            "```\n",
            "\n```\n",
            "```python\n",
            "~~~\n",
            "$",
            "$$",
            "x",
            " ",
            "\n",
            "\n\n",
            "    ",
            "-   ",
            "> ",
        ),
        *(
            "[",
            "]",
            "](b.md)",
            "[a](b.md)",
            "![",
            "](c.png)",
            "[a]: d.md\n",
            "[a]",
            "][a]",
            "<https://e.org/>",
            "\\",
        ),
        *(
            "## ",
            "#",
            "|",
            "| a | b |\n|---|---|\n",
            "*",
            "**",
            "_",
            "{ .rl-button }",
            "{ #b }",
            "{",
            "}",
            "1. ",
            ":   ",
        ),
        *(
            '!!! note "a"\n',
            "??? tip\n",
            "&",
            "&amp;",
            "a",
            "b ",
            '"',
            "'",
            "(",
            ")",
            "<",
            ">",
            "é",
            "\\`",
            "\\[",
        ),
    ]
)


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(st.lists(SHARP, max_size=14))
def test_any_page_is_read_alike(pieces: list[str]) -> None:
    """Any page that is taken, from signs that mean something to the engine."""
    agree("".join(pieces))
