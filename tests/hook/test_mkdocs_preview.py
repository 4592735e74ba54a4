"""A failed rebuild keeps the last good site and says what is wrong on its pages."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mkdocs_preview
import pytest
from mkdocs.utils import DuplicateFilter


class FakeServer:
    """A server that serves its folder, with a builder that does what the test wants next."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.url = "http://127.0.0.1:8000/"
        self.server_bind: Callable[[], None] = self.bind
        self.built = root
        self.builder: Callable[..., None] = self.build
        self.app: Any = self.respond
        self.next: Exception | SystemExit | None = None

    def bind(self) -> None:
        raise OSError(98, "Address already in use")

    def build(self) -> None:
        (self.built / "index.html").write_text("half")
        if self.next:
            logging.getLogger("mkdocs.test").error("broken link in x.md")
            raise self.next
        (self.built / "index.html").write_text("<body class='a'>new</body>")

    def respond(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        body = (Path(self.root) / "index.html").read_bytes()
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
        return [body]

    def get_app(self) -> Any:
        return self.app

    def set_app(self, application: Any) -> None:
        self.app = application


def ask(server: FakeServer, path: str = "/") -> tuple[str, list[str]]:
    """The body of an answer, and the names of its headers."""
    names: list[str] = []

    def start_response(status: str, headers: list[tuple[str, str]]) -> None:
        names.extend(name for name, _ in headers)

    return b"".join(server.app({"PATH_INFO": path}, start_response)).decode(), names


@pytest.fixture
def server(tmp_path: Path) -> FakeServer:
    """A server under watch, with one good build behind it."""
    (tmp_path / "index.html").write_text("<body class='a'>old</body>")
    server = FakeServer(tmp_path)
    mkdocs_preview.keep_serving(server)
    return server


@pytest.mark.parametrize(
    "error", [ValueError("no title"), SystemExit("Aborted with 1 warnings in strict mode!")]
)
def test_a_failed_rebuild_keeps_the_last_good_site(server: FakeServer, error: Exception | SystemExit) -> None:
    """Whatever a rebuild raises, the old page is served with what was logged in a banner."""
    server.next = error
    server.builder()
    page, headers = ask(server)
    assert page.startswith("<body class='a'><pre role=\"alert\"")
    assert "broken link in x.md" in page
    assert ("no title" in page) == isinstance(error, ValueError)
    assert "Aborted" not in page
    assert page.endswith("old</body>")
    assert "Content-Length" not in headers
    assert ask(server, "/assets/styles/tokens.css")[0] == "<body class='a'>old</body>"


def test_a_mistake_that_stays_is_told_at_each_save(server: FakeServer) -> None:
    """MkDocs logs a message once in a session; a second build that fails alike still says what is wrong."""
    log = logging.getLogger("mkdocs.commands.build")
    once = DuplicateFilter()
    log.addFilter(once)

    def fails() -> None:
        log.error("papers.yaml:1:1: unknown key")
        raise SystemExit("Aborted with a BuildError!")

    try:
        server.builder.__self__.build = fails  # type: ignore[attr-defined]
        for _ in range(2):
            server.builder()
            assert "papers.yaml:1:1: unknown key" in ask(server)[0]
    finally:
        log.removeFilter(once)


def test_mending_takes_the_banner_away(server: FakeServer) -> None:
    """After a good rebuild the new page is served as it is."""
    server.next = ValueError("x")
    server.builder()
    server.next = None
    server.builder()
    assert ask(server)[0] == "<body class='a'>new</body>"


def test_a_message_cannot_bring_markup(server: FakeServer) -> None:
    """What is wrong is shown as text, whatever it quotes."""
    server.next = ValueError("<script>alert(1)</script>")
    server.builder()
    assert "<script>" not in ask(server)[0]


def test_an_address_in_use_is_a_sentence(server: FakeServer) -> None:
    """Where another program has the port, the command ends and says what to do."""
    with pytest.raises(SystemExit) as end:
        server.server_bind()
    assert str(end.value).startswith(
        "Cannot serve at http://127.0.0.1:8000/: Address already in use. Take another port"
    )
