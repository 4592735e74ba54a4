"""Finished pages: judged once, kept by all that a template can see, and made anew where any of it changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import mkdocs_assets
import mkdocs_hook
import mkdocs_reference
import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs_reference import Judge


@pytest.fixture(autouse=True)
def begun(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of the project that has come to its pages; what they load is not made."""
    monkeypatch.setattr(mkdocs_assets, "publish", lambda *_: None)
    config.plugins.on_config(config)
    mkdocs_hook.on_files(get_files(config), config)


def finish(config: MkDocsConfig, template: str, page: Page) -> str:
    """A page as MkDocs finishes it with a theme of one template, whose `bad` the theme itself does not know."""
    files = get_files(config)
    env = mkdocs_hook.on_env(Environment(loader=DictLoader({"main.html": template})), config, files)
    context: Any = {
        "config": config,
        "page": page,
        "nav": Navigation([], []),
        "pages": ["x"],
        "build_date_utc": "x",
    }
    context = mkdocs_hook.on_page_context(context, page, config)
    output = env.get_template("main.html").render(context)
    return str(config.plugins.on_post_page(output, page=page, config=config))


def test_a_finished_page_is_judged(config: MkDocsConfig) -> None:
    """A page with anything in it that is not the theme's is refused with its file; any other goes through."""
    page = Page("First", File("papers/first.md", None, "", True), config)
    template = "<!doctype html><html><body>{{ page.bad }}</body></html>"
    fine = "<!doctype html><html><body></body></html>"
    assert finish(config, template, page) == fine
    vars(page)["bad"] = "<script></script>"
    page.meta["other"] = True  # so that it is another page
    with pytest.raises(
        PluginError, match=r"papers\.yaml:6 or docs/papers/first\.md: '<script>', which is not"
    ):
        finish(config, template, page)


def test_data_about_a_page_is_ours_or_refused(config: MkDocsConfig) -> None:
    """What says what a page is goes through once, in the core's own words; any other, or a second, does not."""
    page = Page("First", File("papers/first.md", None, "", True), config)
    template = "<!doctype html><html><body>{{ page.meta.data }}</body></html>"
    script = mkdocs_reference.about(config.extra["edition"], page, config)
    assert script.startswith("<meta ") and script.endswith("</script>")
    page.meta["data"] = script
    assert finish(config, template, page) == template.replace("{{ page.meta.data }}", script)
    more = '<meta property="og:image" content="https://other.example/x.png">'
    for other in (
        script + script,
        script.replace("First", "Other"),
        "<script>x</script>" + script,
        script + more,
    ):
        page.meta["data"] = other
        with pytest.raises(PluginError, match="which is not the theme's"):
            finish(config, template, page)


def test_what_was_judged_is_not_judged_again(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was kept is taken as it is; one that a plugin changes behind that is judged."""
    page = Page("First", File("papers/first.md", None, "", True), config)
    first = finish(config, "<html>{{ page.title }}</html>", page)
    monkeypatch.setattr(Judge, "judge", lambda *_: pytest.fail("judged"))
    assert finish(config, "<html>{{ page.title }}</html>", page) == first
    with pytest.raises(pytest.fail.Exception):
        config.plugins.on_post_page(f"{first}<script>", page=page, config=config)


def test_a_template_is_handed_nothing_that_is_not_in_the_name(config: MkDocsConfig) -> None:
    """The other pages, the clock, the papers and what the hook keeps are not there for a template."""
    page = Page("First", File("papers/first.md", None, "", True), config)
    template = (
        "{{ pages }}{{ build_date_utc }}{{ config.extra.edition.catalogue.papers }}{{ config.extra.cache }}"
    )
    assert finish(config, template, page) == ""
    assert (
        finish(config, "{{ config.extra.edition.catalogue.language }}{{ config.site_name }}", page)
        == "enA Small List"
    )


def _after(page: Page, title: str, config: MkDocsConfig) -> None:
    page.next_page = Page(title, File("papers/second.md", None, "", True), config)


CHANGES: list[Callable[[Page, MkDocsConfig], object]] = [
    lambda page, config: setattr(page, "title", "Other"),
    lambda page, config: setattr(page, "content", "<p>Other</p>"),
    lambda page, config: setattr(page, "toc", TableOfContents([AnchorLink("Other", "other", 1)])),
    lambda page, config: page.meta.update(hide=["toc"]),
    lambda page, config: setattr(page, "canonical_url", "https://list.example/first/"),
    lambda page, config: setattr(page, "edit_url", "https://github.com/example/list/edit/other"),
    lambda page, config: _after(page, "Next", config),
    lambda page, config: _after(page, "Other", config),
    lambda page, config: config.theme["features"].append("toc.integrate"),
    lambda page, config: config.extra.update(homepage="https://list.example/"),
    lambda page, config: setattr(config, "site_name", "Other"),
    lambda page, config: setattr(config, "copyright", "Other"),
    lambda page, config: setattr(config, "extra_css", ["other.css"]),
]


def test_whatever_changes_the_page_is_made_anew(config: MkDocsConfig, tmp_path: Path) -> None:
    """Each change of what a template can see gives an entry of its own, and the same again none."""
    config.theme["features"] = []
    page = Page("First", File("papers/first.md", None, "", True), config)
    kept = [finish(config, "<html></html>", page) and {*(tmp_path / ".cache").rglob("*")}]
    for number, change in enumerate(CHANGES):
        change(page, config)
        for _ in range(2):
            finish(config, "<html></html>", page)
        now = {*(tmp_path / ".cache").rglob("*")}
        assert len(now) == len(kept[-1]) + 1, number
        kept.append(now)
