"""The live preview after a mistake: the last good site stays up, with the message in a banner.

MkDocs empties its folder before it builds, and a rebuild that raises leaves every request waiting.
So a good build is moved aside and served from there, and a bad one ends as a message. It is moved into a
hidden folder in MkDocs' own, which MkDocs neither empties nor leaves behind.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Protocol

import mkdocs_leftovers
import mkdocs_watching

log = logging.getLogger("mkdocs.readinglist")

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
App = Callable[[Environ, StartResponse], Iterable[bytes]]

_LAST_GOOD = "This is the last good site: the newest edit could not be built."
_CODE = Path(__file__).parent
_KEPT = ".served-"
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


def keep_serving(server: Server, code: Path = _CODE) -> None:
    """Makes a failed rebuild of any kind end as a banner on the pages of the last good one.

    And an address that cannot be had end as a sentence, and a change of the loaded code as another.
    """
    listening: Any = server
    listening.server_bind = partial(_bind, listening.server_bind, server.url)
    _Preview(server.builder, server.get_app(), Path(server.root), server, code)


def _bind(bind: Callable[[], None], url: str) -> None:
    try:
        bind()
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else "a port is a number up to 65535"
        log.error(f"Cannot serve at {url}: {reason}. Take another port, as in -a 127.0.0.1:8001.")
        raise SystemExit(2) from None


@dataclass
class _Preview:
    build: Callable[..., None]
    serve: App
    built: Path
    server: Server
    code: Path
    banner: str = ""
    moves: int = 0

    def __post_init__(self) -> None:
        self.loaded = mkdocs_watching.code(self.code)
        self._keep()
        self.server.builder = self.rebuild
        self.server.set_app(self.respond)

    def _keep(self) -> None:
        """Serves what was built; where it cannot be moved aside, what was served stays."""
        last, new = (self.built / f"{_KEPT}{number}" for number in (self.moves, self.moves + 1))
        try:
            new.mkdir()
            for path in self.built.iterdir():
                if path.name != mkdocs_leftovers.MARK and not path.name.startswith(_KEPT):
                    path.rename(new / path.name)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        self.server.root, self.moves = str(new), self.moves + 1
        shutil.rmtree(last, ignore_errors=True)

    def rebuild(self) -> None:
        """Builds, and keeps what was built; never raises."""
        _say_again()
        heard = _Listener()
        logging.getLogger("mkdocs").addHandler(heard)
        try:
            self.build()
            self._keep()
            parts = []
        # A strict abort is a SystemExit too.
        except (Exception, SystemExit) as error:
            unsaid = heard.unsaid(error)
            parts = [_LAST_GOOD, "\n".join([*heard.lines, *unsaid])]
            log.error("\n".join(["Not rebuilt: the last good site stays up.", *unsaid]))
        finally:
            logging.getLogger("mkdocs").removeHandler(heard)
        if stale := mkdocs_watching.changed(self.code, self.loaded):
            parts.append(stale)
            log.warning(stale)
        self.banner = "\n\n".join(parts)

    def respond(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answers a request from the last good site, with the banner where there is something to say."""
        page = environ["PATH_INFO"].endswith(("/", ".html"))
        if not self.banner or not page:
            return self.serve(environ, start_response)

        def start_longer(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
            return start_response(status, kept, *rest)

        return [with_banner(b"".join(self.serve(environ, start_longer)), self.banner)]


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
    banner = f'<pre role="alert" id="not-rebuilt" style="{_STYLE}">{escape(message)}</pre>'
    at = page.find(b">", page.find(b"<body")) + 1
    return page[:at] + banner.encode() + page[at:]
