"""The one style sheet looks like all those that it is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import material
import pytest
import yaml

# Every value of every element and of what is drawn before and after it, as one text for each.
VALUES = """() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part);
    if (part && style.content === "none") return `${element.tagName}${part}`;
    const values = [...style].filter((name) => !name.startsWith("--")).map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${element.tagName}.${element.className}${part} ${values.join("; ")}`;
}))"""


@pytest.fixture(scope="module")
def whole(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The theme's style sheets and ours as they are written, one after the other."""
    theirs = sorted((Path(material.__file__).parent / "templates/assets/stylesheets").glob("*.css"))
    config = (project / "mkdocs.yml").read_text(encoding="utf-8").partition("extra_css:")[2]
    ours = [project / "docs" / path for path in yaml.safe_load(config.partition("\nplugins:")[0])]
    file = tmp_path_factory.mktemp("styles") / "whole.css"
    file.write_text(
        "\n".join(path.read_text(encoding="utf-8") for path in [*theirs, *ours]), encoding="utf-8"
    )
    return file


PAGES = [
    ("", 1280, "light", "screen"),
    ("papers/wall/", 400, "dark", "screen"),
    ("papers/wall/", 800, "light", "print"),
    ("glossary/", 400, "light", "screen"),
    ("map/", 1280, "dark", "screen"),
]


@pytest.mark.parametrize(("uri", "width", "scheme", "media"), PAGES, ids=str)
def test_every_element_looks_the_same(
    look: Any, whole: Path, uri: str, width: int, scheme: str, media: Any
) -> None:
    """No computed value of any element differs from what the sheets give as they were written."""
    page = look(uri, width, scheme).page
    page.emulate_media(media=media, reduced_motion="reduce", color_scheme=scheme)
    page.route("**/*.woff2", lambda route: route.abort())  # which are there in time, chance decides
    published = values(page)
    page.route("**/site.*.css", lambda route: route.fulfill(path=whole))
    written = values(page)
    assert len(published) > 300
    assert [pair for pair in zip(published, written, strict=True) if pair[0] != pair[1]][:3] == []


def values(page: Any) -> list[str]:
    """Every value of every element of a page that is opened anew."""
    page.reload()
    page.wait_for_selector("html[data-reader=ready]")
    found: list[str] = page.evaluate(VALUES)
    return found
