#!/usr/bin/env python3
"""Write the bundled fonts, docs/assets/fonts/*.woff2, out of the whole ones; of these, hooks/faces/*.ttf.

A page loads what it uses: signs that every page has are apart from those that few have, and a browser asks
for a part when it meets one of its signs. Literata comes upright and italic, for European scripts; STIX
Two Math with the signs that the formulas of the site use, and with others that they may come to use. Where a
test says that a sign is missing, add its range to FORMULAS and run this with the font from
https://github.com/stipub/stixfonts; Literata is at https://github.com/googlefonts/literata. The faces of the
cards that go with links to pages are unpacked, as what draws them reads no WOFF2, and have one weight each.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import _bootstrap  # noqa: F401
from _console import ROOT, command_line, run
from readinglist.problems import CannotOpen

try:
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer
except ImportError:
    sys.exit("scripts/subset_fonts.py needs fontTools, which scripts/test installs: run that once.")

FOLDER = ROOT / "docs/assets/fonts"
FACES_FOLDER = ROOT / "hooks/faces"

# The signs of each file, as hexadecimal code points, each range whole.
LATIN = "0-FF 131 152-153 2BB-2BC 2C6 2DA 2DC 304 308 329 2000-206F 20AC 2122 2191 2193 2212 2215 FEFF FFFD"
FURTHER_LATIN = (
    "100-130 132-151 154-2BA 2BD-2C5 2C7-2CC 2CE-2D7 2DD-2FF 1D00-1DBF 1E00-1EFF 20A0-20AB 20AD-20C0 2113"
    " 2C60-2C7F A720-A7FF"
)
FORMULAS = (
    "20-7E B7 D7 2C6 2DC"  # Latin, and signs that keyboards have; accents
    " 394 398 3A8 3B1-3C9 3D5 3F5"  # Greek: a browser asks by the upright letter
    " 2016 2026 2032 2061 210E 2112 2113"  # dots, primes, invisible operators, letters
    " 2190 2192 21A6 2207 2208 220F 2211 2212 2217 2218 221A 221D 221E 2223 2225"  # operators
    " 223C 2248 2264 2265 2272 227B 2299 22A4 22C5 22EF 22F1"
    " 2308 2309 27E8 27E9 27F9"  # brackets, an arrow
    " 1D434-1D467 1D49F 1D4A9 1D53C"  # italic Latin, and what means a set or a mean
    " 1D6FB-1D703 1D706 1D707 1D70B 1D70C 1D70E 1D70F 1D711 1D713 1D715 1D716 1D719"  # italic Greek
)
FURTHER_FORMULAS = (  # which pages may come to use
    "A0 B0 B1 F7 131 237 2C7 2D8-2DB 300-338 20D7 391-393 395-397 399-3A7 3A9-3B0 3CA-3D4 3D6-3F4 3F6"
    " 2010-2015 2018-2025 2033 2034 2062-2064 2102 210B-210D 210F-2111 2114-211D 2124 2130-2134"
    " 2191 2193-2199 21D0-21D4 27F5-27F8 27FA 2200-2206 2209-220E 2210 2213-2216 2219 221B 221C 221F-2222"
    " 2224 2226-223B 223D-2247 2249-2263 2266-2271 2273-227A 227C-228B 2295-2298 22A5 22EE 22F0"
    " 2A00-2A06 2A7D 2A7E 230A 230B 23DC-23DF 27E6 27E7"
    " 1D400-1D433 1D468-1D49E 1D4A0-1D4A8 1D4AA-1D4CF 1D538-1D53B 1D53D-1D56B 1D6A8-1D6FA"
    " 1D704 1D705 1D708-1D70A 1D70D 1D710 1D712 1D714 1D717 1D718 1D71A 1D71B"
)

FEATURES = (
    *("ccmp", "locl", "mark", "mkmk", "kern", "liga", "lnum", "onum", "pnum", "tnum"),  # of text
    *("ssty", "dtls", "flac"),  # of formulas: small forms, dotless letters, flat accents
)


@dataclass(frozen=True)
class Cut:
    """A file to write: which font it is cut from, and which signs it keeps."""

    name: str
    family: str
    signs: str
    italic: bool = False
    weights: tuple[int, int] = (400, 400)


CUTS = (
    Cut("literata-normal", "Literata", LATIN, weights=(400, 600)),
    Cut("literata-italic", "Literata", LATIN, italic=True),
    Cut("literata-ext-normal", "Literata", FURTHER_LATIN),
    Cut("literata-ext-italic", "Literata", FURTHER_LATIN, italic=True),
    Cut("stix-two-math", "STIX Two Math", FORMULAS),
    Cut("stix-two-math-ext", "STIX Two Math", FURTHER_FORMULAS),
)

FACES = {
    "literata-400.ttf": ("literata-normal", 400),
    "literata-600.ttf": ("literata-normal", 600),
    "literata-ext-400.ttf": ("literata-ext-normal", 400),
}
"""The faces of the cards, each with the bundled font that it is taken from and its weight."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes what can be cut from the fonts that the arguments name, and gives the exit status."""
    parser = command_line(__doc__)
    parser.add_argument(
        "fonts",
        type=Path,
        nargs="+",
        metavar="FONT",
        help="Literata or STIX Two Math, whole (OTF, TTF or WOFF2)",
    )
    for font in parser.parse_intermixed_args(arguments).fonts:
        if not font.is_file():
            raise CannotOpen(f"{font} is not a file. Name a whole font, Literata or STIX Two Math.")
        written = [name for cut in CUTS if (name := _written(cut, font))]
        if not written:
            raise CannotOpen(f"{font} is neither Literata nor STIX Two Math. Name one of these.")
        for name in written:
            print(f"docs/assets/fonts/{name} written, {(FOLDER / name).stat().st_size / 1024:.0f} KiB.")
    for name, content in faces_of_cards():
        (FACES_FOLDER / name).write_bytes(content)
        print(f"hooks/faces/{name} written, {len(content) / 1024:.0f} KiB.")
    return 0


