"""The page of the symbols: every row of every table of symbols, by letter."""

from __future__ import annotations

from builders import catalogue, entry
from readinglist import site

NOTES = r"""## Key equations

### The rule

| Symbol | What it is |
|---|---|
| $\beta_1$ | a step, as in [one](second.md) |
| $B$, $x$ | both |
| $\propto$ | grows with |

### The same again

| Symbol | What it is |
|---|---|
| $\beta_1$ | a step, as in [one](second.md) |
"""


def page(prose: dict[str, str]) -> str:
    """The page of a list of two papers."""
    edition = site.Edition(catalogue(entry("first"), entry("second", 2)), prose)
    return next(str(output.content) for output in site.files(edition) if output.uri == "notation.md")


def test_symbols_are_listed_by_letter() -> None:
    """Latin letters, then Greek ones with their names, then other signs; a row that is repeated is there once."""
    made = page({"papers/first.md": NOTES})
    headings = [line for line in made.splitlines() if line.startswith("## ")]
    assert headings == ["## B { #b }", "## β (beta) { #beta }", "## Other signs { #other-signs }"]
    assert made.count("a step, as in [one](<papers/second.md>)") == 1
    assert "[First](papers/first.md#the-rule){ .rl-paper dir=auto }" in made


def test_prose_of_the_page_is_laid_in() -> None:
    """It takes the place of ours."""
    made = page({"papers/first.md": "## The idea\n\nX.\n", "notation.md": "About signs."})
    assert "About signs." in made and "No symbol has been explained yet." in made
