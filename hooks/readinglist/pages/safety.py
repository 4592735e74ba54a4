"""A last look at a finished page: nothing in it may run or ask another host, whoever wrote the prose.

The text of a page is judged by the lists of what is allowed. What the theme puts around it is known by
comparison: tags of the frame must be those of a page of fixed words, made by the same templates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from readinglist.problems import quoted
from readinglist.text import markup
from readinglist.text.markup import Tag

TEXT = "article"
"""The element of the theme that holds the text of a page."""

_DOCTYPE = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
_WORDS = frozenset({"title", "aria-label", "value"})
"""Attributes of the frame that hold words and numbers of the page."""
_KEPT = frozenset({"id", "data-md-component"})
"""Attributes by which the theme's scripts find their places: never more of one than in the reference."""

Signature = tuple[str, frozenset[tuple[str, str]], str]


@dataclass(frozen=True)
class Flaw:
    """Something that is not allowed, and the source of the tag that it is in."""

    message: str
    raw: str


@dataclass(frozen=True)
class Frame:
    """What the theme puts around a text, learnt from pages of fixed words."""

    tags: Counter[Signature] = field(default_factory=Counter)
    addresses: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pages: Iterable[str]) -> Frame:
        """The frame of several pages; each must be plain markup."""
        counts: Counter[Signature] = Counter()
        addresses, ids = set(), set()
        for page in pages:
            found = [tag for tag in tags(page) if TEXT not in tag.inside]
            counts |= Counter(map(_signature, found))
            addresses |= {value for tag in found for name, value in tag.attributes if name == "href"}
            ids |= {value for tag in found for name, value in tag.attributes if name == "id"}
        return cls(counts, frozenset(addresses), frozenset(ids))

    def faults(self, page: str) -> Iterator[Flaw]:
        """Everything in a finished page that is neither allowed in its text nor the frame's."""
        seen: Counter[Signature] = Counter()
        ids: set[str] = set()
        try:
            for tag in tags(page):
                inside = TEXT in tag.inside
                for message in markup.faults(tag) if inside else self._of_frame(tag, seen):
                    yield Flaw(message, tag.raw)
                for name, value in tag.attributes:
                    if name == "id" and (value in ids or (inside and value in self.ids)):
                        yield Flaw(f"the id {quoted(value)} twice", tag.raw)
                    ids |= {value} if name == "id" else set()
        except markup.Unreadable as error:
            yield Flaw(str(error), page[error.at : error.at + 40])

    def _of_frame(self, tag: Tag, seen: Counter[Signature]) -> Iterator[str]:
        signature = _signature(tag)
        seen[signature] += 1
        if signature not in self.tags:
            yield f"{quoted(tag.raw)}, which is not the theme's"
        elif seen[signature] > self.tags[signature] and _KEPT.intersection(dict(tag.attributes)):
            yield f"{quoted(tag.raw)} more often than the theme has it"
        for name, value in tag.attributes:
            led = name == "href" and (value in self.addresses or markup.leads_somewhere_fit(value))
            if name == "href" and not led and not _is_canonical(tag):
                yield f"{name}={quoted(value)} in <{tag.name}>"


def tags(page: str) -> Iterator[Tag]:
    """The opening tags of a whole page in order; raises `Unreadable` at what is not plain markup."""
    doctype = _DOCTYPE.match(page)
    return markup.tags(page, doctype.end() if doctype else 0)


def _signature(tag: Tag) -> Signature:
    """A tag of the frame without what differs from page to page: words, numbers, and where links lead."""
    changing = _WORDS | ({"href"} if tag.name == "a" or _is_relation(tag) else set())
    if tag.name == "meta" and ("name", "description") in tag.attributes:
        changing |= {"content"}
    kept = ((name, "" if name in changing else value) for name, value in tag.attributes)
    return tag.name, frozenset(kept), tag.text.strip()


def _is_relation(tag: Tag) -> bool:
    return tag.name == "link" and dict(tag.attributes).get("rel") in {"prev", "next", "canonical"}


def _is_canonical(tag: Tag) -> bool:
    return tag.name == "link" and ("rel", "canonical") in tag.attributes
