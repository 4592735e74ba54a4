"""Pictures that notes lay into their page are whole."""

from __future__ import annotations

import pytest
from readinglist.checks import figures
from readinglist.source.prose import Prose

WHOLE = {
    "assets/figures/first.svg": "<svg width='605'></svg>\n",
    "assets/figures/first-narrow.svg": "<svg width='312'></svg>\n",
    "assets/figures/first.csv": "n\n1\n",
}
PICTURE = '![See $x$.](../assets/figures/first.svg "Our drawing.")'


def said(notes: str, **texts: str) -> list[str]:
    """The problems of the notes of a paper; `texts` replace files of the picture, `""` takes one away."""
    files = WHOLE | {f"assets/figures/{name.replace('_', '.', 1)}": text for name, text in texts.items()}
    kept = {uri: text for uri, text in files.items() if text}
    found = figures.incomplete(Prose("docs", {"papers/first.md": notes}, texts=kept))
    return [f"{problem.line}:{problem.column}: {problem.text}" for problem in found]


def test_a_whole_picture_is_sound() -> None:
    """A picture on a line of its own, or shown as code, is no problem."""
    assert said(f"## The idea\n\n{PICTURE}\n\n```\n![a](../assets/figures/b.svg)\n```\n") == []


BAD = [
    (f"x\n\nSee {PICTURE}", {}, "3:17: a picture that cannot be laid in: "),
    ("![a](../assets/figures/first.svg)", {}, "1:6: a picture that cannot be laid in: "),
    (PICTURE, {"first_csv": ""}, "1:1: a picture without docs/assets/figures/first.csv. Run scripts/"),
    (PICTURE, {"first_csv": "\n"}, "1:1: a picture without numbers: docs/assets/figures/first.csv is empty."),
    (PICTURE, {"first_svg": "<p></p>"}, "1:1: a picture that is not one <svg> element: docs/assets/figures/"),
    (PICTURE.replace("first", "other"), {}, "1:1: a picture without docs/assets/figures/other.svg."),
]


@pytest.mark.parametrize(("notes", "texts", "message"), BAD)
def test_a_picture_that_is_not_whole_is_reported(notes: str, texts: dict[str, str], message: str) -> None:
    """The line of the notes, what is missing, and how to make it."""
    assert said(notes, **texts)[0].startswith(message)