def _written(cut: Cut, file: Path) -> str:
    """The name of the file that a cut of a font was written to; empty where it is none of that font."""
    font = TTFont(file)
    kept = points(cut.signs) & font.getBestCmap().keys()
    family, slanted = font["name"].getBestFamilyName(), font["post"].italicAngle != 0
    if cut.family not in family or cut.italic != slanted or len(kept) < len(points(cut.signs)) / 9:
        return ""
    options = subset.Options(
        flavor="woff2", layout_features=FEATURES, hinting=False, glyph_names=False, name_IDs=[0, 1, 2, 13, 14]
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)
    font = _instance(font, cut.weights)
    subset.save_font(font, str(FOLDER / f"{cut.name}.woff2"), options)
    return f"{cut.name}.woff2"


def _instance(font: TTFont, weights: tuple[int, int]) -> TTFont:
    """The font between two weights and at its size for text, where it can vary."""
    if "fvar" not in font:
        return font
    wanted = {"wght": weights, "opsz": (12, 12)}
    axes = {axis.axisTag: wanted.get(axis.axisTag, axis.defaultValue) for axis in font["fvar"].axes}
    return instancer.instantiateVariableFont(font, axes)


def faces_of_cards() -> Iterator[tuple[str, bytes]]:
    """The faces of the cards, each with its name."""
    for name, (bundled, weight) in FACES.items():
        font = _instance(TTFont(FOLDER / f"{bundled}.woff2", recalcTimestamp=False), (weight, weight))
        # Without a name of each kind fontdb, which looks the faces up, takes none of them.
        for kind, words in {1: "Literata", 2: str(weight), 4: "Literata", 6: f"Literata-{weight}"}.items():
            font["name"].setName(words, kind, 3, 1, 0x409)
        font["OS/2"].usWeightClass = weight
        font.flavor = None
        written = BytesIO()
        font.save(written)
        yield name, written.getvalue()


def points(ranges: str) -> set[int]:
    """The code points of ranges as `20-7E B7`, hexadecimal."""
    pairs = (part.partition("-") for part in ranges.split())
    return {point for first, _, last in pairs for point in range(int(first, 16), int(last or first, 16) + 1)}


if __name__ == "__main__":
    sys.exit(run(main))
