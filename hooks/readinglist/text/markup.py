"""HTML and SVG taken apart strictly, and its tags judged by the lists in `allowed`.

A browser makes something of any bytes; here only what all parsers read alike is markup: whole tags with
quoted attributes, each closed in its turn. Anything else is refused, so that nothing hides between readings.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from readinglist.problems import quoted
from readinglist.text import allowed

_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9:-]*)"
    r"(?P<attributes>(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s\"'=<>`]+))?)*)\s*(?P<void>/)?>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_VOID = allowed.names("area base br col embed hr img input link meta source track wbr")
_FOREIGN = frozenset({"svg", "math"})
_RAW = {name: re.compile(rf"(?=</{name}\s*>)", re.IGNORECASE) for name in ("script", "style")}


@dataclass(frozen=True)
class Tag:
    """An opening tag, its names in lower case; `raw` is its source, `text` what a script or style holds."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    at: int
    raw: str
    text: str = ""
    inside: tuple[str, ...] = ()
    """The elements around it, the outermost first."""

    @property
    def foreign(self) -> bool:
        """Whether it is of SVG or MathML, in which any element may be closed at once."""
        return self.name in _FOREIGN or not _FOREIGN.isdisjoint(self.inside)


class Unreadable(ValueError):
    """Markup that two parsers might read in two ways; `at` is where."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def tags(source: str, at: int = 0) -> Iterator[Tag]:
    """The opening tags in order; raises `Unreadable` at the first sign that is not plain markup."""
    around: list[str] = []
    while (at := source.find("<", at)) >= 0:
        found = _TAG.match(source, at)
        if not found:
            raise Unreadable(f"{quoted(source[at : at + 40])} is no plain tag", at)
        at = found.end()
        if found["close"]:
            _close(found, around)
            continue
        tag = _opened(source, found, tuple(around))
        yield tag
        at += len(tag.text)
        if not found["void"] and (tag.foreign or tag.name not in _VOID):
            around.append(tag.name)
    if around:
        raise Unreadable(f"<{around[-1]}> is not closed", len(source))


def _close(found: re.Match[str], around: list[str]) -> None:
    if found["attributes"] or not around or around.pop() != found["name"].lower():
        raise Unreadable(f"{quoted(found[0])} closes what is not open", found.start())


def _opened(source: str, found: re.Match[str], around: tuple[str, ...]) -> Tag:
    attributes = _attributes(found["attributes"])
    text = "" if found["void"] else _raw_text(source, found)
    tag = Tag(found["name"].lower(), attributes, found.start(), found[0], text, around)
    if found["void"] and not tag.foreign and tag.name not in _VOID:
        raise Unreadable(f"{quoted(found[0])} is closed at once, which HTML does not know", tag.at)
    if len(dict(attributes)) < len(attributes):
        raise Unreadable("an attribute is given twice", tag.at)
    return tag


def _raw_text(source: str, found: re.Match[str]) -> str:
    """What a script or a style holds, which is not markup; nothing for any other element."""
    ends = _RAW.get(found["name"].lower())
    if ends is None:
        return ""
    close = ends.search(source, found.end())
    if not close:
        raise Unreadable(f"{quoted(found[0])} is not closed", found.start())
    return source[found.end() : close.start()]


@lru_cache(maxsize=10_000)  # a page repeats most of its tags
def _attributes(written: str) -> tuple[tuple[str, str], ...]:
    found = tuple(
        (name.lower(), html.unescape(double or single or bare))
        for name, double, single, bare in _ATTRIBUTE.findall(written)
    )
    return found


def faults(tag: Tag) -> Iterator[str]:
    """What in a tag is on none of the lists for the text of a page."""
    known = _attributes_of(tag)
    if known is None:
        yield f"<{tag.name}>"
        return
    for name, value in tag.attributes:
        measure = tag.name == "svg" and allowed.MEASURE.fullmatch(f"{name}={value}")
        if not measure and (name not in known or not _fits(tag.name, name, value)):
            yield f"{name}={quoted(value)} in <{tag.name}>"


def _attributes_of(tag: Tag) -> frozenset[str] | None:
    if "svg" in tag.inside or tag.name == "svg":
        own = allowed.SVG.get(tag.name)
    elif "math" in tag.inside or tag.name == "math":
        return allowed.MATHML.get(tag.name)
    else:
        own = allowed.HTML.get(tag.name)
    return None if own is None else own | allowed.EVERYWHERE


def _fits(element: str, name: str, value: str) -> bool:
    if name == "class":
        return all(one in allowed.CLASSES or allowed.KINDS_OF_CLASS.fullmatch(one) for one in value.split())
    if name == "id":
        return bool(allowed.ID.fullmatch(value))
    if name == "style":
        return bool(allowed.STYLE.fullmatch(value))
    if name in {"href", "xlink:href", "cite"}:
        return leads_somewhere_fit(value)
    if name in {"src", "srcset"}:
        return all(is_of_this_site(one.strip().partition(" ")[0]) for one in value.split(","))
    if name == "type" and element == "input":
        return value in allowed.INPUTS
    return not (name == "type" and element == "button") or value == "button"


def leads_somewhere_fit(address: str) -> bool:
    """Whether an address of a link is https, mail, or a place of this site."""
    flat = _as_browsers_read(address)
    return flat.startswith(("https://", "mailto:")) or is_of_this_site(address)


def is_of_this_site(address: str) -> bool:
    """Whether an address names no scheme and no host."""
    flat = _as_browsers_read(address)
    return not flat.startswith("//") and ":" not in re.split("[/?#]", flat, maxsplit=1)[0]


def _as_browsers_read(address: str) -> str:
    """Without blanks and control characters, which browsers drop, and with slashes for backslashes."""
    return "".join(sign for sign in address.lower() if sign > " ").replace("\\", "/")
