#!/usr/bin/env python3
"""Measure what a page costs its reader, beside stock Material with the same content, in one run.

Both are built, served on loopback as a web host does, and opened in Chromium as on a phone with a slow
connection. Counted is what is moved before the reader acts, compressed; a second visit moves what the
browser has not kept. Scores are those of Lighthouse, the median of three, where it is found: name it by
$LIGHTHOUSE, or put it on PATH. Milliseconds depend on the machine: compare those of one run.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import _bootstrap  # noqa: F401
import _engines
from _chromium import QUIET, chromium
from _console import ROOT, add_catalogue, command_line, run
from _hosting import hosted
from readinglist import addresses, site
from readinglist.problems import Failure

PHONE: dict[str, Any] = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75}
# As Lighthouse has a phone's connection, in bytes a second and milliseconds.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 180_000, "uploadThroughput": 84_000}
KINDS = {"Document": "HTML", "Stylesheet": "styles", "Script": "scripts", "Font": "fonts"}
SEEN = """() => ({
    fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    shift: globalThis.shifted.reduce((sum, value) => sum + value, 0),
})"""
WATCH = """globalThis.shifted = [];
new PerformanceObserver((list) => globalThis.shifted.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true });"""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass
class Visit:
    """What one visit to a page moved, by kind, in bytes, and how it looked: paint in ms, and layout shift."""

    requests: int
    moved: dict[str, int]
    fcp: float
    shift: float

    @property
    def bytes(self) -> int:
        """All that was moved."""
        return sum(self.moved.values())


def visit(page: Any, address: str) -> Visit:
    """Opens an address and waits until nothing is asked for any more."""
    session = page.context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    moved = dict.fromkeys((*KINDS.values(), "other"), 0)
    requests: set[str] = set()

    def ended(event: dict[str, Any]) -> None:
        moved[KINDS.get(kinds.get(event["requestId"], ""), "other")] += int(event["encodedDataLength"])

    def came(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]
        if not event["response"].get("fromDiskCache") and event["response"]["url"].startswith("http"):
            requests.add(event["requestId"])

    session.on("Network.responseReceived", came)
    session.on("Network.loadingFinished", ended)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(address, wait_until="networkidle")
    seen = page.evaluate(SEEN)
    session.detach()
    return Visit(len(requests), moved, seen["fcp"], seen["shift"])


def visits(browser: Any, address: str) -> tuple[Visit, Visit]:
    """A first visit to an address, and a second in the same browser."""
    context = browser.new_context(**PHONE)
    context.add_init_script(WATCH)
    page = context.new_page()
    both = visit(page, address), visit(page, address)
    context.close()
    return both


def scores(address: str, browser: str) -> str:
    """The scores of Lighthouse in its four categories, each the median of three runs; none without it."""
    lighthouse = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
    if not lighthouse:
        return ""
    command = [lighthouse, address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    flags = "--chrome-flags=--headless --no-sandbox"
    runs = []
    for _ in range(3):
        environment = os.environ | {"CHROME_PATH": browser}
        done = subprocess.run([*command, flags], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failure(f"Lighthouse failed at {address}: {done.stderr.strip()}")
        runs.append(json.loads(done.stdout)["categories"])
    return " ".join(f"{statistics.median(found[name]['score'] for found in runs):.2f}" for name in CATEGORIES)


def pages(edition: site.Edition) -> dict[str, str]:
    """One page of each kind by its address; of papers the first."""
    return {
        "home": "",
        "a paper": addresses.paper(edition.catalogue.papers[0].id),
        "map": "map/",
        "topics": "topics/",
        "glossary": "glossary/",
    }


def table(rows: Iterator[tuple[str, Visit, Visit, str]]) -> Iterator[str]:
    """The lines of the table."""
    names = [*KINDS.values(), "other"]
    last = "first paint | layout shift | second visit | Lighthouse"
    yield f"| page | requests | KB | {' | '.join(names)} | {last} |"
    yield f"|---|---:|---:|{'---:|' * len(names)}---:|---:|---:|---|"
    for name, first, second, score in rows:
        parts = " | ".join(f"{first.moved[kind] / 1000:.1f}" for kind in names)
        yield (
            f"| {name} | {first.requests} | {first.bytes / 1000:.0f} | {parts} | {first.fcp:.0f} ms"
            f" | {first.shift:.3f} | {second.bytes / 1000:.1f} KB | {score} |"
        )


def measured(edition: site.Edition, sites: dict[str, Path]) -> Iterator[tuple[str, Visit, Visit, str]]:
    """Each page of each site, side by side."""
    from playwright.sync_api import sync_playwright  # of the packages for the tests

    path = chromium()
    if not path:
        raise Failure("No Chromium found. Install one, or name it by CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        for kind, address in pages(edition).items():
            for name, folder in sites.items():
                if (folder / address / "index.html").exists():
                    with hosted(folder) as host:
                        yield (
                            f"{kind}, {name}",
                            *visits(browser, host + address),
                            scores(host + address, path),
                        )
        browser.close()


def build(project: Path, target: Path, **more: str) -> None:
    """Builds a project into a folder."""
    command = [*_engines.MKDOCS, "build", "--quiet", "--site-dir", str(target)]
    if subprocess.run(command, cwd=project, env=_engines.environment() | more, check=False).returncode:
        raise Failure(f"mkdocs build failed in {project}.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds, measures, prints a Markdown table, and gives the exit status."""
    parser = command_line(__doc__)
    add_catalogue(parser, "--catalogue")
    options = parser.parse_intermixed_args(arguments)
    edition = site.load(options.catalogue)
    with tempfile.TemporaryDirectory(prefix="pages_") as folder:
        work = Path(folder)
        stock = _engines.stock(options.catalogue, work / "project")
        sites = {"ours": work / "ours", "stock Material": work / "stock"}
        build(ROOT, sites["ours"], CATALOGUE=str(options.catalogue.resolve()))
        build(stock, sites["stock Material"])
        for line in table(measured(edition, sites)):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
