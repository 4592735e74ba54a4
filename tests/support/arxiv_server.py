"""A server on loopback that plays arXiv: good answers in both shapes, and every bad one that was met."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

ATOM, SCHEMAS = "http://www.w3.org/2005/Atom", "http://arxiv.org/schemas/atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"


@dataclass(frozen=True)
class Fact:
    """A paper as arXiv has it; the defaults are those of `builders.entry`."""

    arxiv: str = "1706.00001"
    title: str = "The Paper on First"
    authors: Sequence[str] = ("Ada Lovelace", "Charles Babbage", "Mary Somerville")
    published: str = "2017-06-12T17:57:34Z"
    version: int | str = 2
    updated: str = "2018-01-31T08:00:00Z"
    categories: Sequence[str] = ("cs.CL",)
    primary: str = ""
    doi: str = ""
    journal_ref: str = ""
    comment: str = "12 pages"
    summary: str = "What there is to know."


SECOND = Fact("1706.00002", "The Paper on Second")


def entry_now(fact: Fact) -> str:
    """An entry in the shape of 2026."""
    address = f"arxiv.org/abs/{fact.arxiv}" + (f"v{fact.version}" if fact.version else "")
    return f"""  <entry>
    <id>http://{address}</id>
    <title>{escape(fact.title)}</title>
    <updated>{fact.updated}</updated>
    <link href="https://{address}" rel="alternate" type="text/html"/>
    <summary>  {escape(fact.summary)}</summary>
    {"".join(f'<category term="{term}" scheme="{SCHEMAS}"/>' for term in fact.categories)}
    <published>{fact.published}</published>
    <arxiv:comment>{escape(fact.comment)}</arxiv:comment>
    <arxiv:primary_category term="{fact.primary or fact.categories[0]}"/>
    {f"<arxiv:doi>{escape(fact.doi)}</arxiv:doi>" if fact.doi else ""}
    {f"<arxiv:journal_ref>{escape(fact.journal_ref)}</arxiv:journal_ref>" if fact.journal_ref else ""}
    {"".join(f"<author><name>{escape(name)}</name></author>" for name in fact.authors)}
  </entry>"""


def entry_before(fact: Fact) -> str:
    """An entry in the shape before 2026, its title broken over lines."""
    space, address = f'xmlns:arxiv="{SCHEMAS}"', f"http://arxiv.org/abs/{fact.arxiv}v{fact.version}"
    return f"""  <entry>
    <id>{address}</id>
    <updated>{fact.updated}</updated>
    <published>{fact.published}</published>
    <title>{escape(fact.title).replace(" ", chr(10) + "  ", 1)}</title>
    <summary>  {escape(fact.summary)}
