"""A real preview server through the mistakes that people make, on a copy of the project."""

from __future__ import annotations

import html
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest
from builders import entry, source
from project import another_list, environment


@dataclass
class Preview:
    """A running `mkdocs serve`, its project and what it has said."""

    process: subprocess.Popen[str]
    output: IO[str]
    project: Path
    url: str
    said: list[str] = field(default_factory=list)

    def wait_for(self, words: str) -> str:
        """Reads the terminal up to a line with the words; gives all that was read."""
        self.said.clear()
        for line in self.output:
            self.said.append(line)
            if words in line:
                return "".join(self.said)
        raise AssertionError(f"ended before it said {words!r}:\n{''.join(self.said)}")

    def get(self, path: str = "") -> str:
        """One page, as a browser gets it."""
        with urllib.request.urlopen(self.url + path, timeout=60) as answer:
            return str(answer.read().decode())

    def edit(self, name: str, old: str, new: str) -> str:
        """Changes a file as an editor does, and gives what the terminal said up to the reload."""
        file = self.project / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert old in text
        # At one stroke: a watcher that saw the file half written would rebuild twice.
        beside = file.with_name(f".{file.name}.new")
        beside.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
        os.replace(beside, file)  # noqa: PTH105
        return self.wait_for("Reloading browsers")


@contextmanager
def served(project: Path, **more: str) -> Iterator[Preview]:
    """The server on a project, which ends with the test at the latest."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=project,
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    # Ends a server that hangs, so that the test fails and does not wait for ever.
    limit = threading.Timer(180, process.kill)
    limit.start()
    running = Preview(process, process.stdout, project, f"http://127.0.0.1:{port}/")
    try:
        running.wait_for("Serving on")
        yield running
    finally:
        limit.cancel()
        process.terminate()
        process.communicate()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The server on a copy of the project, with notes of one paper."""
    project = tmp_path_factory.mktemp("project")
    papers = (entry("path", minutes=60, title="Path: On Steps"), entry("yarn", 2, nickname="YARN"))
    another_list(project, source(*papers))
    (project / "docs/papers").mkdir()
    (project / "docs/about.md").write_text("## The order\n\nWords.\n")
    (project / "docs/papers/path.md").write_text("## The idea\n\nThe step is $m/v$.\n")
    with served(project) as running:
        yield running


MISTAKES = [
    (
        "papers.yaml",
        "    minutes: 60\n",
        "    minutes: sixty\n",
        "papers.yaml:",
        "'minutes' must be a whole number",
    ),
    ("papers.yaml", 'title: "Path', 'title: "Path": "', "papers.yaml:", "Put the whole in quotes"),
    ("docs/papers/path.md", "$m/v$", "$\\fraq$", "docs/papers/path.md:3:13: bad TeX", "Unknown command"),
    ("docs/about.md", "## The order", "## The order\n\n[gone](gone.md)", "about.md", "gone.md"),
    ("mkdocs.yml", "site_name:", "site_nam:", "site_name", "Required configuration not provided"),
    ("mkdocs.yml", "nav:\n", "nav: [\n", "error parsing the configuration file", "line 2"),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "what"), MISTAKES, ids=[f"{m[0]}-{m[3]}" for m in MISTAKES]
)
def test_a_mistake_keeps_the_last_good_site(
    preview: Preview, name: str, old: str, new: str, where: str, what: str
) -> None:
    """A bad edit is reported in the terminal and on the page, the site stays up, and mending it takes the banner away."""
    before = preview.get("papers/path/")
    assert "not-rebuilt" not in before and "<mi>m</mi>" in before
    terminal = preview.edit(name, old, new)
    page = preview.get("papers/path/")
    preview.edit(name, new, old)
    after = preview.get("papers/path/")
    assert where in terminal and what in terminal and "Traceback" not in terminal
    assert 'id="not-rebuilt"' in page and "<mi>m</mi>" in page
    banner = html.unescape(page.split('id="not-rebuilt"')[1].split("</pre>")[0])
    assert where in banner and what in banner
    assert "not-rebuilt" not in after


def test_a_good_edit_is_shown(preview: Preview) -> None:
    """A change of the catalogue is on the page after the reload."""
    preview.edit("papers.yaml", 'nickname: "YARN"', 'nickname: "Bertie"')
    assert "Bertie" in preview.get()


def test_a_port_in_use_is_a_sentence(preview: Preview) -> None:
    """A second server on the same port ends with a sentence and the exit code 2."""
    port = preview.url.rstrip("/").rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=preview.project,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "Address already in use. Take another port" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["docs", "papers.yaml"])
def test_what_was_away_is_seen_again(preview: Preview, name: str) -> None:
    """A folder or file that is renamed away ends as a banner, and its coming back is seen like any edit."""
    (preview.project / name).rename(preview.project / "away")
    preview.wait_for("Reloading browsers")
    away = preview.get("papers/path/")
    (preview.project / "away").rename(preview.project / name)
    preview.wait_for("Reloading browsers")
    assert 'id="not-rebuilt"' in away and "<mi>m</mi>" in away
    assert "not-rebuilt" not in preview.get("papers/path/")
    preview.edit("docs/about.md", "Words.", "Other words.")
    assert "Other words." in preview.get("about/")
    preview.edit("docs/about.md", "Other words.", "Words.")


def test_a_sync_is_seen(preview: Preview) -> None:
    """The record of what arXiv said counts as soon as it is written."""
    seen = {"title": "X", "authors": 3, "published": "2017-06-12", "version": 2, "updated": "2018-01-31"}
    preview.edit(".arxiv-snapshot.json", "", json.dumps({"1706.00001": seen}))
    assert "title &#x27;Path: On Steps&#x27; is not that of the paper" in preview.get()
    (preview.project / ".arxiv-snapshot.json").unlink()
    preview.wait_for("Reloading browsers")
    assert "not-rebuilt" not in preview.get()


def test_changed_code_asks_for_a_restart(preview: Preview) -> None:
    """A change of the code is reported in the terminal, as the pages are still made by the old one."""
    name = "hooks/readinglist/addresses.py"
    said = preview.edit(name, '"""', '"""In short: ')
    assert "Changed since the preview began: addresses.py. Restart it to use the changed code." in said
    assert "Restart" not in preview.edit(name, "In short: ", "")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_in_the_temporary_folder(
    preview: Preview, tmp_path: Path, end: signal.Signals
) -> None:
    """A preview that is asked to end, or whose terminal closes, takes its copies of the site along."""
    with served(preview.project, TMPDIR=str(tmp_path)) as second:
        assert [*tmp_path.iterdir()]
        second.process.send_signal(end)
        second.process.wait()
    assert [*tmp_path.iterdir()] == []
