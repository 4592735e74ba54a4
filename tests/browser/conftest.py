"""A real Chromium, and the built site as a web host would serve it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from look import Look
from playwright.sync_api import Browser, sync_playwright
from project import ROOT, mkdocs
from serving import served

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The switches keep Chromium from asking its maker's hosts; as root it needs --no-sandbox.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-sandbox"]

# A browser that lets no site keep anything.
REFUSING = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(
    window, name, { configurable: true, get() { throw new DOMException("no", "SecurityError") } })"""


@pytest.fixture(scope="session")
def host(built: Path) -> Iterator[str]:
    """The address of the built site on loopback."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site built with the theme's instant navigation, which needs to know that address."""
    source, folder = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("instant")
    for name in ("docs", "hooks"):
        shutil.copytree(ROOT / name, source / name)
    shutil.copy(ROOT / "papers.yaml", source)
    config = (ROOT / "mkdocs.yml").read_text()
    features = "  features:\n"
    assert features in config
    (source / "mkdocs.yml").write_text(config.replace(features, f"{features}    - navigation.instant\n"))
    with served(folder) as address:
        done = mkdocs("build", "--site-dir", str(folder), cwd=source, SITE_URL=address)
        assert done.returncode == 0, done.stderr
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium from the machine: $CHROMIUM, or the first of its usual names."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        pytest.fail("No Chromium found. Run scripts/test, which installs one, or set CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def look(browser: Browser, host: str) -> Iterator[Any]:
    """Opens a page of the site at a width and a colour scheme, with its console and its requests noted."""
    contexts = []

    def open_page(
        uri: str,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        storage: bool = True,
    ) -> Look:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        if not storage:
            context.add_init_script(REFUSING)
        look = Look(context.new_page())
        look.page.on("console", lambda said: look.errors.append(said.text) if said.type == "error" else None)
        look.page.on("pageerror", lambda error: look.errors.append(str(error)))
        look.page.on("request", lambda request: look.requests.append(request.url))
        look.page.goto(host + uri)
        return look

    yield open_page
    for context in contexts:
        context.close()
