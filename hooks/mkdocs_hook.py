"""The adapter: hands MkDocs the pages that the core makes of the catalogue, and holds no state.

The only file that knows MkDocs. What a build needs later goes along in `config.extra`.
"""

from __future__ import annotations

import os
import tempfile
from functools import partial
from html import escape, unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import mkdocs_assets
import mkdocs_cache
import mkdocs_finished
import mkdocs_leftovers
import mkdocs_offline
import mkdocs_pictures
import mkdocs_preview
import mkdocs_product
import mkdocs_progress
import mkdocs_reference
import mkdocs_watching
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from readinglist import addresses, site
from readinglist.arxiv import snapshot
from readinglist.checks import front_matter
from readinglist.pages import rendering
from readinglist.problems import CannotOpen, CatalogueError
from readinglist.text import anchors, escaping, heading_links

_OWN = frozenset(
    {"edition", "source", "cache", "linked", "progress", "judge", "finished", "nav", "rules", "inline"}
)
"""What the hook keeps in `config.extra` during a build."""


class Unusable(PluginError):
    """A file that the build cannot use; its exit status differs from that of a mistake in the catalogue."""

    exit_code = 2


def on_startup(command: str, **_: Any) -> None:
    """Sees to it that a preview leaves nothing behind, however it or an earlier one ends."""
    if command == "serve":
        mkdocs_leftovers.begin(Path(tempfile.gettempdir()))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Loads and checks the catalogue, before anything of the last build is touched."""
    mkdocs_leftovers.hold(Path(config.site_dir))
    root = Path(config.config_file_path).parent
    source = root / (os.environ.get("CATALOGUE") or "papers.yaml")
    inside = source.is_relative_to(root)
    name = str(source.relative_to(root) if inside else source)
    config.mdx_configs.setdefault("toc", {})["slugify"] = anchors.slug
    cache = config.extra["cache"] = mkdocs_cache.opened(config, source)
    try:
        edition = site.load(source, name, partial(mkdocs_product.problems, cache))
    except CatalogueError as error:
        # MkDocs marks only the first line of an error: the list begins on one of its own.
        raise PluginError(f"{error.summary} in {name}; nothing was built.\n{error}") from None
    except CannotOpen as error:
        raise PluginError(str(error)) from None
    config.extra["edition"] = edition
    config.extra["source"] = source
    config.site_name = escaping.site_name(edition.catalogue.title)
    config.site_description = escaping.attribute(edition.catalogue.description)
    config.theme["language"] = mkdocs_reference.interface(config, edition.catalogue.language)
    config.nav = mkdocs_reference.without(config.nav, site.absent(edition))
    config.watch.extend(map(str, (source, source.parent / "docs", snapshot.beside(source))))
    if not config.repo_url or not inside:
        config.edit_uri = None  # with nothing to edit, MkDocs would warn on every page
    language = edition.catalogue.language
    rendering.compile_by(mkdocs_cache.Compiled(cache, language), language)
    return config


@event_priority(100)  # before the plugins, so that they see the generated pages
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Puts every generated page in, in place of the prose that is laid into it."""
    edition: site.Edition = config.extra["edition"]
    for file in [file for file in files.documentation_pages() if addresses.of_papers(file.src_uri)]:
        files.remove(file)
    for output in mkdocs_product.files(config.extra["cache"], edition, config.site_url or ""):
        if old := files.get_file_from_path(output.uri):
            files.remove(old)
        # Those in the nav of mkdocs.yml are in it all the same; the others are left out on purpose.
        file = File.generated(config, output.uri, content=output.content, inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = _edit_uri(output, config)
        if output.at:
            file.dest_uri = output.at
        files.append(file)
    for uri, picture in edition.pictures.items():
        # Beside another catalogue they are not in MkDocs' own folder.
        if picture != Path(config.docs_dir, uri):
            if old := files.get_file_from_path(uri):
                files.remove(old)
            files.append(File.generated(config, uri, abs_src_path=str(picture)))
    config.extra["progress"] = mkdocs_progress.Progress(len(files.documentation_pages()))
    mkdocs_pictures.add(files, config)
    return files


def _edit_uri(output: site.Output, config: MkDocsConfig) -> str | None:
    """Where a page is edited, from the docs folder: a line of the catalogue, or the prose."""
    if output.line:
        return addresses.line_of(os.path.relpath(config.extra["source"], config.docs_dir), output.line)
    return _prose_uri(output.uri, config)


def _prose_uri(uri: str, config: MkDocsConfig) -> str | None:
    """Where the prose of a page is, from the docs folder; none where nobody wrote any."""
    beside: Path = config.extra["source"].parent / "docs"
    written = uri in config.extra["edition"].prose
    return os.path.relpath(beside / uri, config.docs_dir) if written else None


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Chains home, the papers and what is beyond, if any, outside MkDocs' own nav, which costs its square."""
    edition: site.Edition = config.extra["edition"]
    config.extra["linked"] = mkdocs_cache.names(files)
    uris = [paper.uri for paper in edition.catalogue.papers]
    if any(paper.next for paper in edition.catalogue.papers):
        uris.append(addresses.BEYOND)
    order = [nav.homepage, *(_page(files, uri) for uri in uris)]
    for page in nav.pages:
        page.previous_page = page.next_page = None
    for before, after in pairwise(order):
        if before and after:
            before.next_page, after.previous_page = after, before
    config.extra["nav"] = nav
    return nav


def _page(files: Files, uri: str) -> Page | None:
    file = files.get_file_from_path(uri)
    return file.page if file else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Refuses front matter that a theme must not get, however MkDocs read it, and escapes the title."""
    if found := front_matter.unfit(page.meta):
        raise PluginError(f"{page.file.src_uri}: {found}.")
    if title := page.meta.get("title"):
        # The theme puts a title on the page as it is, and into attributes escaped: Markup is right for both.
        page.meta["title"] = Markup(escape(unescape(str(title))))
    mkdocs_cache.remember(page, config.extra["cache"], config.extra["linked"])
    config.extra["progress"].step("read")
    return markdown


def on_page_content(html: str, config: MkDocsConfig, **_: Any) -> str:
    """Calls the link at each heading after it, and keeps styles for the site's sheet."""
    return mkdocs_assets.styled(heading_links.named(html), config)


@event_priority(-100)  # after the plugins, which need the environment itself
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> mkdocs_finished.Finished:
    """Gives templates the one way to put a catalogue's text into HTML, and MkDocs the pages that are kept."""
    extra = config.extra
    env.filters["plain"] = escaping.attribute
    env.bytecode_cache = mkdocs_cache.Compiled(extra["cache"])
    extra["judge"] = mkdocs_reference.Judge(env, extra["edition"])
    mkdocs_assets.publish(env, files, config, _describe)
    finished = extra["finished"] = mkdocs_finished.Finished(env, config, extra["cache"], _OWN)
    return finished


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Gives a page what templates say of it, and learns what the theme puts around it."""
    _describe(context, page, config)
    config.extra["judge"].learn(page.url.count("/"), context)
    # After the frame, which is the same on every page.
    context["about"] = mkdocs_reference.about(config.extra["edition"], page, config)
    return context


def _describe(context: dict[str, Any], page: Page, config: MkDocsConfig) -> None:
    """Gives a page its neighbours, the feed and the ways to correct it."""
    edition: site.Edition = config.extra["edition"]
    uri, repository = page.file.src_uri, config.repo_url or ""
    paper, notes = addresses.paper_at(uri), _prose_uri(uri, config)
    context.update(mkdocs_reference.files(config))
    context["neighbours"] = [
        mkdocs_finished.named(paper) for paper in site.neighbours(edition.catalogue, uri)
    ]
    context["report_url"] = addresses.report(repository, paper) if paper else ""
    context["notes_url"] = addresses.edit(repository, config.edit_uri or "", notes) if paper and notes else ""


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Learns what the theme puts around a page of its own, such as that for a missing page."""
    if template_name.endswith(".html"):
        context.update(mkdocs_reference.files(config))
        config.extra["judge"].learn(template_name, context)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Refuses a finished page with anything in it that is not allowed, however it got past the checks."""
    finished = config.extra["finished"]
    config.extra["progress"].step("finished")
    if not finished.is_kept(output):
        mkdocs_reference.judge(output, page, config)
        finished.keep(output)
    return mkdocs_assets.sealed(output, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Refuses a page of the theme's own likewise."""
    if not template_name.endswith(".html"):
        return output_content
    config.extra["judge"].judge(output_content, template_name, template_name)
    return mkdocs_assets.sealed(output_content, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what hosts and browsers ask for besides, and lets go of what was kept of pages that are gone."""
    mkdocs_offline.write(config)
    mkdocs_assets.write_headers(config)
    config.extra["cache"].sweep()


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Keeps the last good site up when a rebuild fails, and says on every page what is wrong."""
    try:
        mkdocs_preview.keep_serving(server)
    except OSError as error:
        raise _unusable(error) from error
    mkdocs_watching.watch_on(server)
    return server


def on_build_error(error: Exception, **_: Any) -> None:
    """Says in a sentence where a file cannot be read or written, or the disk is full."""
    if isinstance(error, OSError):
        raise _unusable(error) from error


def _unusable(error: OSError) -> Unusable:
    # Of a copy, where it was to go; a write that finds no room names nothing.
    file, why = error.filename2 or error.filename, error.strerror or error
    what = f"{file} could not be read or written" if file else "Not all could be written"
    return Unusable(f"{what}: {why}.")
