"""A book taken apart, as a reading system sees it."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from project import ROOT
from readinglist.exports import sheet
from readinglist.exports.chapters import chapters
from readinglist.exports.epub import epub
from readinglist.model.edition import Edition

XHTML = "{http://www.w3.org/1999/xhtml}"
"""Before the names of elements of a page."""


def faces() -> dict[str, bytes]:
    """The fonts of the site and their licences."""
    return {name: (ROOT / "docs/assets/fonts" / name).read_bytes() for name in sheet.FILES}


def made(edition: Edition) -> bytes:
    """The EPUB of an edition."""
    return epub(edition, [*chapters(edition)], faces())


@dataclass(frozen=True)
class Book:
    """The files of an EPUB in their order, and its pages as trees by address."""

    names: tuple[str, ...]
    files: Mapping[str, bytes]
    package: Element
    pages: Mapping[str, Element]

    @classmethod
    def opened(cls, content: bytes) -> Book:
        """The book in an archive; every file of it must be whole, every page XML."""
        archive = ZipFile(io.BytesIO(content))
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
        pages = {name: fromstring(text) for name, text in files.items() if name.endswith(".xhtml")}
        return cls(tuple(files), files, fromstring(files["book/package.opf"]), pages)

    def faults(self) -> Iterator[str]:
        """Whatever of it is given twice, leads nowhere, or makes sense in a browser alone."""
        ids = {
            name: [id for one in page.iter() if (id := one.get("id"))] for name, page in self.pages.items()
        }
        for name, page in self.pages.items():
            yield from (f"{name}: the id {id} twice" for id in set(ids[name]) if ids[name].count(id) > 1)
            yield from (f"{name}: {one.tag} {one.attrib}" for one in page.iter() if _needs_a_browser(one))
            for href in [
                href for one in page.iter() if (href := one.get("href")) and not urlsplit(href).scheme
            ]:
                target, fragment = _led(name, href)
                if target not in self.files or (fragment and fragment not in ids[target]):
                    yield f"{name}: {href} leads nowhere"


def _needs_a_browser(element: Element) -> bool:
    kind = element.tag.partition("}")[2]
    return kind in {"script", "details", "button", "input"} or any(
        name.startswith("data-") for name in element.attrib
    )


def _led(page: str, href: str) -> tuple[str, str]:
    """The file and the place in it to which a link of a page leads."""
    address = urlsplit(href)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page), address.path)) if address.path else page
    return file, address.fragment
