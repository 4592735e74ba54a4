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
        self.refuses: Exception = OSError(98, "Address already in use")
        self.next: Exception | SystemExit | None = None

    def bind(self) -> None:
        raise self.refuses

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


def test_a_mistake_that_stays_is_reported_at_each_save(server: FakeServer) -> None:
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


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(98, "Address already in use"), "Address already in use"),
        (OverflowError("bind(): port must be 0-65535."), "a port is a number up to 65535"),
    ],
)
def test_an_address_that_cannot_be_had_is_a_sentence(
    server: FakeServer, caplog: pytest.LogCaptureFixture, error: Exception, reason: str
) -> None:
    """Where another program has the port, or there is no such port, the command ends and says what to do."""
    server.refuses = error
    with pytest.raises(SystemExit) as end:
        server.server_bind()
    assert end.value.code == 2
    assert f"Cannot serve at http://127.0.0.1:8000/: {reason}. Take another port" in caplog.text


def test_a_move_that_finds_no_room_leaves_the_last_one(
    server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a good build cannot be moved aside, as the disk is full, the last one is served whole."""

    def full(path: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    with monkeypatch.context() as disk:
        disk.setattr(Path, "rename", full)
        server.builder()
    page, _ = ask(server)
    assert "No space left on device" in page and page.endswith("old</body>")
    server.builder()
    assert ask(server)[0] == "<body class='a'>new</body>"
    assert len([*server.built.glob(".served-*")]) == 1


def test_changed_code_is_named_until_it_is_as_it_was(tmp_path: Path) -> None:
    """Pages say which files of code are no longer what was loaded, and stop when a change is taken back."""
    code, site = tmp_path / "code", tmp_path / "site"
    for folder in (code, site):
        folder.mkdir()
    (code / "old.py").write_text("1")
    server = FakeServer(site)
    server.build()
    mkdocs_preview.keep_serving(server, code)
    (code / "old.py").write_text("2")
    (code / "new.py").write_text("")
    server.builder()
    page = ask(server)[0]
    assert "Changed since the preview began: new.py, old.py. Restart it" in page
    assert "last good site" not in page and page.endswith("new</body>")
    (code / "old.py").write_text("1")
    (code / "new.py").unlink()
    server.builder()
    assert "Restart" not in ask(server)[0]
