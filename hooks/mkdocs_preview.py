"""The live preview after a mistake: the last good site stays up, with the message in a banner.

MkDocs empties its folder before it builds, and a rebuild that raises leaves every request waiting.
So the site is served from a copy that only a good build replaces, and a bad one ends as a message.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Protocol

log = logging.getLogger("mkdocs.readinglist")

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
App = Callable[[Environ, StartResponse], Iterable[bytes]]

_STYLE = (
    "position:sticky;top:0;z-index:9;margin:0;padding:.8em 1.2em;max-height:50vh;overflow:auto;"
    "white-space:pre-wrap;font:14px/1.5 monospace;background:#7a1f1f;color:#fff"
)


class Server(Protocol):
    """What is needed of a live-reload server: a builder to call, the folder it serves, its application."""

    builder: Callable[..., None]
    root: str
    url: str

    def get_app(self) -> Any:
        """The WSGI application."""

    def set_app(self, application: Any) -> None:
        """Replaces the WSGI application."""


def keep_serving(server: Server) -> None:
    """Makes a failed rebuild of any kind end as a banner on the pages of the last good one.

    And an address in use end as a sentence.
    """
    listening: Any = server
    listening.server_bind = partial(_bind, listening.server_bind, server.url)
    _Preview(server.builder, server.get_app(), Path(server.root), server)


def _bind(bind: Callable[[], None], url: str) -> None:
    try:
        bind()
    except OSError as error:
        sentence = f"Cannot serve at {url}: {error.strerror}. Take another port, as in -a 127.0.0.1:8001."
        raise SystemExit(sentence) from None


@dataclass
class _Preview:
    build: Callable[..., None]
    serve: App
    built: Path
    server: Server
    message: str = ""

    def __post_init__(self) -> None:
        self.good = Path(tempfile.mkdtemp(prefix="readinglist_"))
        weakref.finalize(self, shutil.rmtree, self.good, ignore_errors=True)
        self._keep()
        self.server.root = str(self.good)
        self.server.builder = self.rebuild
        self.server.set_app(self.respond)

    def _keep(self) -> None:
        for old in self.good.iterdir():
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        shutil.copytree(self.built, self.good, dirs_exist_ok=True)

    def rebuild(self) -> None:
        """Builds, and keeps what was built; never raises."""
        _say_again()
        heard = _Listener()
        logging.getLogger("mkdocs").addHandler(heard)
        try:
            self.build()
            self._keep()
            self.message = ""
        # A strict abort is a SystemExit too.
        except (Exception, SystemExit) as error:
            unsaid = heard.unsaid(error)
            self.message = "\n".join([*heard.lines, *unsaid])
            log.error("\n".join(["Not rebuilt: the last good site stays up.", *unsaid]))
        finally:
            logging.getLogger("mkdocs").removeHandler(heard)

    def respond(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answers a request from the good copy, with the banner where the last rebuild failed."""
        page = environ["PATH_INFO"].endswith(("/", ".html"))
        if not self.message or not page:
            return self.serve(environ, start_response)

        def start_longer(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
            return start_response(status, kept, *rest)

        return [with_banner(b"".join(self.serve(environ, start_longer)), self.message)]


def _say_again() -> None:
    """Lets MkDocs log what an earlier build logged too: it drops repeated messages, mistakes among them."""
    for said in logging.getLogger("mkdocs.commands.build").filters:
        getattr(said, "msgs", set()).clear()


class _Listener(logging.Handler):
    """Remembers the warnings and errors of one build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def unsaid(self, error: BaseException) -> list[str]:
        """The error's own message, unless it was logged already or only says that the build aborted."""
        message = str(error).strip() or type(error).__name__
        said = message in self.lines or (message.startswith("Aborted") and self.lines)
        return [] if said else [message]


def with_banner(page: bytes, message: str) -> bytes:
    """The page with the message at the top of its body."""
    intro = "This is the last good site: the newest edit could not be built."
    banner = f'<pre role="alert" id="not-rebuilt" style="{_STYLE}">{intro}\n\n{escape(message)}</pre>'
    at = page.find(b">", page.find(b"<body")) + 1
    return page[:at] + banner.encode() + page[at:]
