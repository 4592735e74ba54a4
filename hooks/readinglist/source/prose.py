"""The hand-written pages beside a catalogue, and what else is laid into pages, read from their folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File

from readinglist.problems import Problem


@dataclass(frozen=True)
class Prose:
    """The hand-written pages beside a catalogue, by address, and what was wrong in reading them."""

    folder: str
    pages: Mapping[str, str]
    unread: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """Drawings, the numbers in them, equation modules and what these reproduce, by address."""

    def file(self, uri: str) -> str:
        """The name of a page's file, as messages show it."""
        return f"{self.folder}/{uri}"


_TEXTS = ("assets/figures/*.svg", "assets/figures/*.csv", "equations/*.py", "equations/*.csv")
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
            _keep(pages, uri, file, "page", name, unread)
    texts: dict[str, str] = {}
    for file in _texts(folder):
        _keep(texts, file.relative_to(folder).as_posix(), file, "file", name, unread)
    return Prose(name, pages, tuple(unread), texts)


def _texts(folder: File) -> Iterator[File]:
    """The files of texts, except a package's own, such as `__main__.py`."""
    found = (file for pattern in _TEXTS for file in sorted(folder.glob(pattern)))
    return (file for file in found if not file.name.startswith("_"))


def _keep(kept: dict[str, str], uri: str, file: File, noun: str, name: str, unread: list[Problem]) -> None:
    """Reads a file, or notes why it cannot be read."""
    try:
        kept[uri] = file.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        unread.append(Problem(f"{name}/{uri}", 1, 1, "", f"the {noun} is not UTF-8", "Save it as UTF-8"))
    except OSError as error:
        message = f"the {noun} could not be opened: {error.strerror}"
        unread.append(Problem(f"{name}/{uri}", 1, 1, "", message, "Make it a file, or delete it"))
