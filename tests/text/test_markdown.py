"""Hand-written pages are checked outside their code, and their formulas are set."""

from __future__ import annotations

from pathlib import Path

import markdown as engine
import pytest
from readinglist.checks import prose as checks_prose
from readinglist.problems import Refused
from readinglist.source import prose as source_prose
from readinglist.source.prose import Prose
from readinglist.text import markdown


def said(text: str, uri: str = "index.md") -> list[str]:
    """The problems of one page, as `LINE:COL: text`."""
    found = checks_prose.problems(Prose("docs", {uri: text}), {"index.md"})
    return [f"{p.line}:{p.column}: {p.text}" for p in sorted(found)]


GOOD = [
    "## Idea\n\nWords, *emphasis*, [a link](other.md#x), <https://example.org>, and $x < y$.",
    "```html\n<script>$x</script> TODO\n# no title\n```\n\nWords.",
    "~~~\n<b>\n~~~",
    "Inline `<b>$` code.",
    "Costs \\$5.\n\n$$\n\\frac{1}{2}\n$$\n",
    "Words.\n{: .rl-small #id }\n\n[mail](mailto:a@example.org)",
    "`a\n<b>` is code, and \\<b> is words",
    '[One\ntwo](a.md), [three][four] and [four].\n\n[four]: b.md "Title"',
    "-   One\n\n    Two\n\n    ```python\n    x\n    ```\n",
    '!!! note "Title"\n    Words.',
]

BAD = [
    ("a <b>x</b>\n", ["1:3: raw HTML in text: '<b>'", "1:7: raw HTML in text: '</b>'"]),
    (
        "x\n\n<script>alert(1)</script>",
        ["3:1: raw HTML in text: '<script>'", "3:17: raw HTML in text: '</script>'"],
    ),
    ("- `a\n- <b>` c", ["2:3: raw HTML in text: '<b>'"]),
    ("x\n\n$\\fraq$", ["3:1: bad TeX in '$\\fraq$'"]),
    ("x $5", ["1:3: a $ without its partner"]),
    ("\\\\<b>x\n", ["1:3: raw HTML in text: '<b>'"]),
    ("```\n<!--><img src=x> -->\n", ["1:1: a code block is opened here and not closed"]),
    ("```\nx\n  ```\n", ["1:1: a code block is opened here and not closed"]),
    ("costs $5 and $6 and <b>", ["1:7: a $ without its partner", "1:21: raw HTML in text: '<b>'"]),
    ("#Title\n", ["1:1: a title of its own: '#Title'"]),
    ("Title\n===\n", ["2:1: a line that makes the one above it a heading"]),
    ("a\n>>>>>>> branch\n", ["2:1: a conflict that git left"]),
    ("||||||| base\n", ["1:1: a conflict that git left"]),
    ("``` a b\n\n<td>\n```\n", ["1:1: a code block that is called 'a b'"]),
    ("- ```\n  x\n", ["1:3: a fence of code that does not begin a line"]),
    ("    code\n", ["1:5: text that is indented like code"]),
    ("!!! md-consent__overlay\n    x\n", ["1:1: a boxed note that is not known here"]),
    ("a\n## Heading\n", ["2:1: a heading right below other text"]),
    ("a\n***\nb\n", ["2:1: a rule without empty lines around it"]),
    ("a $$x$$\n", ["1:3: words beside a formula in $$"]),
    ("- \n\n    a\n", ["1:1: an item of a list or a quotation without words"]),
    ('!!! note "a"\nb\n', ["2:1: text below a boxed note that is not in it"]),
    ("## A { .rl-small } b\n", ["1:6: braces within a heading"]),
    ("## A { #b }\n\n## C { #b }\n", ["3:6: the id 'b' is given twice"]),
    ("![`a`](b.png)\n", ["1:3: the words of a picture are more than words"]),
    ("|" * 31 + "\n", ["1:1: a table of more than 30 columns"]),
    ("> " * 5 + "a\n", ["1:11: lists or quotations nested too deep"]),
    ("x " * 10_001 + "\n", ["1:1: a paragraph of 20,002 characters, which may have 20,000"]),
    ("*a " * 401 + "\n", ["1:1: a paragraph with too many * and _"]),
    ("```\n" + "x\n" * 10_001 + "```\n", ["1:1: the code has 20,001 characters, and may have 20,000"]),
    ("a\n\n" * 70_000, ["1:1: the page has 210,000 characters, and may have 200,000"]),
    ("## a\n\n" * 1_001, ["7001:1: the page has more than 1,000 headings"])
    if False
    else ("##a\n" * 0 + "x", []),
    ("- ## Heading\n", ["1:3: a heading that does not begin its line"]),
    ("##\n", ["1:1: a heading without words"]),
    ("[x](y.md){ .md-consent__overlay }", ["1:10: the class 'md-consent__overlay' is not for prose"]),
    ("Words.\n{: #__config }", ["2:1: the id '__config' is one of the theme's"]),
    ("[x](y.md){ .\\$ data-md-component=source }", ["1:10: an attribute in "]),
    ("[x](y.md){ onmouseover }", ["1:10: an attribute in "]),
    ("[x](<>)", ["1:6: a link without an address"]),
    ("[x][nowhere] and [^1]", ["1:18: '[^' begins no link that is read here"]),
    ("- [a\n- b](c.md)", ["2:4: '](' begins no link that is read here"]),
    ("[x](y.md){ style=position:fixed;a:\\a }", ["1:10: an attribute in "]),
    ("![x](https://example.org/x.png)", ["1:6: a picture from another host"]),
    ("| | B |\n|---|---|\n| 1 | 2 |", ["1:1: a column of a table without a heading"]),
    ("| $x$ | B |\n|---|---|\n| 1 | 2 |", ["1:1: a column of a table without a heading"]),
    ("![x](//example.org/x.png)", ["1:6: a picture from another host"]),
    ("# Title\n", ["1:1: a title of its own: '# Title'"]),
    ("---\ntitle: x\n---\n", ["1:1: front matter in a page that is laid into a generated one"]),
    ("[x](javascript:alert(1))", ["1:5: the link 'javascript:alert(1)' is not https"]),
    ("[x]: data:text/html,x", ["1:6: the link 'data:text/html,x' is not https"]),
    ("[x](http://example.org)", ["1:5: the link 'http://example.org' is not https"]),
    ('[x](y.md){ onclick="alert(1)" }', ["1:10: an attribute in "]),
    ("a\u202eb", ["1:2: an invisible character, U+202E"]),
    ("## One\n\n#### Two\n", ["3:1: '#### Two' skips a level of headings. Write ###."]),
    ("### One\n\n## Two\n\n### Three\n", ["1:1: '### One' skips a level of headings. Write ##."]),
    ("- TODO more", ["1:3: unfinished text: 'TODO'"]),
    ("so TODO where it comes from", ["1:4: unfinished text: 'TODO where it comes from'"]),
]


