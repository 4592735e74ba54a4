"""What a browser needs to keep the whole site: the list of what was built, and the worker that answers."""

from __future__ import annotations

from pathlib import Path

import mkdocs_leftovers
from mkdocs.config.defaults import MkDocsConfig
from readinglist.exports import offline

_WORKER = "assets/reader/offline/worker.js"


def write(config: MkDocsConfig) -> None:
    """Lists what was built, and puts the worker where it may answer for all; nothing in a preview.

    A browser would show a preview's pages long after.
    """
    built, worker = Path(config.site_dir), Path(config.docs_dir, _WORKER)
    if mkdocs_leftovers.previewing() or not worker.is_file():
        return
    files = (path for path in built.rglob("*") if path.is_file())
    parts = ((path.relative_to(built).as_posix(), path.read_bytes()) for path in files)
    (built / offline.ADDRESS).write_text(offline.offline_json(parts), encoding="utf-8")
    (built / offline.WORKER).write_bytes(worker.read_bytes())
