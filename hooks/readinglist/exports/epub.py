"""The book as EPUB 3: its chapters, contents, cover and faces in one file, the same bytes on every run."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from readinglist.exports import contents, cover, sheet
from readinglist.exports.archive import zipped
from readinglist.exports.chapters import FIRST, Chapter
from readinglist.exports.package import Item, package
from readinglist.model.catalogue import Catalogue
from readinglist.model.edition import Edition
from readinglist.pages import glossary
from readinglist.text.escaping import plain
from readinglist.text.tree import XMLNS

_FOLDER, _PACKAGE = "book", "package.opf"
_CONTENTS, _COVER, _STYLE = "contents.xhtml", "cover.xhtml", "style.css"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="{_FOLDER}/{_PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""


def epub(edition: Edition, chapters: Sequence[Chapter], faces: Mapping[str, bytes]) -> bytes:
    """The whole book; `faces` are the fonts and their licences, by name."""
    items = [*_items(edition.catalogue, chapters, faces)]
    files = {
        "mimetype": b"application/epub+zip",  # by the standard the first, and as it is
        "META-INF/container.xml": _CONTAINER.encode(),
        f"{_FOLDER}/{_PACKAGE}": written(package(edition, items)),
    }
    files |= {f"{_FOLDER}/{item.name}": item.content for item in items}
    return zipped(files, stored=frozenset({"mimetype"}))


def _items(catalogue: Catalogue, chapters: Sequence[Chapter], faces: Mapping[str, bytes]) -> Iterator[Item]:
    title = plain(catalogue.title)
    yield Item(_COVER, _page(catalogue, title, cover.page(catalogue), _COVER), "svg", read=True)
    listed = Element("section")
    listed.extend((contents.listed(chapters), contents.landmarks(_places(chapters))))
    yield Item(_CONTENTS, _page(catalogue, "Contents", listed, _CONTENTS), "nav", read=True)
    for chapter in chapters:
        page = _page(catalogue, chapter.title, chapter.body, chapter.file)
        yield Item(chapter.file, page, _uses(chapter), read=True)
    yield Item("cover.svg", written(cover.drawn(catalogue)), "cover-image")
    yield Item(_STYLE, sheet.style().encode())
    yield from (Item(sheet.beside(name), content) for name, content in faces.items())


def _uses(chapter: Chapter) -> str:
    """What a reading system must be able to show for a chapter."""
    found = {element.tag for element in chapter.body.iter()}
    return " ".join(name for tag, name in (("math", "mathml"), ("svg", "svg")) if tag in found)


def _places(chapters: Sequence[Chapter]) -> Iterator[tuple[str, str, str]]:
    yield "cover", _COVER, "Cover"
    yield "toc", _CONTENTS, "Contents"
    for chapter in chapters:
        if kind := {FIRST: "bodymatter", glossary.URI: "glossary"}.get(chapter.uri):
            yield kind, chapter.file, chapter.title


def _page(catalogue: Catalogue, title: str, body: Element, name: str) -> bytes:
    up = posixpath.relpath(".", posixpath.dirname(name) or ".")
    return written(document(catalogue, title, body, posixpath.join(up, _STYLE)))


def document(catalogue: Catalogue, title: str, body: Element, style: str) -> Element:
    """A page of the book around its text."""
    language = {"lang": catalogue.language, "xml:lang": catalogue.language, "dir": catalogue.direction}
    names = {"xmlns": XMLNS["html"], "xmlns:epub": "http://www.idpf.org/2007/ops"}
    page = Element("html", names | language)
    head = SubElement(page, "head")
    SubElement(head, "title").text = title
    SubElement(head, "link", {"rel": "stylesheet", "type": "text/css", "href": style})
    SubElement(page, "body").append(body)
    return page


def written(tree: Element) -> bytes:
    """A tree as a file of XML, or of XHTML."""
    kind = "<!DOCTYPE html>\n" if tree.tag == "html" else ""
    text: str = tostring(tree, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{kind}{text}\n'.encode()
