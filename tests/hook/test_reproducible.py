"""The same list gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample
from project import SITE_URL, mkdocs

PLACES = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "HOME": "/nowhere"},
]
"""Fourteen and minus eleven hours from Greenwich, so that it is never the same day in both."""


def built(folder: Path, variables: dict[str, str]) -> dict[str, bytes]:
    """Every file of the site that a project gives."""
    done = mkdocs("build", "--strict", cwd=folder, SITE_URL=SITE_URL, **variables)
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not the same in both."""
    return [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A project, and its site as the first of the places builds it."""
    folder = sample.project(tmp_path_factory.mktemp("one"))
    return folder, built(folder, PLACES[0])


def test_another_place_changes_nothing(first: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    """Folder, time zone, locale and the seed of hashes leave no trace in the site."""
    elsewhere = tmp_path / "a longer way down/ünd"
    elsewhere.mkdir(parents=True)
    assert differing(built(sample.project(elsewhere), PLACES[1]), first[1]) == []


def test_what_was_kept_elsewhere_changes_nothing(
    first: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    """A store that another place filled serves as well, and the second build is the first."""
    folder, site = first
    again = sample.project(tmp_path)
    (folder / ".cache").rename(again / ".cache")
    assert differing(built(again, PLACES[1]), site) == []


def test_code_that_changed_changes_the_pages(tmp_path: Path) -> None:
    """What was rendered by other code of the hook is rendered anew, and comes back with the code."""
    folder = sample.project(tmp_path)
    before = built(folder, {})
    hook = folder / "hooks/mkdocs_hook.py"
    text, plain = hook.read_text(encoding="utf-8"), 'filters["plain"] = '
    assert plain in text
    hook.write_text(text.replace(plain, plain + "lambda text: text.upper() or "), encoding="utf-8")
    changed = built(folder, {})
    hook.write_text(text, encoding="utf-8")
    assert (
        b"WALL" in changed["papers/thread/index.html"] and b"WALL" not in before["papers/thread/index.html"]
    )
    assert differing(built(folder, {}), before) == []
