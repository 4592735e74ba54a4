"""YAML is read with the place of each value, and what YAML would bend is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from readinglist.problems import CannotOpen
from readinglist.source import yaml_reader


def said(raw: bytes) -> list[str]:
    """The problems of reading, as `LINE:COL: text`."""
    return [f"{p.line}:{p.column}: {p.text}" for p in yaml_reader.parse(raw, "f.yaml").problems]


def test_data_and_places() -> None:
    """Values are plain data, and each one's line and column are known, on CRLF files with a mark too."""
    document = yaml_reader.parse(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - true\r\n  - 'x'\r\n", "f.yaml")
    assert document.data == {"a": 1, "b": [True, "x"]}
    places = {path: (span.start.line + 1, span.start.column + 1) for path, span in document.spans.items()}
    assert places[("a",)] == (1, 4)
    assert places[("b", 1)] == (4, 5)
    assert not document.problems


SYNTAX = [
    (
        b"a: 'YARN's'\nb: c\n",
        "1:10: text goes on after the quote that ends it. Put the whole in quotes of the other kind.",
    ),
    (b"a: 1.5\nb: 'open\nc: d\n", "2:4: a quote is opened here and not closed. Close the quote."),
    (b"a:\n- b\nc d\n", "3:1: a key without a colon. Write key: value."),
    (
        b"a: - b\n",
        "1:4: a list begins on the line of its key. Put each - on a line of its own, below the key.",
    ),
    (b"a: b\n<<<<<<< ours\nc: d\n", "2:1: a conflict that git left. Keep one side of it."),
    (b"a: 'open\nb: c\n", "1:4: a quote is opened here and not closed. Close the quote."),
    (b'a: "open\nb: c\n', "1:4: a quote is opened here and not closed. Close the quote."),
    (
        b"a: [1, 2\nb: c\n",
        "1:4: a [ or { is opened here and not closed. Close it, with commas between items.",
    ),
    (b"a: b: c\n", '1:5: a colon and a space inside plain text. Put the text in quotes: key: "…: …".'),
    (b"a: 1\nnickname:Logic\n", "2:1: no space after the colon in 'nickname:Logic'. Write nickname: Logic."),
    (b"- a: 1\n  id:x\n  b: 2\n", "2:3: no space after the colon in 'id:x'. Write id: x."),
    (b"title: [MASK] is all\n", "1:8: text begins with a bracket, '[MASK]'. Put the whole text in quotes."),
    (b"a:\n  - {x} of all\n", "2:5: text begins with a bracket, '{x}'. Put the whole text in quotes."),
    (b"a: [b], c\nd: 1\n", "1:4: text begins with a bracket, '[b]'. Put the whole text in quotes."),
    (b"a: @x\n", "1:4: a character that YAML reserves begins plain text. Put the text in quotes."),
    (b'a: "\\q"\n', "1:5: a backslash inside double quotes. Use single quotes, or two backslashes."),
    (
        b"a:\n  b: c\n d: e\n",
        "3:2: the line does not continue what is above it. Indent it as its neighbours are.",
    ),
    (
        b"- a\n- b\nc: d\n",
        "3:1: the line does not line up with the list above it. Indent it as its neighbours are.",
    ),
]


@pytest.mark.parametrize(("raw", "message"), SYNTAX)
def test_a_syntax_error_is_the_one_problem(raw: bytes, message: str) -> None:
    """A syntax error ends the run with one problem, in words; what is left open is reported where it opens."""
    assert said(raw) == [message]


REFUSED = [
    (
        b"p:\n  - id: x\n    t: 1\n    id: y\n    t: 2\n",
        "4:5: a second id in one entry. Begin a new entry with a dash: - id: ….",
    ),
    (b"a: 0x_\n", "1:4: 0x_ is not in quotes"),
    (b"a: {b:1}\n", "1:8: no space after the colon in 'b:1'. Write b: 1."),
    (b"a: 1\rb: 2\r", "1:1: line ends of a kind that YAML here does not take. Save with LF."),
    ("a: é\nb: é".encode() + b"\xff\n", "2:5: the file is not UTF-8: byte 0xFF."),
    (b"", "1:1: the catalogue is empty."),
    (b"# nothing\n", "1:1: the catalogue is empty."),
    (b"~\n", "1:1: the catalogue is empty."),
    (
        b"a: 1412.6980\n",
        '1:4: 1412.6980 is not in quotes, and YAML reads it as a number, so that digits would be lost. Write a: "1412.6980".',
    ),
    (
        b"a: 2017-06-12\n",
        '1:4: 2017-06-12 is not in quotes, and YAML reads it as a date. Write a: "2017-06-12".',
    ),
    (
        b"a: 0x1F\n",
        "1:4: 0x1F is not in quotes, and YAML reads it as a number in another notation. Write a: 31 for the number",
    ),
    (b"a: 017\n", "1:4: 017 is not in quotes"),
    (b"a: 1_000\n", "1:4: 1_000 is not in quotes"),
    (
        b"a: 12:30:45\n",
        '1:4: 12:30:45 is not in quotes, and YAML reads it as a number in another notation. Write a: "12:30:45".',
    ),
    (b"a: no\n", '1:4: no is not in quotes, and YAML reads it as a truth value. Write a: "no".'),
    (
        b"a: [1.5]\n",
        '1:5: 1.5 is not in quotes, and YAML reads it as a number, so that digits would be lost. Write - "1.5".',
    ),
    (b"a:\n", "1:3: 'a' has no value."),
    (b"a: &x 1\n", "1:4: a YAML anchor, &x."),
    (b"a: *x\n", "1:4: a YAML alias, *x."),
    (b"a: !!str 1\n", "1:4: a YAML tag, !!str."),
    (b"a: !!python/object:os.system x\n", "1:4: a YAML tag, !!python/object:os.system."),
    (b"<<: {a: 1}\n", "1:1: a key that is not plain text."),
    (b"? [a]\n: b\n", "1:3: a key that is not plain text."),
    (b"a: 1\n---\nb: 2\n", "2:1: a second document begins here. Keep one document: delete the line ---."),
    (b"a: 1\na: 2\n", "2:1: the key 'a' is listed twice (line 1 has it too). Delete one of them."),
    (b"a: x\ty\n", "1:5: a tab, which YAML does not take. Write spaces."),
    (b"a:\n\t- b\n", "2:1: a tab, which YAML does not take. Write spaces."),
    (b"a: b\x00c\n", "1:5: an invisible character, U+0000. Delete it."),
    ("a: b\u202ec\n".encode(), "1:5: an invisible character, U+202E RIGHT-TO-LEFT OVERRIDE. Delete it."),
    (
        b'a: "b\\u202Ec"\n',
        "1:4: an escaped invisible character, U+202E RIGHT-TO-LEFT OVERRIDE. Delete it; for a backslash",
    ),
    (b"a: 1\nb: \xe9\n", "2:4: the file is not UTF-8: byte 0xE9. Save the file as UTF-8."),
    (b"a: " + b"[" * 40 + b"]" * 40 + b"\n", "1:19: nested too deep."),
]


@pytest.mark.parametrize(("raw", "message"), REFUSED)
def test_what_yaml_would_bend_is_refused(raw: bytes, message: str) -> None:
    """Each construct that says more or less than it means is one problem, at its place."""
    found = said(raw)
    assert len(found) == 1
    assert found[0].startswith(message)


def test_reading_goes_on_after_a_problem() -> None:
    """Problems of several kinds are reported in one run, and the other values are read."""
    document = yaml_reader.parse(b"a: 1.5\nb: x\ty\nc: &z fine\n", "f.yaml")
    assert len(document.problems) == 3
    assert document.data["c"] == "fine"
    assert (
        said(b"a: *x\na: 1\n")[1]
        == "2:1: the key 'a' is listed twice (line 1 has it too). Delete one of them."
    )


def test_a_part_of_a_text_is_found_on_its_own_line() -> None:
    """A problem within a folded text points to the line that holds the offending part."""
    document = yaml_reader.parse(b"a: >-\n  first line\n  second <b> line\n", "f.yaml")
    problem = document.problem(("a",), "raw HTML", at=document.data["a"].index("<b>"))
    assert (problem.line, problem.column) == (3, 10)
    second = document.problem(("a",), "a word that stands there before", at=document.data["a"].rindex("line"))
    assert (second.line, second.column) == (3, 14)


def test_a_missing_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    """Where there is no file the error is one sentence with the name that was given."""
    with pytest.raises(CannotOpen, match=r"^list\.yaml could not be opened: No such file or directory\."):
        yaml_reader.read(tmp_path / "none.yaml", "list.yaml")


TABS = [
    (b"a: 1 # one\ttwo\n", []),
    (b"# one\ttwo\n  #\tthree\na: it's # one\ttwo\n", []),
    (b"a: 'x # y' # one\ttwo\nb: C#\n", []),
    (b"a:\tb\n", ["1:3: a tab, which YAML does not take. Write spaces."]),
    (b"a: 'x #\ty'\n", ["1:8: a tab, which YAML does not take. Write spaces."]),
    (b"a: C#\tb\n", ["1:6: a tab, which YAML does not take. Write spaces."]),
    (b"\ta: b # c\n", ["1:1: a tab, which YAML does not take. Write spaces."]),
]


@pytest.mark.parametrize(("raw", "expected"), TABS)
def test_a_tab_is_refused_except_in_a_comment(raw: bytes, expected: list[str]) -> None:
    """Behind the sign of a comment anything may stand; within quotes that sign is none."""
    assert said(raw) == expected


NOTHING = [
    (
        b"family: Null\n",
        '1:9: Null is not in quotes, and YAML reads it as no value at all. Write family: "Null".',
    ),
    (b"a: ~\n", '1:4: ~ is not in quotes, and YAML reads it as no value at all. Write a: "~".'),
    (b"a:\n  - null\n", '2:5: null is not in quotes, and YAML reads it as no value at all. Write - "null".'),
    (b"a:\nb: 1\n", "1:3: 'a' has no value. Write it after a: or delete the key."),
]


@pytest.mark.parametrize(("raw", "message"), NOTHING)
def test_a_word_that_yaml_reads_as_nothing_is_named(raw: bytes, message: str) -> None:
    """A name such as Null is text without quotes; a key without a value is another slip."""
    assert said(raw) == [message]


@pytest.mark.parametrize("raw", [b"a: [b] # c\n", b"a: {b: [c]}\n", b"a: [b,\n  [c], d]\n", b"? [a]\n: b\n"])
def test_lists_and_mappings_in_brackets_are_no_text(raw: bytes) -> None:
    """Brackets that hold a value, with a comment behind them too, are read as ever."""
    assert not any("begins with a bracket" in one for one in said(raw))
