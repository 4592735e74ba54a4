"""The one way to ask arXiv: politely, and with nothing taken for an answer that is not a whole one.

The package `arxiv` builds requests and reads answers. Beneath it, an adapter sets what the package leaves
open (time limit, retries, name) and refuses what the package would recover from in silence: it reads a
truncated answer as one with fewer authors, and an outage page as an empty one.
"""

from __future__ import annotations

import os
import re
import time
import tomllib
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import arxiv  # type: ignore[import-untyped]
import requests
from _arxiv_answers import Incomplete, answered, record
from _console import ROOT
from readinglist.arxiv.record import Record, same
from readinglist.problems import CannotOpen, Failure, quoted
from readinglist.text.characters import collapsed
from requests.adapters import HTTPAdapter

BATCH = 100
"""Papers a request: more make an address longer than every server takes."""
DELAY = 3.0
"""Seconds between requests that arXiv asks for."""
LONGEST = 60.0
"""Seconds to wait for arXiv at most; where it asks for more, the run ends instead of asking sooner."""
TRIES = 3
TIMEOUT = 30.0
_ATOM = "{http://www.w3.org/2005/Atom}"
_PARTS = ("id", "published", "updated")


class NoAnswer(Failure):
    """No whole answer for some papers; the message is a sentence or two that names them."""

    def __init__(self, reason: str, ids: Sequence[str]) -> None:
        self.reason, self.ids = reason, tuple(ids)
        super().__init__(f"No answer to rely on for {', '.join(ids)}: {reason}. Nothing was changed.")


class _Failed(Exception):
    """A request that failed: why, whether to ask again, and the seconds to wait where arXiv said so."""

    def __init__(self, reason: str, *, again: bool = True, after: float | None = None) -> None:
        super().__init__(reason)
        self.again, self.after = again, after


@dataclass
class Pace:
    """Keeps requests apart: the only place that sleeps."""

    delay: float = DELAY
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _due: float = float("-inf")

    def turn(self) -> None:
        """Returns when the next request is due."""
        if (wait := self._due - self.clock()) > 0:
            self.sleep(wait)

    def rest(self, seconds: float = 0) -> None:
        """Puts the next request off by so many seconds from now, and by the delay at least."""
        self._due = self.clock() + max(self.delay, seconds)


class Careful(HTTPAdapter):
    """An HTTP adapter that gives back whole Atom feeds and nothing else; raises `_Failed`."""

    def __init__(self, pace: Pace, timeout: float) -> None:
        super().__init__()
        self.pace, self.seconds, self.agent = pace, timeout, user_agent()

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        """The answer to a request, asked again a few times where that may help."""
        request.headers["User-Agent"] = self.agent
        for number in range(TRIES):
            self.pace.turn()
            try:
                response = self._once(request, options | {"timeout": self.seconds})
            except _Failed as failed:
                wait = self.pace.delay * 2**number if failed.after is None else failed.after
                self.pace.rest(wait)
                if not failed.again or wait > LONGEST or number == TRIES - 1:
                    raise
            else:
                self.pace.rest()
                return response
        raise AssertionError("the last try returns or raises")

    def _once(self, request: requests.PreparedRequest, options: dict[str, Any]) -> requests.Response:
        try:
            response = super().send(request, **options)
            body = response.content
        except requests.Timeout:
            raise _Failed(f"it said nothing for {self.seconds:g} seconds") from None
        except requests.RequestException as error:
            raise _Failed(_cut(error, self.seconds)) from None
        if not response.is_redirect:
            _check(response, body)
        return response


def _cut(error: requests.RequestException, seconds: float) -> str:
    """Why a connection failed, in words."""
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "its answer was cut off"
    if "timed out" in str(error):
        return f"it said nothing for {seconds:g} seconds"
    if isinstance(error, requests.ConnectionError):
        return "it could not be reached" if "NewConnectionError" in repr(error) else "it hung up"
    return f"it could not be asked ({type(error).__name__})"


