"""The hand-written pages beside a catalogue, what is laid into pages, and what is published with them."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File

from readinglist.problems import Problem

PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
KINDS: Mapping[str, frozenset[str]] = {
    "assets": PICTURES | {".css", ".csv", ".js", ".ts", ".txt", ".woff2"},
    "equations": frozenset({".py", ".csv"}),
}
"""Kinds of files that a folder of the docs may hold; every other one holds pages and pictures."""
LARGEST = {".md": 200_000, ".svg": 1_000_000}
"""Bytes of a file, by kind."""
LARGEST_FILE = 5_000_000

_LAID_IN = {"assets/figures": (".svg", ".csv"), "equations": (".py", ".csv")}
_NAME = re.compile(r"\w[\w.-]*")
_PAGES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".txt", ".rst"})


@dataclass(frozen=True)
class Prose:
    """The hand-written pages beside a catalogue, by address, and what was wrong in reading them."""

    folder: str
    pages: Mapping[str, str]
    unread: tuple[Problem, ...] = ()
    files: Mapping[str, File] = field(default_factory=dict)
    """Every other file that is published, by address."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Of these the drawings, the numbers in them, equation modules and what these reproduce, as text."""

    @property
    def drawings(self) -> Mapping[str, str]:
        """Every SVG, by address."""
        return {uri: text for uri, text in self.texts.items() if uri.endswith(".svg")}

    def file(self, uri: str) -> str:
        """The name of a page's file, as messages show it."""
        return f"{self.folder}/{uri}"


def texts(prose: Prose) -> tuple[str, ...]:
    """All that a check can see of what is beside a catalogue; where it is not the same, this is another."""
    return prose.folder, json.dumps([prose.pages, [*prose.files], prose.texts]), repr(prose.unread)


def read(folder: File, name: str) -> Prose:
    """Everything in a folder, which need not exist; the theme's overrides and hidden files are left out."""
    pages: dict[str, str] = {}
    files: dict[str, File] = {}
    texts: dict[str, str] = {}
    unread: list[Problem] = []
    for uri, file in _walk(folder, folder):
        kind = file.suffix
        if unfit := _unfit(uri, file):
            unread.append(Problem(f"{name}/{uri}", 1, 1, "", *unfit))
        elif kind not in {".md", ".svg"} and not _is_laid_in(uri):
            files[uri] = file
        else:
            text = _text(file)
            if isinstance(text, tuple):
                unread.append(Problem(f"{name}/{uri}", 1, 1, "", *text))
            elif kind == ".md":
                pages[uri] = text
            else:
                files[uri], texts[uri] = file, text
    return Prose(name, pages, tuple(unread), files, texts)


def _is_laid_in(uri: str) -> bool:
    """Whether a file becomes part of a page: numbers of a picture, a module, what it reproduces."""
    folder, name = posixpath.split(uri)
    kind = posixpath.splitext(name)[1]
    return kind in _LAID_IN.get(folder, ()) and not name.startswith("_")


def _walk(folder: File, root: File) -> Iterator[tuple[str, File]]:
    """Files in order, and links, which are not followed."""
    entries = sorted(folder.iterdir()) if folder.is_dir() else ()
    for entry in entries:
        uri = entry.relative_to(root).as_posix()
        if entry.name.startswith(".") or uri == "overrides" or entry.name == "__pycache__":
            continue
        if entry.is_dir() and not entry.is_symlink() and entry.suffix != ".md":
            yield from _walk(entry, root)
        else:
            yield uri, entry


def _unfit(uri: str, file: File) -> tuple[str, str] | None:
    """Why a file may not be published, and what to do about it."""
    first, *rest = uri.split("/")
    allowed = KINDS.get(first, PICTURES) if rest else PICTURES
    if file.is_symlink():
        return "a symbolic link", "Put the file itself there, or delete the link"
    if not _NAME.fullmatch(file.name):
        return "a name that makes no plain address", "Name it with letters, digits, hyphens and points"
    if file.suffix.lower() in _PAGES - allowed and file.suffix != ".md":
        return "a page that is not named .md", f"Name it {file.stem}.md"
    if file.suffix not in allowed | {".md"} and uri != "papers.schema.json":
        kinds = ", ".join(sorted(allowed))
        return "a file of a kind that is not published from here", f"Delete it. Here may be .md, {kinds}"
    return _too_large(file)


def _too_large(file: File) -> tuple[str, str] | None:
    most = LARGEST.get(file.suffix, LARGEST_FILE)
    size = file.stat().st_size if file.is_file() else 0
    if size <= most:
        return None
    return f"the file has {size:,} bytes, and may have {most:,}", "Make it smaller, or take it apart"


def _text(file: File) -> str | tuple[str, str]:
    """The text of a file; what is wrong and what to do where it cannot be read."""
    try:
        return file.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return "the page is not UTF-8", "Save it as UTF-8"
    except OSError as error:
        return f"the page could not be opened: {error.strerror}", "Make it a file, or delete it"
