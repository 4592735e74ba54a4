"""What a preview must not leave behind: it ends in order at a signal, and sweeps after a killed one."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

MARK = ".reading-list-preview"
"""The file in a preview's temporary folder that is locked as long as the preview runs."""


_begun: list[Path] = []


def begin(folder: Path) -> None:
    """Begins a preview: what earlier ones left in a folder goes, and a signal ends this one as Ctrl-C does.

    The signals are the request to end, and the closing of the terminal.
    """
    sweep(folder)
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # as under nohup
            signal.signal(number, _stop)
    _begun.append(folder)


def _stop(*_: Any) -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # a second one would cut the clearing up short
    raise KeyboardInterrupt


def previewing() -> bool:
    """Whether this process began a preview."""
    return bool(_begun)


def hold(folder: Path) -> None:
    """Marks a temporary folder as that of this process, until it ends; nothing where no preview began."""
    mark = folder / MARK
    if not _begun or mark.exists():
        return
    # Locked before it has its name, so that nobody finds it free. Never closed: that would give the lock up.
    handle, name = tempfile.mkstemp(dir=folder, prefix=".")
    fcntl.flock(handle, fcntl.LOCK_EX)
    Path(name).rename(mark)


def sweep(folder: Path) -> None:
    """Deletes our own temporary folders in a folder whose preview runs no more."""
    for mark in folder.glob(f"*/{MARK}"):
        with suppress(OSError):
            if mark.parent.lstat().st_uid == os.getuid():
                _delete_if_free(mark)


def _delete_if_free(mark: Path) -> None:
    handle = os.open(mark, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(mark.parent)
    finally:
        os.close(handle)
