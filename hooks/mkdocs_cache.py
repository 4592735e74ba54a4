"""What earlier builds rendered, kept by what it was made of: safe to delete, never trusted when damaged.

Kept are the HTML of a page's Markdown, finished pages that passed the last look at them, and compiled
templates. An entry's name is a digest of all that it depends on, so that nothing has to be declared out of
date. Each begins with a digest of itself: one that does not fit is none. So is a folder that cannot be used.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import tempfile
from base64 import b64decode, b64encode
from collections import UserDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import mkdocs
import mkdocs_watching
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

FOLDER = ".cache/pages"
"""Where entries are, below the project's own folder."""
_WHOSE = "of"
"""The file in a folder of entries that says of which catalogue they are."""

_HOOKS = Path(__file__).parent
_CODE = mkdocs_watching.code(_HOOKS)  # as loaded: a preview keeps to it whatever is saved later


def digest(*parts: str | bytes) -> str:
    """A name for the parts in their order that no other parts have."""
    whole = sha256()
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(content) + content)
    return whole.hexdigest()


class Store:
    """Values by the digest of what they are made of, each in a file of a folder."""

    def __init__(self, folder: Path, source: Path, made_with: str = "") -> None:
        """For a catalogue; each has a folder of its own, of which none holds more than one site."""
        self._folder, self._made_with = folder / digest(str(source))[:16], made_with
        self._used: set[str] = set()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / _WHOSE).write_text(str(source), encoding="utf-8")

    def key(self, kind: str, *parts: str | bytes) -> str:
        """The name of what is made of these parts, with this code and these settings."""
        return digest(self._made_with, kind, *parts)

    def get(self, key: str) -> Any:
        """What was kept under a key; None where there is nothing, or nothing sound."""
        try:
            mark, _, text = (self._folder / key).read_bytes().partition(b"\n")
        except OSError:
            return None
        if mark != digest(key, text).encode():
            return None
        self._used.add(key)
        return json.loads(text)

    def put(self, key: str, value: Any) -> None:
        """Keeps a value; where there is no room for it, nothing happens."""
        self._used.add(key)
        text = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
        with suppress(OSError):
            self._write(key, digest(key, text).encode() + b"\n" + text)

    def made(self, key: str, make: Callable[[], Any]) -> Any:
        """What was kept under a key, or is made now; what was used in making it stays as long as it does."""
        if (kept := self.get(key)) is not None:
            value, needed = kept
            self._used.update(needed)
            return value
        before = self._used.copy()
        value = make()
        self.put(key, [value, sorted(self._used - before)])
        return value

    def _write(self, key: str, content: bytes) -> None:
        """Writes at one stroke, as another build may read the same."""
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(self._folder / key)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def sweep(self) -> None:
        """Deletes what this build had no use for, and what was kept of catalogues that are gone."""
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file.name not in self._used | {_WHOSE}:
                    file.unlink(missing_ok=True)
            for whose in self._folder.parent.glob(f"*/{_WHOSE}"):
                if not Path(whose.read_text(encoding="utf-8")).exists():
                    shutil.rmtree(whose.parent)


def opened(config: MkDocsConfig, source: Path) -> Store:
    """What was kept of earlier builds of the same catalogue, with this code, these packages and settings."""
    root = Path(config.config_file_path).parent
    code = [part for path, text in sorted(_CODE.items()) for part in (str(path.relative_to(_HOOKS)), text)]
    return Store(root / FOLDER, source, digest(*code, *_packages(), _settings(config)))


def _packages() -> Iterator[str]:
    """Python and every installed package with its version, which the name of its folder has."""
    yield sys.version
    yield from sorted(path.name for path in Path(mkdocs.__file__).parents[1].glob("*.dist-info"))


def _settings(config: MkDocsConfig) -> str:
    """Every setting on which the HTML of a page's Markdown depends."""
    links = config.validation, config.use_directory_urls, config.site_url
    return json.dumps(
        [config.markdown_extensions, config.mdx_configs, *links], sort_keys=True, default=_plain
    )


def _plain(value: Any) -> Any:
    """Settings as a mapping, a function by its name; else as Python shows it, at worst new every time."""
    if isinstance(value, UserDict):
        return value.data
    return f"{value.__module__}.{value.__qualname__}" if hasattr(value, "__qualname__") else repr(value)


def names(files: Files) -> str:
    """A digest of all that a link can lead to."""
    return digest(*(f"{file.src_uri} {file.url} {file.inclusion.name}" for file in files))


def remember(page: Page, store: Store, files: str) -> None:
    """Makes a page take its HTML from the store where it is there, and put it there where it is not.

    `files` is the digest of all that a link can lead to.
    """
    vars(page)["render"] = partial(_render, page, store, files)


def _render(page: Page, store: Store, names: str, config: MkDocsConfig, files: Files) -> None:
    level = logging.getLogger("mkdocs").getEffectiveLevel()
    key = store.key("text", names, page.file.src_uri, page.file.url, page.markdown or "")
    # When asked for every detail, MkDocs notes other things of a page.
    kept = store.get(key) if level > logging.DEBUG else None
    if kept is not None:
        _restore(page, kept, files)
        return
    with _listening() as heard:
        Page.render(page, config, files)
    # A warning has to come again. Where MkDocs was told to be quiet, nobody knows whether there was one.
    if level == logging.INFO and not heard.any:
        store.put(key, _rendered(page))


class _Heard(logging.Handler):
    """Whether anything was logged."""

    any = False

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True


@contextmanager
def _listening() -> Iterator[_Heard]:
    """Hears what MkDocs and Markdown log meanwhile."""
    heard = _Heard()
    loggers = [logging.getLogger(name) for name in ("mkdocs", "MARKDOWN")]
    for logger in loggers:
        logger.addHandler(heard)
    try:
        yield heard
    finally:
        for logger in loggers:
            logger.removeHandler(heard)


def _rendered(page: Page) -> dict[str, Any]:
    """All that rendering its Markdown gave a page."""
    links = page.links_to_anchors or {}
    return {
        "content": page.content,
        "title": page._title_from_render,
        "toc": [_entry(link) for link in page.toc],
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": [[file.src_uri, anchors] for file, anchors in links.items()],
    }


def _restore(page: Page, kept: dict[str, Any], files: Files) -> None:
    page.content, page._title_from_render = kept["content"], kept["title"]
    toc = [_link(entry) for entry in kept["toc"]]
    if toc:
        vars(toc[0])["active"] = True  # as MkDocs has it
    page.toc = TableOfContents(toc)
    page.present_anchor_ids = set(kept["anchors"])
    found = ((files.get_file_from_path(uri), anchors) for uri, anchors in kept["links"])
    page.links_to_anchors = {file: anchors for file, anchors in found if file}


class Compiled(BytecodeCache):
    """Templates as Python has them, which take longer to compile than most pages to render."""

    def __init__(self, store: Store, language: str = "") -> None:
        """For templates whose filters set words in a language, as what is always the same is compiled in."""
        self._store, self._language = store, language

    def _key(self, bucket: Bucket) -> str:
        return self._store.key("template", self._language, bucket.key, bucket.checksum)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes a template's code from the store, if it is there."""
        if kept := self._store.get(self._key(bucket)):
            bucket.bytecode_from_string(b64decode(kept))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Puts a template's code into the store."""
        self._store.put(self._key(bucket), b64encode(bucket.bytecode_to_string()).decode())


def _entry(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_entry(child) for child in link.children]]


def _link(entry: list[Any]) -> AnchorLink:
    title, anchor, level, children = entry
    link = AnchorLink(title, anchor, level)
    link.children = [_link(child) for child in children]
    return link
