"""What a build adds so that a browser can keep the site, and a preview does not."""

from __future__ import annotations

import json
from pathlib import Path

import mkdocs_leftovers
import mkdocs_offline
import pytest
from mkdocs.config.defaults import MkDocsConfig


@pytest.fixture
def built(config: MkDocsConfig) -> Path:
    """A site of one page, of a project with the worker."""
    worker = Path(config.docs_dir, "assets/reader/offline/worker.js")
    worker.parent.mkdir(parents=True)
    worker.write_text("// The worker.\n")
    site = Path(config.site_dir)
    site.mkdir()
    (site / "index.html").write_text("A page.")
    return site


def test_what_was_built_is_listed_and_the_worker_is_at_the_root(config: MkDocsConfig, built: Path) -> None:
    """A worker answers for what is below its own address; a second run lists the same."""
    mkdocs_offline.write(config)
    text = (built / "offline.json").read_text()
    assert [part[0] for part in json.loads(text)["files"]] == ["index.html"]
    assert (built / "service-worker.js").read_text() == "// The worker.\n"
    mkdocs_offline.write(config)
    assert (built / "offline.json").read_text() == text


def test_a_preview_cannot_be_kept(config: MkDocsConfig, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a browser would show an old preview whenever another is at the same address."""
    monkeypatch.setattr(mkdocs_leftovers, "_begun", [Path("x")])
    mkdocs_offline.write(config)
    assert [path.name for path in built.iterdir()] == ["index.html"]
