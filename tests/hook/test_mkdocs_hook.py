"""The hook, with MkDocs' own files and navigation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mkdocs_hook
import pytest
from builders import TEACHING, entry, source
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs_reference import Judge
from readinglist.pages.table import PAGES


def run(config: MkDocsConfig) -> Files:
    """The files of a build after the hook, which MkDocs calls as it does in a build."""
    config.plugins.on_config(config)
    return config.plugins.on_files(get_files(config), config=config)


def test_every_page_is_in_once_with_its_inclusion(config: MkDocsConfig) -> None:
    """Generated pages are built, and are in nav only where mkdocs.yml has them; prose laid in appears once."""
    files = run(config)
    pages = {file.src_uri: file.inclusion for file in files.documentation_pages()}
    papers = {uri for uri in pages if uri.startswith("papers/")}
    assert papers == {"papers/first.md", "papers/second.md", "papers/third.md"}
    assert set(pages) - papers == {*PAGES, "contribute.md"} - {"tracks.md", "glossary.md", "equations.md"}
    assert set(pages.values()) == {InclusionLevel.NOT_IN_NAV}
    assert len([file for file in files if file.src_uri == "papers/old/index.html"]) == 1
    first = files.get_file_from_path("papers/first.md")
    assert first and "Notes." in first.content_string


def test_a_page_that_is_not_made_is_not_in_nav(config: MkDocsConfig) -> None:
    """Without tracks and terms the nav of mkdocs.yml loses those, wherever they are in it, and nothing else."""
    config.nav = [
        "index.md",
        {"Tracks": "tracks.md"},
        {"More": [{"Glossary": "glossary.md"}]},
        {"Map": "map.md"},
    ]
    assert config.plugins.on_config(config).nav == ["index.md", {"Map": "map.md"}]


def test_an_edit_link_leads_to_the_line_or_the_prose(config: MkDocsConfig) -> None:
    """A paper is edited at its line of the catalogue, a page by hand in its file, a generated one nowhere."""
    files = run(config)
    uris = {file.src_uri: file.edit_uri for file in files.documentation_pages()}
    assert uris["papers/second.md"] == "../papers.yaml#L21"
    assert uris["contribute.md"] == "contribute.md"
    assert uris["index.md"] == "index.md"
    assert uris["topics.md"] is None


def test_a_paper_can_be_corrected_from_its_page(config: MkDocsConfig) -> None:
    """A paper's page gets the form for errors, and the file of its notes where there are any; others get neither."""
    files = run(config)
    config.extra["judge"] = Judge(Environment(), config.extra["edition"])
    given = {}
    for uri in ("papers/first.md", "papers/second.md", "index.md"):
        file = files.get_file_from_path(uri)
        assert file
        given[uri] = mkdocs_hook.on_page_context({}, Page(None, file, config), config)
    form = f"{config.repo_url}/issues/new?template=report-an-error.yml&page="
    assert [context["report_url"] for context in given.values()] == [f"{form}first", f"{form}second", ""]
    notes = f"{config.repo_url}/edit/main/docs/papers/first.md"
    assert [context["notes_url"] for context in given.values()] == [notes, "", ""]
    assert len(given["papers/first.md"]["neighbours"]) == 3


def test_without_a_repository_nothing_can_be_edited(config: MkDocsConfig) -> None:
    """With no repository the edit address is cleared, as MkDocs would warn on every page."""
    config.repo_url = None
    assert config.plugins.on_config(config).edit_uri is None


@pytest.mark.parametrize(("teaching", "last"), [({}, []), (TEACHING, ["beyond.md"])], ids=["alone", "beyond"])
def test_home_and_papers_are_chained_in_order(
    config: MkDocsConfig, tmp_path: Path, teaching: dict[str, Any], last: list[str]
) -> None:
    """Previous and next run from home through the papers, and to what is beyond where any is; no page else has them."""
    papers = (entry("first"), entry("second", 2, **teaching), entry("third", 3))
    (tmp_path / "papers.yaml").write_bytes(source(*papers))
    files = run(config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    page = nav.homepage
    seen = []
    while page:
        seen.append(page.file.src_uri)
        page = page.next_page
    assert seen == ["index.md", "papers/first.md", "papers/second.md", "papers/third.md", *last]
    assert all(page.previous_page is None for page in nav.pages)
    assert {page.file.src_uri for page in nav.pages if page.next_page} == {"index.md"}


def test_a_bad_catalogue_stops_the_build_with_every_problem(config: MkDocsConfig) -> None:
    """The error lists every problem on lines of their own, below a line that counts them."""
    path = Path(config.config_file_path).parent / "papers.yaml"
    path.write_bytes(source(entry("first", minutes=61, level="hard")))
    with pytest.raises(PluginError) as error:
        config.plugins.on_config(config)
    lines = str(error.value).splitlines()
    assert lines[0].endswith("problems in papers.yaml; nothing was built.")
    assert [line.split(":")[0] for line in lines[1:]] == ["papers.yaml", "papers.yaml"]


def test_another_catalogue_brings_its_own_notes(
    config: MkDocsConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CATALOGUE builds from another file, and the notes in the docs folder do not get in its way."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "docs/papers").mkdir(parents=True)
    (other / "docs/papers/a.png").write_bytes(b"a picture")
    (other / "docs/papers/alone.md").write_text("## The idea\n\n![It](a.png)\n")
    (other / "list.yaml").write_bytes(source(entry("alone", 9), title="Another List"))
    monkeypatch.setenv("CATALOGUE", "other/list.yaml")
    files = run(config)
    assert config.site_name == "Another List"
    papers = [file for file in files.documentation_pages() if file.src_uri.startswith("papers/")]
    assert [file.src_uri for file in papers] == ["papers/alone.md"]
    assert papers[0].edit_uri == "../other/list.yaml#L6"
    home = files.get_file_from_path("index.md")
    assert home and "Hello." not in home.content_string
    picture = files.get_file_from_path("papers/a.png")
    assert picture and picture.content_bytes == b"a picture"
