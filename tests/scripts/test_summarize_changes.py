"""The summary of which pages a change touches."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import export_site
import pytest
import summarize_changes
from _console import run
from builders import entry, source
from summarize_changes import summary

Captured = pytest.CaptureFixture[str]
TITLE = "### Which pages change\n\n"


def test_nothing_differs() -> None:
    """Two equal sites have no page that changes."""
    site = {"index.md": b"home", "assets/styles/tokens.css": b"css"}
    assert summary(site, dict(site)) == TITLE + "No page changes."


def test_pages_are_named_by_their_addresses() -> None:
    """Added, removed and changed pages stand in lists of their own, by address, with the lines that changed."""
    before = {"index.md": b"one\ntwo\n", "papers/old.md": b"", "topics.md": b"same"}
    after = {"index.md": b"one\n2\n3\n", "papers/new.md": b"", "topics.md": b"same"}
    assert summary(before, after) == TITLE + (
        "**1 page added**\n\n- `/papers/new/`\n\n"
        "**1 page removed**\n\n- `/papers/old/`\n\n"
        "**1 page changed**\n\n- `/` +2 −1"
    )


def test_pages_that_are_published_are_links() -> None:
    """With the address of the site, what stands there now is a link; what does not stand there yet is none."""
    before = {"papers/old/index.html": b"", "index.md": b"one"}
    after = {"papers/new/index.html": b"", "index.md": b"two"}
    text = summary(before, after, "https://list.example/sub/")
    assert "- `/papers/new/`\n" in text
    assert "- [`/papers/old/`](https://list.example/sub/papers/old/)\n" in text
    assert "- [`/`](https://list.example/sub/) +1 −1" in text


def test_pages_stand_in_the_order_of_their_addresses() -> None:
    """A list begins with the home page, whose file's name does not come first."""
    assert "- `/`\n- `/about/`" in summary({}, {"about.md": b"", "index.md": b""})


def test_other_files_are_no_pages() -> None:
    """A style sheet that changes is reported, but changes no page."""
    text = summary({"assets/a.png": b"\xff"}, {"assets/a.png": b"\xfe", "assets/b.css": b""})
    assert text == TITLE + (
        "No page changes.\n\n**1 other file added**\n\n- `/assets/b.css`\n\n"
        "**1 other file changed**\n\n- `/assets/a.png`"
    )


@pytest.mark.parametrize(("number", "folds"), [(10, False), (11, True)])
def test_a_long_list_folds(number: int, folds: bool) -> None:
    """A list of more than ten pages folds under its number, and still names them all."""
    text = summary({}, {f"papers/p{n}.md": b"" for n in range(number)})
    assert (f"<summary><b>{number} pages added</b></summary>\n\n- `/papers/p0/`" in text) is folds
    assert text.count("\n- ") == number


def test_a_name_cannot_write_markdown() -> None:
    """A file with an unusual name brings neither a link, nor HTML, nor the end of the code into the summary."""
    text = summary({}, {"a`<b>[x](y)\n.md": b""})
    assert "- `/a%60%3Cb%3E%5Bx%5D%28y%29%0A/`" in text


def test_it_compares_what_export_writes(tmp_path: Path, capsys: Captured) -> None:
    """Of two exported lists that differ in a paper's annotation, the pages and files that have it are changed."""
    for name, annotation in (("before", "As it was."), ("after", "As it is.")):
        papers = entry("first", annotation=annotation), entry("second", 2)
        (tmp_path / f"{name}.yaml").write_bytes(source(*papers))
        catalogue = ["--catalogue", str(tmp_path / f"{name}.yaml")]
        assert export_site.main([str(tmp_path / name), *catalogue]) == 0
    capsys.readouterr()
    assert summarize_changes.main([str(tmp_path / "before"), str(tmp_path / "after")]) == 0
    said = capsys.readouterr().out
    assert "- `/papers/first/` +" in said
    assert "/papers/second/" not in said
    assert "- `/catalogue.json`\n" in said
    assert "added" not in said and "removed" not in said


def test_a_missing_folder_is_two(tmp_path: Path, capsys: Captured) -> None:
    """A folder that is none is a sentence on standard error, and the exit code is 2."""
    assert run(partial(summarize_changes.main, [str(tmp_path), str(tmp_path / "none")])) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "none is not a folder. Write one with scripts/export_site.py." in said.err
