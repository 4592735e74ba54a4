"""Whatever an edit does to a catalogue, it passes or gives problems with a place; it never raises."""

from __future__ import annotations

from builders import NO_PROSE, entry, source
from hypothesis import given, settings
from hypothesis import strategies as st
from readinglist.checks import prose
from readinglist.checks.catalogue import check
from readinglist.problems import CatalogueError, Problem
from readinglist.source import yaml_reader
from readinglist.source.prose import Prose
from readinglist.text import markdown

SOUND = source(
    entry("first", annotation="What there is, in $O(n^2)$ steps."),
    entry(
        "second",
        2,
        prerequisites=[{"paper": "first", "reason": "It builds on it."}],
        links=[{"label": "Code", "url": "https://example.org/code"}],
        aliases=["former"],
        departures=[{"key": "title", "reason": "Its case."}],
    ),
).decode()

# Pieces that mean something to YAML, to Markdown, to TeX or to a terminal.
SHARP = st.sampled_from(
    (
        *(
            ":",
            ": ",
            "-",
            "- ",
            "'",
            '"',
            "[",
            "]",
            "{",
            "}",
            "#",
            " #",
            "&a",
            "*a",
            "!",
            "!!str ",
            "|",
            ">",
            "%",
        ),
        *(
            "@",
            "`",
            "\t",
            "\r",
            "\r\n",
            "\n",
            "\n\n",
            "  ",
            "---\n",
            "...\n",
            "<<: ",
            "? ",
            "~",
            "null",
            "1e3",
            "0x1F",
        ),
        *(
            "2017-06-12",
            "\x00",
            "\x85",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\U0001f600",
            "é",
            "$",
            "\\",
            "<b>",
            "&amp;",
        ),
        *("TODO", "papers:"),
    )
)


@st.composite
def edits(draw: st.DrawFn) -> bytes:
    """The sound catalogue after one to four edits: an insertion, a deletion, a line copied, moved or indented."""
    text = SOUND
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(["insert", "delete", "copy", "indent", "free"]))
        if kind == "insert":
            text = text[:at] + draw(SHARP) + text[at:]
        elif kind == "delete":
            text = text[:at] + text[at + draw(st.integers(1, 40)) :]
        elif kind == "free":
            text = text[:at] + draw(st.text(max_size=8)) + text[at:]
        else:
            lines = text.split("\n")
            line = draw(st.integers(0, len(lines) - 1))
            lines.insert(line, lines[line] if kind == "copy" else " " + lines.pop(line))
            text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass")


def judged(raw: bytes) -> list[Problem]:
    """The problems of a catalogue; none where it passes."""
    try:
        return check(yaml_reader.parse(raw, "f.yaml"), NO_PROSE)[1]
    except CatalogueError as error:
        return error.problems


@settings(max_examples=400, deadline=None, derandomize=True)
@given(edits())
def test_any_edit_passes_or_gives_problems_with_a_place(raw: bytes) -> None:
    """Each problem has a line of the file, a column, and words; problems come in the order of the file."""
    lines = raw.decode("utf-8", "replace").count("\n") + 1
    found = judged(raw)
    assert found == sorted(found)
    for problem in found:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.message and "\n" not in str(problem)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_any_bytes_are_judged(raw: bytes) -> None:
    """No sequence of bytes makes the checks raise anything but problems."""
    assert judged(raw)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(
        SHARP | st.text(max_size=6) | st.sampled_from(["```\n", "$$", "](", "](javascript:", "{ .a }"]),
        max_size=12,
    )
)
def test_any_note_is_judged_and_set(pieces: list[str]) -> None:
    """Any hand-written page is sound and can be rendered, or gives problems with a place."""
    text = "".join(pieces)
    found = list(prose.problems(Prose("docs", {"papers/first.md": text}), ()))
    assert all(problem.line >= 1 and problem.column >= 1 for problem in found)
    if not found:
        assert isinstance(markdown.rendered(text), str)
