"""What is known in one place is written in no other."""

from __future__ import annotations

import re

import pytest
from project import ROOT

FOLDERS = ("hooks", "docs/overrides", "scripts")
KINDS = {".py", ".j2", ".html"}
# What is put together, not what is explained: a docstring or an example may show an address.
PLACES = [
    (r"""["'(]papers/|/papers/\{|https://(arxiv|doi)\.org/(\w+/)?\{""", {"hooks/readinglist/addresses.py"}),
    (r"issues/new|#L\{", {"hooks/readinglist/addresses.py"}),
    (r"""["']\.arxiv-snapshot""", {"hooks/readinglist/arxiv/snapshot.py"}),
    (r"resolve\(\)\.parent", {"scripts/_bootstrap.py"}),
    (r"ArgumentParser", {"scripts/_console.py"}),
    (r"except \(?(Failure|CannotOpen|Refused|NoAnswer)\b.*:\n\s+print", {"scripts/_console.py"}),
    (r"\((?:Jr|\?:Jr)\|", {"hooks/readinglist/model/names.py"}),
]


@pytest.mark.parametrize(("pattern", "places"), PLACES)
def test_each_piece_of_knowledge_has_one_place(pattern: str, places: set[str]) -> None:
    """The pattern is found where it belongs, and nowhere else."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in KINDS]
    found = {
        path.relative_to(ROOT).as_posix()
        for path in files
        if re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert found == places
