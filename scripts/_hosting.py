"""A server on loopback that plays a web host: compresses text, lets what has a hash in its name be kept."""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

TEXT = re.compile(r"text/|application/(?:json|javascript|xml)|image/svg")
HASHED = re.compile(r"\.[0-9a-f]{8,}\.")
"""What a name has whose content never changes."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """Answers with the file, compressed where it is text; with `304` where the browser has it."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            return self.send_error(404)
        content, kind = file.read_bytes(), self.guess_type(file)
        tag = f'"{hash(content):x}"'
        if self.headers["If-None-Match"] == tag:
            return self._answer(304, {"ETag": tag}, b"")
        headers = {"Content-Type": kind, "ETag": tag, "Cache-Control": self._caching(file)}
        if TEXT.match(kind):
            headers["Content-Encoding"], content = "gzip", gzip.compress(content, 9, mtime=0)
        self._answer(200, headers, content)

    def _caching(self, file: Path) -> str:
        return "max-age=31536000, immutable" if HASHED.search(file.name) else "no-cache"

    def _answer(self, status: int, headers: dict[str, str], content: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(ConnectionError):  # who asked has gone
            self.wfile.write(content)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a folder on loopback, while it is served."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
