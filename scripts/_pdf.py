"""The book as PDF, printed by a Chromium: bookmarks, page numbers, contents that can be clicked."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from playwright.sync_api import Browser
from readinglist.exports import bound, sheet
from readinglist.exports.chapters import Chapter
from readinglist.model.catalogue import Catalogue

WEIGHTS = (400, 600)
"""Those that the style sheet uses."""
_MOST = 4


def pdf(
    browser: Browser,
    catalogue: Catalogue,
    chapters: Sequence[Chapter],
    faces: Mapping[str, bytes],
    moment: datetime,
) -> bytes:
    """The book, dated by a moment: the same bytes for the same Chromium, on any day."""
    with tempfile.TemporaryDirectory(prefix="book_") as name:
        folder = Path(name)
        still = _still(faces, folder)
        (folder / bound.STYLE).write_text(bound.style(chapters, still), encoding="utf-8")
        printed, pages = b"", dict[str, int]()
        # Once to learn on which page each chapter begins, once more to say so in the contents, and again
        # where that itself moved a chapter.
        for _ in range(_MOST):
            before = pages
            printed = _printed(browser, folder, bound.bound(catalogue, chapters, pages))
            pages = pages_of(printed, chapters)
            if pages == before:
                break
    return _finished(printed, moment)


def _printed(browser: Browser, folder: Path, page: bytes) -> bytes:
    file = folder / "book.xhtml"
    file.write_bytes(page)
    tab = browser.new_page()
    tab.goto(file.as_uri())
    printed: bytes = tab.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)
    tab.close()
    return printed


def pages_of(printed: bytes, chapters: Sequence[Chapter]) -> dict[str, int]:
    """The page on which each chapter begins."""
    with pikepdf.open(io.BytesIO(printed)) as file:
        numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        places = file.Root.Dests
        return {chapter.uri: numbers[places[f"/{bound.start(chapter)}"][0].objgen] for chapter in chapters}


def _still(faces: Mapping[str, bytes], folder: Path) -> list[sheet.Face]:
    """Writes each face with one weight a file, as print has no use for variable ones; gives what they are."""
    found = []
    (folder / "faces").mkdir()
    for face in sheet.FACES:
        for weight in WEIGHTS if face.varies else (400,):
            still = replace(face, name=f"{weight}-{face.name}", weights=str(weight))
            found.append(still)
            (folder / still.file).write_bytes(
                _at(weight, faces[face.name]) if face.varies else faces[face.name]
            )
    return found


def _at(weight: int, face: bytes) -> bytes:
    font = TTFont(io.BytesIO(face), recalcTimestamp=False)  # the same bytes on any day
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": weight}
    still = io.BytesIO()
    instantiateVariableFont(font, axes, inplace=True).save(still)
    return still.getvalue()


def _finished(printed: bytes, moment: datetime) -> bytes:
    """The book dated by a moment, and a third as large."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed)) as file:
        file.docinfo["/Creator"] = "Chromium"
        for key in ("/CreationDate", "/ModDate"):
            file.docinfo[key] = f"D:{moment:%Y%m%d%H%M%S}+00'00'"
        pack = pikepdf.ObjectStreamMode.generate
        file.save(packed, object_stream_mode=pack, deterministic_id=True)
    return packed.getvalue()
