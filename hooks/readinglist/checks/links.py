"""Links in hand-written pages to papers and to terms of the glossary: each must lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator

from readinglist import addresses
from readinglist.problems import Problem, did_you_mean, line_and_column, quoted
from readinglist.source.prose import Prose
from readinglist.text.markdown import terms_of, without_code

GLOSSARY = "glossary.md"

_LINK = re.compile(r"\]\(\s*<?(?P<path>[^\s)>#:]*)(?:#(?P<anchor>[^\s)>]*))?")


def dangling(prose: Prose, ids: Collection[str]) -> Iterator[Problem]:
    """Links to a paper that is not in the list, and to a term that is not in the glossary."""
    terms = terms_of(prose.pages.get(GLOSSARY, ""))
    for uri, text in prose.pages.items():
        for link in _LINK.finditer(without_code(text)):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), link["path"]))
            name = addresses.paper_at(target)
            place = line_and_column(text, link.start() + 2)
            if name and name not in ids:
                message = f"a link to {quoted(target)}, which is no paper of this list"
                yield Problem(prose.file(uri), *place, "", message, did_you_mean(name, ids))
            # Without a path the link stays on its page, which may be the glossary itself.
            here = uri if not link["path"] else target
            if here == GLOSSARY and link["anchor"] and link["anchor"] not in terms:
                message = f"a link to {quoted(link['anchor'])}, which is no term of the glossary"
                fix = did_you_mean(link["anchor"], terms) if terms else "Write docs/glossary.md"
                yield Problem(prose.file(uri), *place, "", message, fix)
