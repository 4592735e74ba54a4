"""The bundled math font has every sign that the formulas use, and what stretches them."""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.ttLib import TTFont
from lxml import html
from project import ROOT

FONT = ROOT / "docs/assets/fonts/stix-two-math.woff2"


def drawn(text: str, *, italic: bool) -> set[str]:
    """The code points that a browser draws for a leaf of MathML: a single letter of `mi` is set italic."""
    # A variation selector is not drawn: it chooses among the forms of the sign before it.
    signs = {sign for sign in text if not sign.isspace() and not "\ufe00" <= sign <= "\ufe0f"}
    if italic and len(text.strip()) == 1:
        letter = text.strip()
        signs |= {ITALIC[letter]} if letter in ITALIC else set()
    return signs


ITALIC = (
    {chr(ord("A") + n): chr(0x1D434 + n) for n in range(26)}
    | {chr(ord("a") + n): chr(0x1D44E + n) for n in range(26) if n != 7}
    | {"h": "\u210e"}
    | {chr(0x3B1 + n): chr(0x1D6FC + n) for n in range(25)}
)


def test_every_sign_of_every_formula_is_in_the_font(built: Path) -> None:
    """No sign of a formula on any page falls back to another font; where one does, see scripts/subset_font.py."""
    known = {chr(point) for point in TTFont(FONT).getBestCmap()}
    missing: dict[str, str] = {}
    leaves = 0
    for path in sorted(built.rglob("*.html")):
        for leaf in html.fromstring(path.read_bytes()).xpath("//math//*[self::mi or self::mo or self::mn]"):
            leaves += 1
            italic = leaf.tag == "mi" and leaf.get("mathvariant") != "normal"
            for sign in drawn(leaf.text or "", italic=italic) - known:
                missing[f"U+{ord(sign):04X}"] = f"{path.parent.name}: {sign}"
    assert leaves > 1000
    assert missing == {}, "Add the range to RANGES of scripts/subset_font.py and run it."


def test_the_font_stretches_brackets() -> None:
    """The font carries the table that brackets, roots and sums are set by, and its licence lies beside it."""
    font = TTFont(FONT)
    assert "MATH" in font
    assert font["MATH"].table.MathVariants.VertGlyphCount > 10
    assert "SIL Open Font License" in (FONT.parent / "OFL-stix-two-math.txt").read_text(encoding="utf-8")


def test_the_style_sheet_uses_it(built: Path) -> None:
    """The style sheet names the file, and the file is part of the site."""
    sheet = (built / "assets/styles/tokens.css").read_text(encoding="utf-8")
    sources = re.findall(r'url\("([^"]+\.woff2)"\)', sheet)
    assert len(sources) == 5
    assert all((built / "assets/styles" / source).is_file() for source in sources)
    assert f"../fonts/{FONT.name}" in sources
    assert FONT.stat().st_size < 120_000
