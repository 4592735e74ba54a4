"""What pages load, made ready for readers: one style sheet and few scripts, named by what is in them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import mkdocs_cache
import mkdocs_finished
import mkdocs_leftovers
import mkdocs_reference
import rcssmin
import rjsmin
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib import search
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from readinglist import site
from readinglist.assets import modules, policy, styles
from readinglist.pages import safety
from readinglist.problems import Failure
from readinglist.text.markup import Tag

FOLDER = "assets/styles"
"""Where the style sheet is published."""
THEIRS, SCRIPTS = "assets/stylesheets/", "assets/javascripts/"
"""Where the theme has its style sheets and its scripts."""
PLAIN = frozenset({"content.action.edit", "navigation.footer", "navigation.tabs", "toc.follow"})
"""Features of the theme for which its scripts add nothing to a page that has styles of its own."""

UNUSED = re.compile(r"assets/javascripts/(?:lunr|workers)/|assets/javascripts/.*\.map$")
"""What the theme brings along for its own search, and for who debugs it."""
LIBRARY = "assets/lunr.js"
"""Where the reader's script of the search looks for lunr, which comes with MkDocs."""
SHIPPED = Path(search.__file__).parent / "templates/search/lunr.js"

_URL = re.compile(r"url\(([\"']?)(?!data:|[a-z]+:|/|#)([^\"')]+)\1\)")


Describe = Callable[[dict[str, Any], Page, MkDocsConfig], None]
"""What gives the context of a page all that templates of this site read from it."""


def styled(html: str, config: MkDocsConfig) -> str:
    """The text of a page with its styles at elements kept for the site's sheet."""
    return policy.by_class(html, config.extra.setdefault("rules", {}))


def sealed(output: str, config: MkDocsConfig) -> str:
    """A page with its policy; in a preview without, as that puts scripts of its own into pages."""
    config.extra.setdefault("inline", set()).update(policy.inline(output))
    return output if mkdocs_leftovers.previewing() else policy.sealed(output)


def write_headers(config: MkDocsConfig) -> None:
    """Writes what common hosts are to send along with each file of the finished site."""
    text = policy.headers(config.extra.get("inline", ()))
    Path(config.site_dir, "_headers").write_text(text, encoding="utf-8")


def publish(env: Environment, files: Files, config: MkDocsConfig, describe: Describe) -> None:
    """Puts one style sheet in the place of the theme's and of those in `extra_css`, and bundles modules.

    What the sheet is called, templates read from `config.extra`. The modules stay where they are as well, to
    be read.
    """
    rules = sorted(config.extra.get("rules", {}).values())
    whole = "".join((*map(_sheet, _sheets(files, config)), *rules))
    config.extra["sheet"] = ""
    sheet = _used(whole, env, files, config, describe)
    config.extra["sheet"] = named(f"{FOLDER}/site.css", sheet)
    files.append(File.generated(config, config.extra["sheet"], content=sheet))
    for script in config.extra_javascript:
        if not isinstance(script, ExtraScriptValue) or script.type != "module":
            continue
        if files.get_file_from_path(script.path):
            script.path = _bundle(script.path, files, config)
    files.append(File.generated(config, LIBRARY, abs_src_path=str(SHIPPED)))
    searched = any(name.endswith("search") for name in config.plugins)
    for file in [file for file in files if UNUSED.match(file.src_uri) and not searched]:
        files.remove(file)


def _sheets(files: Files, config: MkDocsConfig) -> list[File]:
    """The theme's style sheets and this site's of `extra_css`, in order, taken out of what is published."""
    theirs = [file for file in files if file.src_uri.startswith(THEIRS)]
    ours = [file for path in config.extra_css if (file := files.get_file_from_path(str(path)))]
    config.extra_css = [path for path in config.extra_css if not files.get_file_from_path(str(path))]
    for file in {*theirs, *ours}:
        files.remove(file)
    sheets = (file for file in theirs if file.src_uri.endswith(".css"))
    return [*sorted(sheets, key=lambda file: file.src_uri), *ours]


def _bundle(path: str, files: Files, config: MkDocsConfig) -> str:
    """Publishes a module and those beside it in few files; gives its new address, with a digest of all."""
    folder, _, entry = path.rpartition("/")
    inside = [
        file for file in files if file.src_uri.startswith(f"{folder}/") and file.src_uri.endswith(".js")
    ]
    written = {file.src_uri.removeprefix(f"{folder}/"): _minified(file) for file in inside}
    try:
        ready = modules.bundled(written, entry)
    except Failure as error:
        raise PluginError(f"{folder}: {error}") from None
    target = named(f"{folder}.", "".join(f"{name} {text}" for name, text in sorted(ready.items()))).rstrip(
        "."
    )
    for name, text in ready.items():
        files.append(File.generated(config, f"{target}/{name}", content=text))
    return f"{target}/{entry}"


def _minified(file: File) -> str:
    """A script without comments and blanks; one that would not survive that is refused."""
    text = file.content_string
    if line := modules.nested(text):
        raise PluginError(
            f"{file.src_uri}: there is a template within a template: {line}\nName the inner one."
        )
    return str(rjsmin.jsmin(text))


def named(uri: str, content: str) -> str:
    """An address with a digest of the content in it, so that browsers may keep the file for good."""
    stem, dot, kind = uri.rpartition(".")
    return f"{stem}.{sha256(content.encode()).hexdigest()[:12]}{dot}{kind}"


def _sheet(file: File) -> str:
    """A style sheet with the addresses in it as seen from where it is published."""
    here = posixpath.dirname(file.src_uri)

    def moved(found: re.Match[str]) -> str:
        return f'url("{posixpath.relpath(posixpath.join(here, found[2]), FOLDER)}")'

    return _URL.sub(moved, file.content_string)


def _used(whole: str, env: Environment, files: Files, config: MkDocsConfig, describe: Describe) -> str:
    """A style sheet without what pages cannot hold, as the guard lets it through and scripts add it."""
    scripts = [file for file in files if file.src_uri.endswith(".js")]
    theirs = [file.content_string for file in scripts if file.src_uri.startswith(SCRIPTS)]
    ours = [file.content_string for file in scripts if not file.src_uri.startswith(SCRIPTS)]
    store: mkdocs_cache.Store = config.extra["cache"]
    language = config.extra["edition"].catalogue.language
    key = store.key("sheet", mkdocs_finished.look(config), language, whole, *theirs, *ours)
    kept: str | None = store.get(key)
    if kept is None:
        plain = PLAIN.issuperset(config.theme.get("features") or ())
        pages = styles.Vocabulary.of(_frame(env, files, config, describe), ours, theirs, plain)
        kept = styles.used(str(rcssmin.cssmin(whole)), pages)
        store.put(key, kept)
    return kept


def _frame(env: Environment, files: Files, config: MkDocsConfig, describe: Describe) -> Iterator[Tag]:
    """The tags of pages in fixed words, of each kind that the theme makes."""
    edition = config.extra["edition"]
    file = files.get_file_from_path(edition.catalogue.papers[0].uri)
    assert file is not None and file.page is not None  # the hook made it
    context: dict[str, Any] = {**get_context(config.extra["nav"], files, config, file.page)}
    describe(context, file.page, config)
    fixed = site.in_fixed_words(edition)
    for page in (file.page, None):
        for html in mkdocs_reference.pages(env, {**context, "page": page}, fixed):
            yield from safety.tags(html)
