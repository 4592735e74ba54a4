"""The questions as a deck for Anki: one subdeck a paper, which a later deck updates without loss."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import genanki
from readinglist.exports.archive import zipped
from readinglist.exports.cards import Card, cards, subdeck
from readinglist.model.edition import Edition

FACES = {"stix-two-math.woff2": "STIX Two Math", "stix-two-math-ext.woff2": "STIX Two Math More"}
"""The faces of formulas, each file with its family."""


def _media(name: str) -> str:
    return f"_{name}"  # or Anki takes the file for unused


_RULES = "".join(
    f'@font-face {{ font-family: "{family}"; src: url("{_media(name)}"); }}\n'
    for name, family in FACES.items()
)
_STYLE = f"""{_RULES}.card {{ font: 20px/1.5 Literata, Georgia, serif; max-width: 34em; margin: 1em auto; }}
math {{ font-family: "STIX Two Math", "STIX Two Math More", math; }}
.source {{ font-size: 14px; opacity: 0.75; }}
"""
_QUESTION = "{{Question}}"
_ANSWER = '{{FrontSide}}<hr id="answer">{{Answer}}<p class="source">{{Source}}</p>'
MODEL = genanki.Model(
    1_764_072_001,  # never another, or Anki takes the cards of the next deck for new ones
    "Annotated reading list",
    fields=[{"name": name} for name in ("Question", "Answer", "Source")],
    templates=[{"name": "Question", "qfmt": _QUESTION, "afmt": _ANSWER}],
    css=_STYLE,
)


def deck(edition: Edition, faces: Mapping[str, bytes], moment: datetime) -> bytes:
    """The deck, dated by a moment; Anki updates the cards that it has only from a later one."""
    with tempfile.TemporaryDirectory(prefix="deck_") as name:
        file, media = Path(name, "deck.apkg"), {face: Path(name, _media(face)) for face in FACES}
        for face, path in media.items():
            path.write_bytes(faces[face])
        package = genanki.Package([*_decks(edition)], media_files=[str(path) for path in media.values()])
        package.write_to_file(str(file), timestamp=moment.timestamp())
        return _repacked(file.read_bytes())


def _decks(edition: Edition) -> Iterator[genanki.Deck]:
    found: dict[str, genanki.Deck] = {}
    for card in cards(edition):
        name = subdeck(edition, card.paper)
        if name not in found:
            found[name] = genanki.Deck(_number(card.paper.id), name)
        found[name].add_note(_note(card))
    yield from found.values()


def _number(id: str) -> int:
    """A number for the deck of a paper, the same in every release."""
    return int.from_bytes(hashlib.sha256(id.encode()).digest()[:5]) + 2**40


def _note(card: Card) -> genanki.Note:
    fields = [card.question, card.answer, card.source]
    tags = [f"paper::{card.paper.id}", *(f"topic::{topic}" for topic in card.paper.topics)]
    return genanki.Note(model=MODEL, fields=fields, guid=card.id, tags=tags)


def _repacked(package: bytes) -> bytes:
    """The same files in an archive that knows no time."""
    with ZipFile(io.BytesIO(package)) as archive:
        return zipped({name: archive.read(name) for name in sorted(archive.namelist())})
