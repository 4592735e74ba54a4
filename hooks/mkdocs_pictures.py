"""Pictures that a build draws and a preview does without: PNG out of SVG, kept by what they are made of."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import mkdocs_leftovers
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs_cache import Store
from readinglist import site
from readinglist.site import Edition, Picture

FOLDER = ".cache/pictures"
"""Where they are kept, below the project's own folder. Apart from pages, as a preview has no use for them."""
FACES = sorted((Path(__file__).parent / "faces").glob("*.ttf"))
"""The faces of words in them, of which the ones that the site has are cut."""
_FOREIGN = re.compile("[^\\0-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20c0\u2122]")
"""Signs that are not in the faces."""
_PACKAGE = "resvg-py"


def add(files: Files, config: MkDocsConfig) -> None:
    """Adds what a build has and a preview has not: pictures, and what says which of them are icons."""
    if mkdocs_leftovers.previewing():
        return
    edition: Edition = config.extra["edition"]
    root, shown = Path(config.config_file_path).parent, logo(config)
    pictures = site.pictures(edition, config.site_url or "", shown)
    for uri, content in drawn(pictures, root, config.extra["source"]):
        files.append(File.generated(config, uri, content=content))
        config.extra["progress"].step("drawn")
    if shown:
        manifest = site.manifest(edition)
        files.append(File.generated(config, manifest.uri, content=manifest.content))


def drawn(pictures: Iterable[Picture], root: Path, source: Path) -> Iterator[tuple[str, bytes]]:
    """Each picture of a catalogue with its address, and lets go of those that were kept and are no more."""
    draw, version = _resvg()
    made_with = [version, *(face.read_bytes().hex() for face in FACES)]
    store = Store(root / FOLDER, source)
    for picture in pictures:
        key = store.key("png", picture.svg, str(picture.width), *made_with)
        kept = store.get(key)
        content = b64decode(kept) if kept else _png(draw, picture)
        if not kept:
            store.put(key, b64encode(content).decode())
        yield picture.uri, content
    store.sweep()


def logo(config: MkDocsConfig) -> str:
    """The logo of the site as SVG; empty where it is none, and in a preview, which has no icons."""
    file = Path(config.docs_dir, config.theme.get("logo") or "")
    if mkdocs_leftovers.previewing() or file.suffix != ".svg" or not file.is_file():
        return ""
    return file.read_text(encoding="utf-8")


def _resvg() -> tuple[Any, str]:
    """What draws, and its version; a build without it says so, and does not leave the pictures out."""
    try:
        # Here, as a preview must not need it.
        from resvg_py import svg_to_bytes

        return svg_to_bytes, metadata.version(_PACKAGE)
    except ImportError:
        raise PluginError(
            f"A build draws pictures with {_PACKAGE}, which is not installed. scripts/build installs it, as "
            "does: pip install -r requirements.txt"
        ) from None


def _png(draw: Any, picture: Picture) -> bytes:
    """Where a word has signs that the faces lack, the system's fonts are asked, which takes longer."""
    foreign = bool(_FOREIGN.search(picture.svg))
    content: bytes = draw(
        svg_string=picture.svg,
        width=picture.width,
        font_files=[str(face) for face in FACES],
        skip_system_fonts=not foreign,
    )
    return content
