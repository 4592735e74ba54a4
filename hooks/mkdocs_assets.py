"""What pages load, made ready for readers: one style sheet and few scripts, named by what is in them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import mkdocs_reference
import rcssmin
import rjsmin
from jinja2 import Environment
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from readinglist import site
from readinglist.assets import modules, styles
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
_URL = re.compile(r"url\(([\"']?)(?!data:|[a-z]+:|/|#)([^\"')]+)\1\)")


def publish(env: Environment, context: Mapping[str, Any], files: Files, config: MkDocsConfig) -> None:
    """Puts one style sheet in the place of the theme's and of those in `extra_css`, and bundles modules.

    `context` is what the theme is given for a paper's page. What the sheet is called, templates read from
    `config.extra`. The modules stay where they are as well, to be read.
    """
    whole = "".join(map(_sheet, _sheets(files, config)))
    config.extra["sheet"] = ""
    sheet = styles.used(str(rcssmin.cssmin(whole)), _vocabulary(env, context, files, config))
    config.extra["sheet"] = named(f"{FOLDER}/site.css", sheet)
    files.append(File.generated(config, config.extra["sheet"], content=sheet))
    for script in config.extra_javascript:
        if not isinstance(script, ExtraScriptValue) or script.type != "module":
            continue
        if files.get_file_from_path(script.path):
            script.path = _bundle(script.path, files, config)
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
    written = {file.src_uri.removeprefix(f"{folder}/"): rjsmin.jsmin(file.content_string) for file in inside}
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


def _vocabulary(
    env: Environment, context: Mapping[str, Any], files: Files, config: MkDocsConfig
) -> styles.Vocabulary:
    """What pages can hold, as the guard lets it through and scripts add it."""
    scripts = [file for file in files if file.src_uri.endswith(".js")]
    theirs = [file.content_string for file in scripts if file.src_uri.startswith(SCRIPTS)]
    ours = [file.content_string for file in scripts if not file.src_uri.startswith(SCRIPTS)]
    plain = PLAIN.issuperset(config.theme.get("features") or ())
    return styles.Vocabulary.of(_frame(env, context, config), ours, theirs, plain)


def _frame(env: Environment, context: Mapping[str, Any], config: MkDocsConfig) -> Iterator[Tag]:
    """The tags of pages in fixed words, of each kind that the theme makes."""
    fixed = site.in_fixed_words(config.extra["edition"])
    for page in (context["page"], None):
        for html in mkdocs_reference.pages(env, {**context, "page": page}, fixed):
            yield from safety.tags(html)
