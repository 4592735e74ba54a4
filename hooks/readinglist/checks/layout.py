"""Lines of a hand-written page that the engine would take for something else than they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from readinglist.problems import Fault, did_you_mean, quoted
from readinglist.text.allowed import ADMONITIONS, LANGUAGES
from readinglist.text.blocks import Code, Heading, Line, Words, lines
from readinglist.text.markdown import Page

LONGEST_CODE, LONGEST_PARAGRAPH, MOST_COLUMNS, DEEPEST, MOST_EMPHASES = 20_000, 20_000, 30, 40, 400
"""Characters of code and of a paragraph, columns of a table, columns before a line, signs of emphasis."""

_BOX = re.compile(r"(?:!!!|\?\?\?\+?) (?P<kind>[a-z]+)(?: \"[^\"]*\")?[ ]*")
_INDENT = re.compile("[ ]*")
_UNDERLINE = re.compile(r"[ ]*(?:=+|-+)[ ]*")
_RULE = re.compile(r"[ ]{0,3}([-_*])(?:[ ]{0,2}\1){2,}[ ]*")
_CONTAINER = re.compile(r"(?:[-*+:]|[0-9]{1,9}\.|!!!|\?\?\?\+?)[ ]")


def faults(page: Page) -> Iterator[Fault]:
    """Everything in the lines of a page that is not read as it looks."""
    depth = 0
    for block in page.blocks:
        indent = _INDENT.match(page.text, block.start)
        depth = min(depth, len(indent[0]) // 4 * 4 if indent else 0)
        above = page.text[page.text.rfind("\n", 0, max(block.start - 1, 0)) + 1 : block.start].strip()
        if isinstance(block, Code):
            yield from _code(page, block, depth)
        elif isinstance(block, Heading) and above:
            yield block.start, "a heading right below other text", "Leave an empty line above it"
        elif isinstance(block, Words):
            yield from _paragraph(page, block)
            fresh, listed = True, _CONTAINER.match(page.text, indent.end() if indent else 0)
            for line in lines(page.text, block.start, block.end):
                yield from _line(page, line, fresh, line.start == block.start and not above, depth)
                yield from _empty(page, line, line.start == block.start, bool(listed))
                fresh = line.text == line.end or _is_box(page.text[line.text : line.end])
                depth = _deeper(page, line, depth) if listed else depth
            yield from _between(page, block)


def _code(page: Page, code: Code, depth: int) -> Iterator[Fault]:
    if not code.closed:
        fix = "Close it with the same signs, at the same indent"
        yield code.start, "a code block is opened here and not closed", fix
    elif not code.even:
        yield code.start, "a code block whose lines are less indented than its first", "Indent them alike"
    elif code.language and code.language not in LANGUAGES:
        fix = did_you_mean(code.language, LANGUAGES) or "Write the name of a language, or nothing"
        yield code.start, f"a code block that is called {quoted(code.language)}", fix
    elif code.indent >= depth + 4:
        yield code.start, "a code block that is indented too far", f"Indent it by {depth}"
    if len(code.text) > LONGEST_CODE:
        message = f"the code has {len(code.text):,} characters, and may have {LONGEST_CODE:,}"
        yield code.start, message, "Show the part that matters"


def _paragraph(page: Page, words: Words) -> Iterator[Fault]:
    text = page.text[words.start : words.end]
    if len(text) > LONGEST_PARAGRAPH:
        message = f"a paragraph of {len(text):,} characters, which may have {LONGEST_PARAGRAPH:,}"
        yield words.start, message, "Take it apart with empty lines"
    elif len(re.findall(r"\*+|_+", text)) > MOST_EMPHASES:
        yield words.start, "a paragraph with too many * and _", r"Write \* for the sign, or code between `"


def _line(page: Page, line: Line, fresh: bool, first: bool, depth: int) -> Iterator[Fault]:
    text = page.text[line.text : line.end]
    marks = page.text[line.start : line.text]
    if len(marks) > DEEPEST or marks.count(">") > 4:
        yield line.start, "lists or quotations nested too deep", "Write it flatter"
    elif text.startswith(("```", "~~~")):
        yield line.text, "a fence of code that does not begin a line", "Put it on a line of its own"
    elif text.startswith("#") and marks:
        yield (
            line.text,
            "a heading that does not begin its line",
            r"Write it at the margin, or \# for the sign",
        )
    elif text.startswith(("!!!", "???")) and (marks.strip() or len(marks) % 4):
        yield (
            line.text,
            "a boxed note that does not begin its line",
            "Write it at the margin, or four further in",
        )
    elif text.startswith(("!!!", "???")) and not _is_box(text):
        known = ", ".join(sorted(ADMONITIONS))
        yield (
            line.text,
            f"a boxed note that is not known here: {quoted(text)}",
            f'Write !!! KIND "Title"; kinds are {known}',
        )
    elif not first and _UNDERLINE.fullmatch(page.text, line.start, line.end):
        yield line.text, "a line that makes the one above it a heading", "Write ## before the heading"
    elif text.count("|") > MOST_COLUMNS:
        yield line.text, f"a table of more than {MOST_COLUMNS} columns", "Make it narrower"
    elif _is_code(page, line, depth, fresh):
        yield (
            line.start,
            "text that is indented like code",
            "Put code between lines of ```, or indent it less",
        )


def _empty(page: Page, line: Line, first: bool, listed: bool) -> Iterator[Fault]:
    """The marks of an item or a quotation alone on a line; a number there may only end a sentence."""
    above = page.text[page.text.rfind("\n", 0, max(line.start - 1, 0)) + 1 : line.start]
    marks = page.text[line.start : line.end].strip(" >")
    within = ">" in above if not marks else not listed
    if line.text == line.end and (first or not within):
        yield line.start, "an item of a list or a quotation without words", "Write them on its first line"


def _between(page: Page, words: Words) -> Iterator[Fault]:
    """Lines that must stand alone, and lines below the title of a boxed note that are not in it."""
    found = list(lines(page.text, words.start, words.end))
    for line, below in pairwise([*found, *found[:1]]):
        text = page.text[line.start : line.end]
        if len(found) > 1 and _RULE.fullmatch(text.lstrip(" >")):
            yield line.start, "a rule without empty lines around it", "Leave one above it and one below it"
        inside = page.text.startswith(" " * (line.text - line.start + 4), below.start)
        if below.start > line.start and _is_box(page.text[line.text : line.end]) and not inside:
            yield (
                below.start,
                "text below a boxed note that is not in it",
                "Indent it by four, or leave a line empty",
            )


def _is_box(text: str) -> bool:
    found = _BOX.fullmatch(text)
    return bool(found) and found["kind"] in ADMONITIONS if found else False


def _is_code(page: Page, line: Line, depth: int, fresh: bool) -> bool:
    """Whether the engine would take the line for code by its indent, alone or after the marks of a list."""
    marks = page.text[line.start : line.text]
    indent = len(marks) - len(marks.lstrip(" "))
    return (fresh and indent >= depth + 4) or bool(re.search(r"[^ ] {5}", marks))


def _deeper(page: Page, line: Line, depth: int) -> int:
    """How far text may be indented below a line: that of a list or a box goes four further."""
    marks = page.text[line.start : line.text]
    indent = len(marks) - len(marks.lstrip(" "))
    text = page.text[line.start + indent : line.end]
    return indent // 4 * 4 + 4 if _CONTAINER.match(text) else depth