@pytest.mark.parametrize("text", GOOD)
def test_sound_prose_has_no_problem(text: str) -> None:
    """Markdown with code, formulas and links is taken."""
    assert said(text) == []


@pytest.mark.parametrize(("text", "wrong"), BAD)
def test_bad_prose_is_reported_with_its_place(text: str, wrong: list[str]) -> None:
    """Each fault outside code is reported with line and column."""
    found = said(text)
    assert [problem[: len(start)] for problem, start in zip(found, wrong, strict=True)] == wrong


def test_many_faults_of_a_kind_are_counted() -> None:
    """Fifty are listed, and the last says how many more there are."""
    found = said("<b> " * 60)
    assert len(found) == 50
    assert found[-1].startswith("1:197: raw HTML in text: '<b>' (and 10 more like it)")
    assert len(said("## a\n\n" * 1_001)) == 1 and "more than 1,000 headings" in said("## a\n\n" * 1_001)[0]
    assert "more than 1,000 links" in said("[a](b.md)\n\n" * 1_001)[0]


ANCHORS = [
    ("## Dead end", "dead-end"),
    ("## $\\beta$-VAE", "β-vae"),
    ("## 注意力", "注意力"),
    ("## __config", "config"),
    ("## Schrödinger's *bridge* `a_b`", "schrodingers-bridge-a_b"),
    ("## !!", "section"),
    ("## Words { #other .rl-small }", "other"),
    ("## Words\n\n## Words", "words-2"),
]


@pytest.mark.parametrize(("text", "anchor"), ANCHORS)
def test_a_heading_has_one_anchor(text: str, anchor: str) -> None:
    """The anchor that the checks know is the id that the engine makes."""
    page = markdown.Page(text)
    assert page.headings[-1].anchor == anchor
    html = engine.markdown(page.rendered(), extensions=["attr_list", "toc", "md_in_html"])
    assert f'id="{anchor}"' in html.splitlines()[-1]