def _check(response: requests.Response, body: bytes) -> None:
    """Raises `_Failed` where an answer is anything but a whole Atom feed."""
    status, words = response.status_code, body[:400].decode("utf-8", "replace")
    if status == 429 or words.strip().startswith("Rate exceeded"):
        raise _Failed("it asks for fewer requests (Rate exceeded)", after=_retry_after(response))
    if status >= 500:
        raise _Failed(f"it answered HTTP {status}", after=_retry_after(response))
    try:
        feed = ElementTree.fromstring(body)
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        feed = None
        broken = f"its answer is cut off or broken ({error})" if "<feed" in words else ""
    if feed is not None and (refusal := _refusal(feed)):
        raise _Failed(f"it refused the request ({refusal})", again=False)
    if status != 200:
        raise _Failed(f"it answered HTTP {status}", again=False)
    if feed is None or feed.tag != f"{_ATOM}feed":
        raise _Failed((feed is None and broken) or f"its answer is no Atom feed but {quoted(words, 40)}")
    if any(
        not (entry.findtext(f"{_ATOM}{part}") or "").strip()
        for entry in feed.iter(f"{_ATOM}entry")
        for part in _PARTS
    ):
        raise _Failed("an entry of its answer lacks a part")


def _refusal(feed: ElementTree.Element) -> str:
    """What an error entry says; nothing where there is none."""
    for entry in feed.iter(f"{_ATOM}entry"):
        if "/api/errors" in (entry.findtext(f"{_ATOM}id") or ""):
            return collapsed(entry.findtext(f"{_ATOM}summary") or "no reason given").rstrip(".")
    return ""


def _retry_after(response: requests.Response) -> float | None:
    """The seconds that arXiv asks to wait, given as a number or as a date."""
    given = response.headers.get("Retry-After", "").strip()
    if given.isdecimal():
        return float(given)
    try:
        return max(0.0, (parsedate_to_datetime(given) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def user_agent() -> str:
    """The name and version of the project, and where `REPO_URL` says it lives."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    home = re.sub(r"[^!-~]", "", os.environ.get("REPO_URL", ""))
    return f"{project['name']}/{project['version']}" + (f" (+{home})" if home else "")


def query_url(base: str) -> str:
    """The pattern of the package for requests to a server; raises `CannotOpen` where it is no address."""
    parts = urlsplit(base)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise CannotOpen(
            f"{quoted(base)} is not the address of a server: write it as in http://127.0.0.1:8080."
        )
    path = parts.path.rstrip("/").removesuffix("/api/query")
    return f"{parts.scheme}://{parts.netloc}{path}/api/query".replace("{", "{{").replace("}", "}}") + "?{}"


class Transport:
    """Asks arXiv, or the server at `base_url` in its place."""

    def __init__(self, base_url: str = "", pace: Pace | None = None, timeout: float = TIMEOUT) -> None:
        adapter = Careful(pace or Pace(), timeout)
        # Pace and tries are the adapter's: the package's own know no Retry-After.
        self._client = arxiv.Client(page_size=BATCH, delay_seconds=0, num_retries=0)
        for scheme in ("http://", "https://"):
            self._client._session.mount(scheme, adapter)
        if base_url:
            self._client.query_url_format = query_url(base_url)

    def records(
        self, ids: Iterable[str], progress: Callable[[int, int], None] = lambda done, of: None
    ) -> dict[str, Record]:
        """What arXiv says of papers, by the id that was asked; those that it does not know are left out.

        Raises `NoAnswer` where an answer is not whole.
        """
        asked, found = [*dict.fromkeys(ids)], dict[str, Record]()
        with closing(self._client._session):
            for start in range(0, len(asked), BATCH):
                found |= self._batch(asked[start : start + BATCH], asked[start:])
                progress(min(start + BATCH, len(asked)), len(asked))
        return found

    def _batch(self, batch: Sequence[str], left: Sequence[str]) -> dict[str, Record]:
        names = {same(id): id for id in batch}
        try:
            search = arxiv.Search(id_list=batch, max_results=None)
            # A server that counts wrong is not asked for page after page without end.
            results = [*islice(self._client.results(search), 2 * BATCH)]
        except (_Failed, arxiv.ArxivError, requests.RequestException, ValueError) as error:
            said = "its answer breaks off" if isinstance(error, arxiv.ArxivError) else str(error)
            raise NoAnswer(f"arXiv was asked, and {said}", left) from error
        try:
            # Matched by id: arXiv keeps no order, and what it does not know is not there.
            return {
                names[id]: record(result, names[id])
                for result in results
                if (id := answered(result)) in names
            }
        except Incomplete as error:
            raise NoAnswer("arXiv's answer lacks a part of it", error.args) from None
