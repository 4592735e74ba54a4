"""Files beside the pages: kinds, links, sizes, drawings and addresses."""

from __future__ import annotations

from pathlib import Path

from readinglist.checks import folder
from readinglist.source import prose as source_prose
from readinglist.source.prose import Prose

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>T</title><path d="M0 0" fill="none"/></svg>'


def test_what_belongs_there_is_taken(tmp_path: Path) -> None:
    """Pages, pictures beside them, assets, equations with their tables; caches and hidden files are passed over."""
    for uri in (
        *(
            "a.md",
            "a.png",
            "papers.schema.json",
            "papers/x.md",
            "papers/x.webp",
            "assets/a.css",
            "assets/b/c.woff2",
        ),
        *(
            "equations/x.py",
            "equations/x.csv",
            "equations/__pycache__/x.pyc",
            ".hidden/x.html",
            "overrides/main.html",
        ),
    ):
        (tmp_path / uri).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / uri).write_text("x")
    (tmp_path / "assets/d.svg").write_text(f"<?xml version='1.0' encoding='utf-8'?>\n{SVG}\n")
    read = source_prose.read(tmp_path, "docs")
    assert read.unread == ()
    assert set(read.pages) == {"a.md", "papers/x.md"}
    assert len(read.files) == 8
    assert list(folder.drawings(read)) == []


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A symbolic link to a file or a folder is reported, and what it leads to is not read."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/a.md").write_text("# Secret")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").symlink_to(tmp_path / "secret/a.md")
    (tmp_path / "docs/folder").symlink_to(tmp_path / "secret")
    read = source_prose.read(tmp_path / "docs", "docs")
    assert [str(problem) for problem in read.unread] == [
        f"docs/{name}:1:1: a symbolic link. Put the file itself there, or delete the link."
        for name in ("folder", "page.md")
    ]
    assert read.pages == {} and read.files == {}


def test_a_file_has_a_largest_size(tmp_path: Path) -> None:
    """A page, a drawing and a picture that are too large are reported with both sizes, and not read."""
    for name, size in (("a.md", 200_001), ("b.svg", 1_000_001), ("c.png", 5_000_001), ("d.png", 5_000_000)):
        (tmp_path / name).write_bytes(b"x" * size)
    read = source_prose.read(tmp_path, "docs")
    assert [(problem.file, problem.message) for problem in read.unread] == [
        ("docs/a.md", "the file has 200,001 bytes, and may have 200,000"),
        ("docs/b.svg", "the file has 1,000,001 bytes, and may have 1,000,000"),
        ("docs/c.png", "the file has 5,000,001 bytes, and may have 5,000,000"),
    ]


def test_an_address_has_one_source() -> None:
    """A page that would replace another is reported, with the name of the other."""
    written = Prose(
        "docs", {"README.md": "", "map/index.md": "", "a.md": "", "A/readme.md": "", "index.md": ""}
    )
    said = {problem.file: problem.text for problem in folder.shared(written, ["index.md", "map.md"])}
    assert said == {
        "docs/README.md": "its address '/' is also that of 'index.md', which is generated. Move the text to index.md.",
        "docs/map/index.md": "its address '/map/' is also that of 'map.md', which is generated. Move the text to map.md.",
        "docs/a.md": "its address '/a/' is also that of docs/A/readme.md. Move the text to A/readme.md.",
    }
