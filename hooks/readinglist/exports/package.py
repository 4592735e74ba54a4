"""The package document of an EPUB: what the book is, which files it has, and in which order they are read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement

from readinglist.model.catalogue import Catalogue
from readinglist.model.edition import Edition
from readinglist.text.escaping import plain

_KINDS = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
}
_ACCESSIBLE = (
    *(("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual")),
    *(("accessibilityFeature", name) for name in ("MathML", "structuralNavigation", "tableOfContents")),
    ("accessibilityHazard", "none"),
    ("accessibilitySummary", "Formulas are MathML. Each picture has a title, a description and a caption."),
)


@dataclass(frozen=True)
class Item:
    """A file of the book; `properties` is what a reading system should know of it."""

    name: str
    content: bytes
    properties: str = ""
    read: bool = False
    """Whether it is one of the pages, in their order."""

    @property
    def id(self) -> str:
        """Its name among the others, as XML allows it."""
        return "item-" + self.name.replace("/", "-")

    @property
    def described(self) -> dict[str, str]:
        """The attributes of its entry in the manifest."""
        kind = _KINDS[posixpath.splitext(self.name)[1]]
        more = {"properties": self.properties} if self.properties else {}
        return {"id": self.id, "href": self.name, "media-type": kind, **more}


def package(edition: Edition, items: Sequence[Item]) -> Element:
    """The document for a book of these files."""
    attributes = {"version": "3.0", "unique-identifier": "id", "xml:lang": edition.catalogue.language}
    root = Element("package", {"xmlns": "http://www.idpf.org/2007/opf", **attributes})
    metadata = SubElement(root, "metadata", {"xmlns:dc": "http://purl.org/dc/elements/1.1/"})
    for name, value in _core(edition):
        SubElement(metadata, f"dc:{name}").text = value
    metadata[0].set("id", "id")
    for name, value in _more(edition.catalogue):
        SubElement(metadata, "meta", {"property": name}).text = value
    manifest, spine = SubElement(root, "manifest"), SubElement(root, "spine")
    for item in items:
        SubElement(manifest, "item", item.described)
        if item.read:
            SubElement(spine, "itemref", {"idref": item.id})
    return root


def _core(edition: Edition) -> Iterator[tuple[str, str]]:
    catalogue = edition.catalogue
    title = plain(catalogue.title)
    yield "identifier", f"urn:uuid:{uuid5(NAMESPACE_URL, edition.site_url or title)}"
    yield "title", title
    yield "language", catalogue.language
    yield "description", plain(catalogue.description)


def _more(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield "dcterms:modified", f"{last_change(catalogue).isoformat()}T00:00:00Z"
    for name, value in _ACCESSIBLE:
        yield f"schema:{name}", value


def last_change(catalogue: Catalogue) -> date:
    """The day the list last changed; where nobody noted it, that of the latest version of its papers."""
    return catalogue.changed or max(paper.latest.date for paper in catalogue.papers)
