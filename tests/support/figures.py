"""The data behind a drawn picture."""

from __future__ import annotations

import csv

from project import ROOT


def drawn(id: str) -> list[dict[str, str]]:
    """The rows of a picture's table, by the names of its columns."""
    with (ROOT / f"docs/assets/figures/{id}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
