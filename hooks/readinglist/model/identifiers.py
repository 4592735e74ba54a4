"""Identifiers that outlive an edit: paper ids, arXiv ids, DOIs, addresses.

Each function returns its argument when it is well formed and raises `Refused` otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from readinglist.problems import Refused, quoted, quoted_id
from readinglist.text.unfinished import is_unfinished

RESERVED = frozenset({"index", "readme"})
"""Names of files that MkDocs and its kin read as the page of a folder."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NEW = re.compile(r"(?P<year>[0-9][0-9])(?P<month>0[1-9]|1[0-2])\.(?P<serial>[0-9]{4,5})")
_OLD = re.compile(r"[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/(?P<year>[0-9][0-9])(?P<month>0[1-9]|1[0-2])[0-9]{3}")
_WITHIN = re.compile(
    r"(?:(?<![a-z])[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?=v[0-9]+|\.pdf|\b)"
)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\\]*[^\s\\.,;:]")
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_NEXT_DOI = re.compile(r"[\s,;]+(?:and\s+)?(?=(?:https?://|doi:|10\.[0-9]{4,9}[./]))", re.IGNORECASE)
_CATEGORY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.(?:[A-Z]{2}|[a-z]+(?:-[a-z]+)*))?")
_URL = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&()*+,;=%]+")


def slug(value: str) -> str:
    """A permanent id, which is the address `/papers/ID/`: lower-case words joined by hyphens."""
    if value.lower() in RESERVED:
        raise Refused(f"the name {quoted_id(value)} is one that the site itself needs", "Choose another id")
    if not is_slug(finished(value)):
        near = likely_slug(value)
        raise Refused(
            f"{quoted_id(value)} is not an id",
            "Write up to 64 lower-case letters, digits and single hyphens"
            + (f", for example {near}" if near and near not in RESERVED else ""),
        )
    return value


def finished(value: str) -> str:
    """Any text without a mark of unfinished work."""
    if is_unfinished(value):
        raise Refused(f"unfinished: {quoted_id(value)} is left over", "Write what is missing")
    return value


def is_slug(value: str) -> bool:
    """Whether a text has the form of an id."""
    return bool(_SLUG.fullmatch(value)) and len(value) <= 64


def likely_slug(text: str) -> str:
    """The id that a text was likely meant to be; empty where it has neither letter nor digit."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:64].strip("-")


def arxiv_id(value: str) -> str:
    """An arXiv id without version, new (`1706.03762`) or old (`hep-th/9901001`)."""
    new = _NEW.fullmatch(value)
    if _OLD.fullmatch(value) or (new and len(new["serial"]) == _serial_length(new)):
        return value
    within = _WITHIN.search(value)
    if within and within[0] != value:
        raise Refused(
            f"{quoted_id(value)} is more than an arXiv id",
            f'Write the id alone, without version or address: arxiv: "{within[0]}"',
        )
    raise Refused(
        f"{quoted_id(value)} is not an arXiv id",
        'Write four digits, a point and five digits (four until 2014), as in "1706.03762", or the old form '
        '"hep-th/9901001"',
    )


def _serial_length(new: re.Match[str]) -> int:
    """Digits after the point: four until the end of 2014, five since."""
    return 5 if int(new["year"]) >= 15 else 4


def arxiv_month(value: str) -> tuple[int, int]:
    """Year and month in which arXiv gave out the id."""
    found = _NEW.fullmatch(value) or _OLD.fullmatch(value)
    if not found:
        raise Refused(f"{quoted_id(value)} is not an arXiv id")
    year = int(found["year"])
    return (1900 if year >= 91 else 2000) + year, int(found["month"])


def arxiv_order(value: str) -> tuple[int, int, int]:
    """What sorts arXiv ids by when they were given out: year, month, and number in the month."""
    return *arxiv_month(value), int(re.split(r"[./]", value)[-1])


LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")


def language(value: str) -> str:
    """A language as HTML names it: `en`, `zh-Hant`, `pt-BR`."""
    if not LANGUAGE.fullmatch(value):
        raise Refused(
            f"{quoted_id(value)} is not the tag of a language",
            "Write two or three lower-case letters, as in en or he; script and country may follow: pt-BR",
        )
    return value


def arxiv_category(value: str) -> str:
    """An arXiv category such as `cs.CL` or `hep-th`."""
    if not _CATEGORY.fullmatch(value):
        raise Refused(
            f"{quoted_id(value)} is not an arXiv category", "Write it as arXiv does, for example cs.CL"
        )
    return value


def doi(value: str) -> str:
    """A publisher's DOI, without an address before it."""
    if not _DOI.fullmatch(value):
        likely = [*dois(value)]
        if not likely:
            raise Refused(f"{quoted_id(value)} is not a DOI", "Write it as in 10.18653/v1/N19-1423")
        if len(likely) > 1:
            raise Refused(f"{quoted_id(value)} is more than one DOI", f"Write one of them: {likely[0]}")
        raise Refused(f"{quoted_id(value)} is more than a DOI", f"Write the DOI alone: {likely[0]}")
    if value.startswith("10.5555/"):
        raise Refused(
            f"{quoted_id(value)} is a handle of one library, which doi.org does not know", "Leave doi out"
        )
    if value.lower().startswith("10.48550/"):
        raise Refused(f"{quoted_id(value)} is arXiv's own DOI, not a publisher's", "Leave doi out")
    return value


def dois(text: str) -> Iterator[str]:
    """Every DOI in a field that was meant for one: with addresses, several in a row, a point at the end."""
    for part in _NEXT_DOI.split(text.strip()):
        prefix = _DOI_PREFIX.match(part)
        bare = part[prefix.end() :] if prefix else part
        bare = unquote(bare) if prefix and "/" in prefix[0] else bare
        bare = re.sub(r"\\(?=[_&%#$<>])", "", bare).rstrip(" .,;:\"'")
        if _DOI.fullmatch(bare):
            yield bare


def https(value: str) -> str:
    """An absolute https address of a public host, in ASCII."""
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme == "http" and host:
        raise Refused(f"the link {quoted(value)} is not https", f"Write https://{value.split('://', 1)[1]}")
    if parts.scheme == "https" and (foreign := re.search(r"[^\x00-\x7f]", value)):
        message = f"the link {quoted(value)} holds {quoted(foreign[0])}, which an address encodes"
        raise Refused(message, f"Write {_ascii(value, host)}")
    if parts.scheme != "https" or "." not in host or "@" in parts.netloc or not _URL.fullmatch(value):
        raise Refused(f"the link {quoted(value)} is not an https address", "Write it in full: https://…")
    return value


def _ascii(url: str, host: str) -> str:
    """An address as it goes over the wire: what is not ASCII is encoded."""
    try:
        named = host.encode("idna").decode()
    except UnicodeError:
        named = quote(host)
    return quote(url.replace(host, named, 1), safe="-._~:/?#[]@!$&()*+,;=%'")
