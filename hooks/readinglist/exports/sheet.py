"""The style sheet of the book: how its faces are named, and the rest in `book.css`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Face:
    """A file with a face: its name, the family that it belongs to, its slope and its weights."""

    name: str
    family: str
    slope: str
    weights: str

    @property
    def varies(self) -> bool:
        """Whether one file has several weights."""
        return " " in self.weights

    @property
    def file(self) -> str:
        """Where it is in the book."""
        return beside(self.name)

    @property
    def rule(self) -> str:
        """How a style sheet names it."""
        return (
            f'@font-face {{ font-family: "{self.family}"; font-style: {self.slope}; '
            f'font-weight: {self.weights}; src: url("{self.file}") format("woff2"); }}\n'
        )


FACES = (
    Face("literata-normal.woff2", "Literata", "normal", "400 600"),
    Face("literata-italic.woff2", "Literata", "italic", "400"),
    Face("literata-ext-normal.woff2", "Literata More", "normal", "400"),
    Face("literata-ext-italic.woff2", "Literata More", "italic", "400"),
    Face("stix-two-math.woff2", "STIX Two Math", "normal", "400"),
    Face("stix-two-math-ext.woff2", "STIX Two Math More", "normal", "400"),
)
"""The faces of the site that the book takes along; a letter that the first has not is in `More`."""
FILES = (*(face.name for face in FACES), "OFL-literata.txt", "OFL-stix-two-math.txt")
"""The files of the faces, and their licences."""


def beside(name: str) -> str:
    """Where a file of the faces is in the book."""
    return f"faces/{name}"


def style(faces: Iterable[Face] = FACES) -> str:
    """The style sheet for a book with these faces."""
    return "".join((*(face.rule for face in faces), written("book.css")))


def written(name: str) -> str:
    """A style sheet that is written by hand, beside this module."""
    return (files(__package__) / name).read_text(encoding="utf-8")
