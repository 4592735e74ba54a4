"""Time grows with the length of a text and not faster, whatever is in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from payloads import payloads
from project import ROOT
from readinglist.checks import folder, links, prose
from readinglist.problems import Refused
from readinglist.source.prose import Prose
from readinglist.text.escaping import inline
from readinglist.text.formulas import check_text
from readinglist.text.markdown import Page

SIGNS = payloads("growth")


def judge(text: str) -> None:
    """Everything that is done to a page, a text and a drawing before they are refused or built."""
    written = Prose("docs", {"page.md": f"# Page\n\n{text}\n", "glossary.md": text}, texts={"a.svg": text})
    list(prose.problems(written, ()))
    list(links.dangling(written, ["first"], ()))
    list(folder.drawings(written))
    try:
        inline(check_text(text), "en")
        Page(text, "en").rendered()
    except Refused:
        pass


def steps(act: Callable[[], object]) -> int:
    """How many functions are called, those of the interpreter included."""
    count = 0

    def called(_: Any, event: str, __: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(called)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("sign", SIGNS)
def test_twice_the_text_takes_twice_the_steps(sign: str) -> None:
    """Each sign, repeated, is judged in steps that are counted; some hundred are for any text."""
    some, more = (steps(partial(judge, sign * (size // len(sign)))) for size in (720, 1_440))
    assert more <= 2.3 * some + 500


def test_no_pattern_runs_away() -> None:
    """Within patterns no steps can be counted: a long text of each sign is judged, or this hangs."""
    program = (
        "import test_growth as growth; [growth.judge(sign * (20_000 // len(sign))) for sign in growth.SIGNS]"
    )
    paths = [str(ROOT / path) for path in ("hooks", "scripts", "tests/support", "tests/text")]
    program = f"import sys; sys.path[:0] = {paths!r}; {program}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