</summary>
    {"".join(f"<author>{chr(10)}<name>{escape(name)}</name></author>" for name in fact.authors)}
    <arxiv:comment {space}>{escape(fact.comment)}</arxiv:comment>
    {f"<arxiv:doi {space}>{escape(fact.doi)}</arxiv:doi>" if fact.doi else ""}
    {f"<arxiv:journal_ref {space}>{escape(fact.journal_ref)}</arxiv:journal_ref>" if fact.journal_ref else ""}
    <link href="{address}" rel="alternate" type="text/html"/>
    <arxiv:primary_category {space} term="{fact.primary or fact.categories[0]}" scheme="{SCHEMAS}"/>
    {"".join(f'<category term="{term}" scheme="{SCHEMAS}"/>' for term in fact.categories)}
  </entry>"""


def feed(entries: Sequence[str], total: int | None = None) -> bytes:
    """An Atom feed; the namespaces of both shapes do not clash."""
    count = len(entries) if total is None else total
    return f"""<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="{OPENSEARCH}" xmlns:arxiv="{SCHEMAS}" xmlns="{ATOM}">
  <id>https://arxiv.org/api/x</id>
  <title>arXiv Query</title>
  <updated>2026-06-30T05:14:19Z</updated>
  <opensearch:itemsPerPage>100</opensearch:itemsPerPage>
  <opensearch:totalResults>{count}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
{chr(10).join(entries)}
</feed>
""".encode()


def refusal(*, dated: bool = False) -> bytes:
    """The feed with one entry that says that an id is malformed; before 2026 it had dates."""
    dates = "<updated>2025-01-01T00:00:00Z</updated><published>2025-01-01T00:00:00Z</published>"
    return feed(
        [
            "<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title>"
            f"<summary>incorrect id format for x</summary>{dates if dated else ''}</entry>"
        ]
    )


Answer = Callable[["Handler"], None]


def says(status: int, body: bytes, kind: str = "application/atom+xml", **headers: str) -> Answer:
    """An answer with this status and body."""

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body))}.items():
            handler.send_header(name, value)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def cut(handler: Handler) -> None:
    """An answer whose connection ends before the promised length."""
    body = handler.arxiv.good(handler)
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True


def hang_up(handler: Handler) -> None:
    """No answer at all: the connection ends."""
    handler.close_connection = True


def stall(handler: Handler) -> None:
    """No answer until the test is over."""
    handler.arxiv.over.wait(30)
    handler.close_connection = True


def truncated(handler: Handler) -> None:
    """An answer that is sent whole and is only the half of a feed."""
    body = handler.arxiv.good(handler)
    says(200, body[: body.rindex(b"<author>")])(handler)


HTML = says(200, b"<!DOCTYPE html>\n<html><body><p>Back soon.<br></body></html>", "text/html")
XHTML = says(200, b"<html xmlns='http://www.w3.org/1999/xhtml'><body>Back soon.</body></html>", "text/html")
RATE = says(200, b"Rate exceeded.", "text/plain")
EMPTY = says(200, b"")
NOTHING = says(200, feed([]))

BAD: dict[str, Answer] = {
    "503": says(503, b""),
    "400": says(400, refusal()),
    "HTML": HTML,
    "truncated": truncated,
    "too fast": RATE,
    "cut": cut,
    "hung up": hang_up,
    "empty": EMPTY,
}
"""Answers that no command may take for one."""


@dataclass(frozen=True)
class Request:
    """What was asked, and with which headers."""

    query: dict[str, str]
    headers: dict[str, str]

    @property
    def ids(self) -> list[str]:
        return self.query["id_list"].split(",")


class Handler(BaseHTTPRequestHandler):
    """Answers with what stands next in the script of the server, else well."""

    protocol_version = "HTTP/1.1"
    arxiv: Arxiv

    def do_GET(self) -> None:
        self.arxiv.asked.append(Request(self.query, dict(self.headers)))
        answer = self.arxiv.script.popleft() if self.arxiv.script else self.arxiv.always
        answer(self) if answer else says(200, self.arxiv.good(self))(self)

    def log_message(self, format: str, *args: Any) -> None:
        """Keeps quiet."""

    @property
    def query(self) -> dict[str, str]:
        return {key: value[0] for key, value in parse_qs(urlsplit(self.path).query).items()}


@dataclass
class Arxiv:
    """The server: `facts` are what it knows, `script` its next answers, `always` every other, `asked` the requests."""

    facts: list[Fact] = field(default_factory=lambda: [Fact()])
    entry: Callable[[Fact], str] = entry_now
    script: deque[Answer] = field(default_factory=deque)
    always: Answer | None = None
    asked: list[Request] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def good(self, handler: Handler) -> bytes:
        """A whole answer to a request: a page of what is known of the ids, in the order of `facts`."""
        start, most = int(handler.query["start"]), int(handler.query["max_results"])
        known = [fact for fact in self.facts if fact.arxiv in handler.query["id_list"].split(",")]
        return feed([self.entry(fact) for fact in known[start : start + most]], len(known))

    def changed(self, **values: Any) -> None:
        """Changes what is known of the first paper."""
        self.facts[0] = replace(self.facts[0], **values)

    def __enter__(self) -> Arxiv:
        bound = type("Bound", (Handler,), {"arxiv": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), bound)
        self.server.daemon_threads = True
        self.server.block_on_close = False
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def __exit__(self, *error: object) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
