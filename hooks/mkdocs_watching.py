"""The preview's watch: it outlasts a folder that is away for a while, and knows the code that it runs on."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from watchdog.observers.polling import PollingObserverVFS

SECONDS = 0.2
"""Between two looks; MkDocs itself looks less often, and an edit waits for the next look."""


def watch_on(server: Any) -> None:
    """Makes a preview see what comes back after it was gone: MkDocs' own watch over it would have ended."""
    paths = list(server._watched_paths)
    for path in paths:
        server.unwatch(path)
    server.observer = PollingObserverVFS(_state, _entries, polling_interval=SECONDS)
    for path in paths:
        server.watch(path)


def _state(path: str) -> os.stat_result:
    """What is not there counts as an empty folder, so that its coming is a change like its going."""
    try:
        return Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return os.stat_result((stat.S_IFDIR, *[0] * 9))


def _entries(path: str | None) -> Iterator[os.DirEntry[str]]:
    """What is in a folder, except for what Python writes when it loads code."""
    return (entry for entry in os.scandir(path) if entry.name != "__pycache__")


Code = dict[Path, bytes]


def code(folder: Path) -> Code:
    """Every Python file below a folder, with what it says."""
    return {path: path.read_bytes() for path in folder.rglob("*.py") if path.is_file()}


def changed(folder: Path, loaded: Code) -> str:
    """A sentence on code that is no longer what was loaded, as Python keeps to that; empty where all is."""
    now = code(folder)
    names = sorted(path.name for path in now | loaded if now.get(path) != loaded.get(path))
    if not names:
        return ""
    return f"Changed since the preview began: {', '.join(names)}. Restart it to use the changed code."
