"""The list as a project of another engine: of ProperDocs as it is, of Zensical without what our hook does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import mkdocs_assets
import mkdocs_reference
import yaml
from _around import Pages, Repository, named
from _console import ROOT
from readinglist import addresses, site
from readinglist.arxiv import snapshot
from readinglist.text import escaping
from yaml_env_tag import construct_env_tag

AROUND = Path(__file__).with_name("_around.html")
"""Where templates of Zensical begin: what is around a page, by the names that the hook has for it."""
READ = {
    " | plain": "",  # escaped already
    "page.edit_url": "around.edit_url",
    "page.is_homepage": "around.home",
    ", 1) }}": ") }}",  # it cannot replace the first of several, of which there is one
    """<link rel="stylesheet" href="{{ config.extra.sheet | url }}">
  {% include "partials/icons.html" %}""": "{{ super() }}",
}
"""What templates get from MkDocs and our hook, and what there is in its place for Zensical."""
_SITEMAP = "sitemap.xml"
_MISSING = 40
"""The papers on the page for a missing page."""


class _Settings(yaml.SafeLoader):
    """Reads the settings of the site, with the values that the environment gives them."""


_Settings.add_constructor("!ENV", construct_env_tag)


def to_properdocs(source: Path, folder: Path) -> None:
    """Writes a list as a project of ProperDocs, which runs our hook as it is: all that a build reads."""
    beside, skipped = source.absolute().parent / "docs", shutil.ignore_patterns("__pycache__", ".*")
    foreign = beside != ROOT / "docs"
    prose = ("papers", "equations", "figures", "*.md") if foreign else ()
    ignored = shutil.ignore_patterns("__pycache__", ".*", *prose)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=ignored, copy_function=shutil.copyfile)
    if foreign and beside.exists():
        _lay_over(beside, folder / "docs", skipped)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=skipped, copy_function=shutil.copyfile)
    shutil.copyfile(source, folder / "papers.yaml")
    if (seen := snapshot.beside(source)).exists():
        shutil.copyfile(seen, snapshot.beside(folder / "papers.yaml"))
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "properdocs.yml")


def _lay_over(above: Path, below: Path, ignored: Any) -> None:
    shutil.copytree(above, below, ignore=ignored, copy_function=shutil.copyfile, dirs_exist_ok=True)


def to_zensical(edition: site.Edition, source: Path, outputs: list[site.Output], folder: Path) -> None:
    """Makes a folder with an export in `docs/` a project of Zensical, which has no hooks."""
    config = yaml.load((ROOT / "mkdocs.yml").read_bytes(), _Settings)
    repository = Repository(config["repo_url"], config["edit_uri"], source)
    home = next(title for item in config["nav"] for title, uri in item.items() if uri == addresses.HOME)
    for page in Pages(edition, outputs, repository, config["site_url"], home).all():
        (folder / "docs" / page.uri).write_bytes(page.encoded)
    shutil.copyfile(mkdocs_assets.SHIPPED, folder / "docs" / mkdocs_assets.LIBRARY)
    _write_theme(folder / "theme", folder / "docs" / _SITEMAP)
    text = yaml.safe_dump(_settings(config, edition), sort_keys=False, allow_unicode=True, width=110)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _settings(config: dict[str, Any], edition: site.Edition) -> dict[str, Any]:
    """The settings of this site, with what the hook gives to them, for pages that are all there."""
    ours = {
        "site_name": escaping.site_name(edition.catalogue.title),
        "site_description": escaping.attribute(edition.catalogue.description),
        "edit_uri": "",  # every page says itself where it is edited
        "nav": mkdocs_reference.without(config["nav"], site.absent(edition)),
        "not_in_nav": "*",  # except what is in it
        "theme": {**config["theme"], **_theme(edition)},
        "extra": {"feed": site.feed(edition, config["site_url"]), "edition": {"catalogue": _list(edition)}},
        "plugins": [{"search": {"enabled": False}}],  # this site has its own
    }
    return {key: value for key, value in {**config, **ours}.items() if key not in {"hooks", "watch"}}


def _theme(edition: site.Edition) -> dict[str, str]:
    material = find_spec("material")
    places = (material and material.submodule_search_locations) or ()
    installed: Any = SimpleNamespace(theme=SimpleNamespace(dirs=[f"{place}/templates" for place in places]))
    language = mkdocs_reference.interface(installed, edition.catalogue.language)
    return {"custom_dir": "theme", "variant": "classic", "language": language}


def _list(edition: site.Edition) -> dict[str, Any]:
    """What templates read of the list itself."""
    catalogue = edition.catalogue
    return {
        "language": catalogue.language,
        "direction": catalogue.direction,
        "numbers": dict(catalogue.numbers),
        "papers": [named(paper) for paper in catalogue.papers[:_MISSING]],
    }


def _write_theme(folder: Path, sitemap: Path) -> None:
    for uri, template in _templates():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_text(template, encoding="utf-8")
    if sitemap.exists():
        # Zensical writes what the theme has, over the one of the same name in the docs.
        shutil.copyfile(sitemap, folder / _SITEMAP)


def _templates() -> Iterator[tuple[str, str]]:
    """The theme's templates, which read what is around a page in its front matter."""
    around = AROUND.read_text("utf-8")
    folder = ROOT / "docs/overrides"
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        template = file.read_text("utf-8")
        for here, there in READ.items():
            template = template.replace(here, there)
        if file.name == "main.html":
            template = template.replace("{% extends", f"{around}{{% extends", 1)
        yield file.relative_to(folder).as_posix(), template
