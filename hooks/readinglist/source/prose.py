"""The hand-written pages beside a catalogue, read from their folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as File

from readinglist.problems import Problem


@dataclass(frozen=True)
class Prose:
    """The hand-written pages beside a catalogue, by address, and what was wrong in reading them."""

    folder: str
    pages: Mapping[str, str]
    unread: tuple[Problem, ...] = ()

    def file(self, uri: str) -> str:
        """The name of a page's file, as messages show it."""
        return f"{self.folder}/{uri}"


_SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd")


def read(folder: File, name: str) -> Prose:
    """Every Markdown page in a folder, which need not exist; overrides and hidden folders are left out."""
    pages: dict[str, str] = {}
    unread: list[Problem] = []
    for file in sorted(folder.rglob("*.m*")):
        uri = file.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in uri.split("/")) or uri.startswith("overrides/"):
            continue
        if file.suffix in _SUFFIXES:
            fix = f"Name it {file.stem}.md"
            unread.append(Problem(f"{name}/{uri}", 1, 1, "", "a page that is not named .md", fix))
        elif file.suffix == ".md":
            try:
                pages[uri] = file.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
            except UnicodeDecodeError:
                unread.append(Problem(f"{name}/{uri}", 1, 1, "", "the page is not UTF-8", "Save it as UTF-8"))
            except OSError as error:
                message = f"the page could not be opened: {error.strerror}"
                unread.append(Problem(f"{name}/{uri}", 1, 1, "", message, "Make it a file, or delete it"))
    return Prose(name, pages, tuple(unread))
