#!/usr/bin/env python3
"""Write docs/assets/fonts/stix-two-math.woff2: the signs that formulas use, out of the whole STIX Two Math.

The whole font is 400 KB as WOFF2, most of it signs that no formula here needs. Where a test says that a sign
is missing, add its range to RANGES and run this with the font from https://github.com/stipub/stixfonts.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import _bootstrap  # noqa: F401
from _console import ROOT, command_line, run
from readinglist.problems import CannotOpen

try:
    from fontTools import subset
except ImportError:
    sys.exit("scripts/subset_font.py needs fontTools, which scripts/test installs: run that once.")

TARGET = ROOT / "docs/assets/fonts/stix-two-math.woff2"

# Code points, hexadecimal, each range whole.
RANGES = (
    "20-7E A0 B0 B1 B7 D7 F7",  # Latin, and signs that keyboards have
    "131 237 2C6 2C7 2D8-2DC 300-338 20D7",  # dotless letters, accents
    "391-3F6",  # Greek
    "2010-2026 2032-2034 2061-2064",  # dashes, dots, primes, operators without a sign
    "2102 210B-211D 2124 2130-2134",  # letters that stand outside their alphabet
    "2190-2199 21A6 21D0-21D4 27F5-27FA",  # arrows
    "2200-228B 2295-2299 22A4 22A5 22C5 22EE-22F1 2A00-2A06 2A7D 2A7E",  # operators
    "2308-230B 23DC-23DF 27E6-27E9",  # brackets
    "1D400-1D4CF 1D538-1D56B 1D6A8-1D71B",  # bold, italic, script, double-struck, bold and italic Greek
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Subsets the font that the arguments name, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument("font", type=Path, metavar="FONT", help="STIX Two Math, whole (OTF, TTF or WOFF2)")
    font = parser.parse_intermixed_args(arguments).font
    if not font.is_file():
        raise CannotOpen(f"{font} is not a file. Name the whole font, STIX Two Math.")
    unicodes = ",".join(" ".join(RANGES).split())
    subset.main(
        [
            str(font),
            f"--unicodes={unicodes}",
            "--layout-features=*",
            "--flavor=woff2",
            f"--output-file={TARGET}",
        ]
    )
    print(f"docs/assets/fonts/{TARGET.name} written, {TARGET.stat().st_size / 1024:.0f} KiB.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
