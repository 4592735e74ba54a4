"""Lines of a hand-written page that the engine would take for something else than they look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from readinglist.problems import Fault, did_you_mean, quoted
from readinglist.text.allowed import ADMONITIONS, LANGUAGES
from readinglist.text.blocks import TABLE, Code, Heading, Line, Words, lines
from readinglist.text.markdown import Page

LONGEST_CODE, LONGEST_PARAGRAPH, MOST_COLUMNS, DEEPEST, MOST_EMPHASES = 20_000, 20_000, 30, 40, 400
"""Characters of code and of a paragraph, columns of a table, columns before a line, signs of emphasis."""

_BOX = re.compile(r"(?:!!!|\?\?\?\+?) (?P<kind>[a-z]+)(?: \"[^\"]*\")?[ ]*")
_INDENT = re.compile("[ ]*")
_UNDERLINE = re.compile(r"[ ]*(?:=+|-+)[ ]*")
_INLINE = re.compile(r"\$[^$]*\$")
_CELL = re.compile(r"(?<!\\)\|")
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
            yield from _nameless_columns(page, block)
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


def _nameless_columns(page: Page, words: Words) -> Iterator[Fault]:
    """Columns of a table whose head says nothing: who hears the table does not know what is in them."""
    for head, rule in pairwise(lines(page.text, words.start, words.end)):
        cells = _CELL.split(page.text[head.text : head.end].strip().strip("|"))
        if _rules_off(page.text[rule.text : rule.end]) and not all(map(_says_something, cells)):
            yield (
                head.text,
                "a column of a table without a heading",
                "Say in words what it holds",
            )


def _says_something(cell: str) -> bool:
    """Whether the head of a column has words: a formula alone is none to some who hear the table."""
    return any(sign.isalnum() for sign in _INLINE.sub("", cell))


def _rules_off(line: str) -> bool:
    """Whether a line is the one between the head of a table and its rows."""
    return "|" in line and "-" in line and set(line) <= set("|:- ")


@dataclass(frozen=True)
class _Seen:
    """A line, the marks before its text, and where it stands: `fresh` where a paragraph may begin."""

    marks: str
    text: str
    fresh: bool
    first: bool
    depth: int

    @property
    def boxed(self) -> bool:
        """Whether it begins like a boxed note."""
        return self.text.startswith(("!!!", "???"))

    @property
    def indented(self) -> bool:
        """Whether the engine would take it for code, by its indent or by blanks after the marks of a list."""
        indent = len(self.marks) - len(self.marks.lstrip(" "))
        return (self.fresh and indent >= self.depth + 4) or bool(re.search("[^ ] {5}", self.marks))


# The first that holds is the one that is reported.
_LINES: tuple[tuple[Callable[[_Seen], bool], str, str], ...] = (
    (
        lambda line: len(line.marks) > DEEPEST or line.marks.count(">") > 4,
        "lists or quotations nested too deep",
        "Write it flatter",
    ),
    (
        lambda line: line.text.startswith(("```", "~~~")),
        "a fence of code that does not begin a line",
        "Put it on a line of its own",
    ),
    (
        lambda line: line.text.startswith("#") and bool(line.marks),
        "a heading that does not begin its line",
        r"Write it at the margin, or \# for the sign",
    ),
    (
        lambda line: line.boxed and bool(line.marks.strip() or len(line.marks) % 4),
        "a boxed note that does not begin its line",
        "Write it at the margin, or four further in",
    ),
    (
        lambda line: line.boxed and not _is_box(line.text),
        "a boxed note that is not known here",
        f'Write !!! KIND "Title"; kinds are {", ".join(sorted(ADMONITIONS))}',
    ),
    (
        lambda line: not line.first and bool(_UNDERLINE.fullmatch(line.marks + line.text)),
        "a line that makes the one above it a heading",
        "Write ## before the heading",
    ),
    (
        lambda line: line.text.count("|") > MOST_COLUMNS,
        f"a table of more than {MOST_COLUMNS} columns",
        "Make it narrower",
    ),
    (
        lambda line: line.indented,
        "text that is indented like code",
        "Put code between lines of ```, or indent it less",
    ),
)


def _line(page: Page, line: Line, fresh: bool, first: bool, depth: int) -> Iterator[Fault]:
    marks, text = page.text[line.start : line.text], page.text[line.text : line.end]
    seen = _Seen(marks, text, fresh, first, depth)
    found = ((line.text, message, fix) for holds, message, fix in _LINES if holds(seen))
    yield from islice(found, 1)


def _empty(page: Page, line: Line, first: bool, listed: bool) -> Iterator[Fault]:
    """The marks of an item or a quotation alone on a line; a number there may only end a sentence."""
    above = page.text[page.text.rfind("\n", 0, max(line.start - 1, 0)) + 1 : line.start]
    marks = page.text[line.start : line.end].strip(" >")
    within = ">" in above if not marks else not listed
    if line.text == line.end and (first or not within):
        yield line.start, "an item of a list or a quotation without words", "Write them on its first line"


def _between(page: Page, words: Words) -> Iterator[Fault]:
    """Lines that must stand alone, or that do not belong to the one above them."""
    found = list(lines(page.text, words.start, words.end))
    for line in found if len(found) > 1 else ():
        if _RULE.fullmatch(page.text[line.start : line.end].lstrip(" >")):
            yield line.start, "a rule without empty lines around it", "Leave one above it and one below it"
    for line, below in pairwise(found):
        yield from _torn(page, line, below)


def _torn(page: Page, line: Line, below: Line) -> Iterator[Fault]:
    marks = page.text[line.start : line.text]
    if marks.strip(" >") and TABLE.fullmatch(page.text, below.start, below.end):
        yield line.start, "a table that begins in an item of a list", "Give the table lines of its own"
    inside = page.text.startswith(" " * (len(marks) + 4), below.start)
    if _is_box(page.text[line.text : line.end]) and not inside:
        fix = "Indent it by four, or leave a line empty"
        yield below.start, "text below a boxed note that is not in it", fix


def _is_box(text: str) -> bool:
    found = _BOX.fullmatch(text)
    return bool(found) and found["kind"] in ADMONITIONS if found else False


def _deeper(page: Page, line: Line, depth: int) -> int:
    """How far text may be indented below a line: that of a list or a box goes four further."""
    marks = page.text[line.start : line.text]
    indent = len(marks) - len(marks.lstrip(" "))
    text = page.text[line.start + indent : line.end]
    return indent // 4 * 4 + 4 if _CONTAINER.match(text) else depth
