"""Links and pictures in hand-written pages: each must lead somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from readinglist import addresses
from readinglist.problems import Places, Problem, did_you_mean, quoted
from readinglist.source.prose import PICTURES, Prose
from readinglist.text import markup
from readinglist.text.anchors import slug
from readinglist.text.inline import Link
from readinglist.text.markdown import PARTS, Page

GLOSSARY = "glossary.md"
OF_A_PAPER = frozenset(
    slug(heading)
    for heading in (
        *("In one sentence", "Why it is here", "Before you read", "How to read it", *PARTS, "In code"),
        *(
            "Key results",
            "Limits, and how it aged",
            "Where it came from",
            "What it unlocks",
            "What came next",
        ),
        *("Check yourself", "Elsewhere"),
    )
)
"""Anchors that the page of a paper has of itself."""


def dangling(prose: Prose, ids: Collection[str], generated: Collection[str]) -> Iterator[Problem]:
    """Links to a page, paper, term or picture that is not there, with the place of each."""
    site = _Site(prose, ids, generated)
    for uri, page in site.pages.items():
        places = Places(page.text)
        for link in page.links:
            if wrong := site.wrong_with(uri, link):
                yield Problem(prose.file(uri), *places.of(link.at), "", *wrong)


class _Site:
    """What there is to link to."""

    def __init__(self, prose: Prose, ids: Collection[str], generated: Collection[str]) -> None:
        self.prose, self.ids, self.generated = prose, ids, generated
        self.pages: Mapping[str, Page] = {uri: Page(text) for uri, text in prose.pages.items()}
        self.papers = set(map(addresses.page_of, ids))
        self.targets = {*prose.pages, *prose.files, *generated, *self.papers}

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """The name of each term of the glossary by its anchor."""
        page = self.pages.get(GLOSSARY)
        return {heading.anchor: heading.name for heading in page.headings} if page else {}

    def wrong_with(self, uri: str, link: Link) -> tuple[str, str] | None:
        """Message and fix for a link of a page that leads nowhere; links elsewhere are not followed."""
        if not markup.is_of_this_site(link.address):
            return None
        path, _, anchor = link.address.partition("#")
        path = unquote(path.partition("?")[0])
        if not path and not anchor:
            return (
                f"the address {quoted(link.address)} names no page",
                "Name one with its ending, as in about.md",
            )
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri
        if path.startswith("/") or target.startswith("../"):
            return (
                f"the address {quoted(link.address)} leads out of the docs",
                "Write it relative to this page",
            )
        if link.picture:
            return self._wrong_picture(target)
        name = addresses.paper_at(target)
        if name and name not in self.ids:
            return f"a link to {quoted(target)}, which is no paper of this list", did_you_mean(name, self.ids)
        if target not in self.targets:
            fix = did_you_mean(target, self.targets) or "Name a page with its ending, as in about.md"
            return f"a link to {quoted(target)}, which is not there", fix
        return self._wrong_anchor(target, unquote(anchor))

    def _wrong_picture(self, target: str) -> tuple[str, str] | None:
        pictures = [uri for uri in self.prose.files if posixpath.splitext(uri)[1] in PICTURES]
        if target in pictures:
            return None
        fix = did_you_mean(target, pictures) or "Put the file there, and name it by its path from this page"
        return f"the picture {quoted(target)} is not there", fix

    def _wrong_anchor(self, target: str, anchor: str) -> tuple[str, str] | None:
        """Anchors of other generated pages are not known here: the build says what is wrong with them."""
        if not anchor or target not in {GLOSSARY, *self.pages, *self.papers}:
            return None
        if target in self.generated and target != GLOSSARY:
            return None
        if target == GLOSSARY:
            if anchor in self.terms:
                return None
            fix = did_you_mean(anchor, self.terms) if self.terms else "Write docs/glossary.md"
            return f"a link to {quoted(anchor)}, which is no term of the glossary", fix
        anchors = self.pages[target].anchors if target in self.pages else frozenset()
        if target in self.papers:
            anchors |= OF_A_PAPER
        if anchor in anchors:
            return None
        return f"a link to {quoted('#' + anchor)}, which {target} does not have", did_you_mean(
            anchor, anchors
        )
