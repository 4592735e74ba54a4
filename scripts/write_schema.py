#!/usr/bin/env python3
"""Write docs/papers.schema.json from the model; a test fails when the file is not what this writes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import _bootstrap  # noqa: F401
from _console import ROOT, command_line, run
from readinglist.model import schema

TARGET = ROOT / "docs/papers.schema.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the schema where editors and the site find it, and gives the exit status."""
    parser = command_line(__doc__)
    parser.parse_intermixed_args(arguments)
    changed = not TARGET.exists() or TARGET.read_text(encoding="utf-8") != schema.dumped()
    TARGET.write_text(schema.dumped(), encoding="utf-8")
    print(f"docs/papers.schema.json {'written' if changed else 'was up to date'}.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