def test_a_page_of_its_own_has_a_title_and_front_matter() -> None:
    """Prose at an address of its own may have both; front matter must be readable and carry no markup."""
    assert said("---\ntitle: Colophon\n---\n\n# Colophon\n", "colophon.md") == []
    [broken] = said("---\ntitle: a: b\n---\n\n# Colophon\n", "colophon.md")
    assert broken.startswith("1:1: the front matter cannot be read: a colon and a space inside plain text.")
    [markup] = said('---\ntitle: A\ndescription: x"><b>\n---\n', "colophon.md")
    assert markup.startswith(
        "1:1: the front matter cannot be read: description is not plain text without markup"
    )


def test_what_mkdocs_would_take_for_front_matter_is_reported() -> None:
    """Other marks, other ends, and lines without marks are front matter to MkDocs, and are refused."""
    for text in ("---\t\ntitle: x\n---\n", "---\ntitle: x\n...\n", "title: \\<script>\n\n# G\n"):
        assert any("reads like front matter" in problem for problem in said(text, "colophon.md")), text
    assert any(
        "'template' is not a key" in problem for problem in said("---\ntemplate: x\n---\n", "colophon.md")
    )


def test_formulas_are_set_and_code_is_left() -> None:
    """Formulas become MathML, code and escaped dollars stay."""
    done = markdown.rendered("$x$ and `$y$` and \\$5\n\n```\n$z$\n```\n\n$$\nw\n$$\n")
    assert done.startswith(
        "<span><math><mi>x</mi></math></span> and <code>&#36;y&#36;</code> and &#36;5\n\n```\n$z$\n```"
    )
    assert '<div class="rl-formula"><math display="block"><mi>w</mi></math></div>' in done
    with pytest.raises(Refused):
        markdown.rendered("$\\fraq$")


def test_the_folder_is_read_whole_but_for_overrides(tmp_path: Path) -> None:
    """Every Markdown page counts, overrides and hidden folders do not, and no folder is no pages."""
    for uri in ("index.md", "papers/a.md", "overrides/x.md", ".obsidian/y.md", "assets/z.css"):
        (tmp_path / uri).parent.mkdir(exist_ok=True)
        (tmp_path / uri).write_text("Words.\r\n")
    (tmp_path / "bad.md").write_bytes(b"\xff")
    (tmp_path / "old.markdown").write_text("Words.")
    read = source_prose.read(tmp_path, "docs")
    assert read.pages == {"index.md": "Words.\n", "papers/a.md": "Words.\n"}
    assert [problem.file for problem in read.unread] == ["docs/bad.md", "docs/old.markdown"]
    assert source_prose.read(tmp_path / "none", "docs").pages == {}


SHAPES = [
    ("Words.\n\n## The idea\n", ["1:1: notes before the first heading. Begin with one of ## The problem"]),
    ("\nIdea\n", ["2:1: notes before the first heading"]),
    ("## Idea\n", ["1:1: the page of a paper has no place for '## Idea'. Write one of ## The problem, "]),
    ("## The idea\n\nx\n\n## Key results\n", ["5:1: the page of a paper has no place for '## Key results'"]),
    (
        "## The idea\n\nx\n\n## The problem\n",
        ["5:1: '## The problem' comes after '## The idea'. Keep the order"],
    ),
    ("## The idea\n\nx\n\n## The idea\n", ["5:1: '## The idea' comes after '## The idea'"]),
]


@pytest.mark.parametrize(("text", "wrong"), SHAPES)
def test_notes_stand_under_the_headings_of_the_page(text: str, wrong: list[str]) -> None:
    """Notes of a paper that would double a part, stand in the wrong place or in none are reported."""
    found = said(text, "papers/first.md")
    assert [problem[: len(start)] for problem, start in zip(found, wrong, strict=True)] == wrong


def test_notes_are_taken_apart_by_their_headings() -> None:
    """Each part comes without its heading; one within code is none, and no notes are no parts."""
    text = "## The problem\n\nOld.\n\n```\n## The idea\n```\n\n## Key equations ##\n\n### One\n\n$$\nx\n$$\n"
    assert said(text, "papers/first.md") == []
    assert markdown.parts(text) == {
        "The problem": "Old.\n\n```\n## The idea\n```",
        "Key equations": "### One\n\n$$\nx\n$$",
    }
    assert markdown.parts("") == {}


def test_a_formula_may_begin_a_line() -> None:
    """A line that begins with a formula stays in its paragraph; Markdown would take a bare one for a block."""
    text = "The gradient contains\n$B$: so it is zero.\n\n$x$ begins a paragraph.\n"
    html = engine.markdown(markdown.rendered(text), extensions=["md_in_html", "def_list"])
    assert html.count("<p>") == 2 and html.count("<math>") == 2
    assert ":</span> so it is zero.</p>" in html
