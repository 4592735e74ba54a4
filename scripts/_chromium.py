"""Where the Chromium of the machine is, and how it is started."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The switches keep Chromium from asking its maker's hosts; as root it needs --no-sandbox.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-sandbox"]


def chromium() -> str:
    """Its path: $CHROMIUM, or the first of its usual names; empty where there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
