"""A project of its own, with its configuration as MkDocs loads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import entry, source
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from project import ROOT


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MkDocsConfig]:
    """A project of its own with three papers, notes of the first, a page by hand, and a repository."""
    for name in ("CATALOGUE", "SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    papers = (entry("first"), entry("second", 2, aliases=["old"]), entry("third", 3))
    (tmp_path / "papers.yaml").write_bytes(source(*papers))
    for uri, text in {
        "index.md": "Hello.",
        "papers/first.md": "## The idea\n\nNotes.",
        "contribute.md": "---\ndescription: x\n---\n\n# C",
    }.items():
        (tmp_path / "docs" / uri).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / uri).write_text(text)
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\nhooks: [{ROOT / 'hooks/mkdocs_hook.py'}]\nrepo_url: https://github.com/example/list\nedit_uri: edit/main/docs/\n"
        "nav: [index.md, topics.md, years.md, about.md, contribute.md]\n"
    )
    yield load_config(str(tmp_path / "mkdocs.yml"))
