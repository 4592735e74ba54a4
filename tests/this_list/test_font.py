"""The bundled fonts have every sign that pages use, and what stretches those of formulas."""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.ttLib import TTFont
from lxml import html
from project import ROOT
from subset_fonts import (
    CUTS,
    FACES_FOLDER,
    FORMULAS,
    FURTHER_FORMULAS,
    FURTHER_LATIN,
    LATIN,
    faces_of_cards,
    points,
)

FONTS = ROOT / "docs/assets/fonts"
FONT = FONTS / "stix-two-math.woff2"
FURTHER = FONTS / "stix-two-math-ext.woff2"


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
    """No sign of a formula on any page falls back to another font; where one does, see scripts/subset_fonts.py."""
    known = {chr(point) for font in (FONT, FURTHER) for point in TTFont(font).getBestCmap()}
    missing: dict[str, str] = {}
    leaves = 0
    for path in sorted(built.rglob("*.html")):
        for leaf in html.fromstring(path.read_bytes()).xpath("//math//*[self::mi or self::mo or self::mn]"):
            leaves += 1
            italic = leaf.tag == "mi" and leaf.get("mathvariant") != "normal"
            for sign in drawn(leaf.text or "", italic=italic) - known:
                missing[f"U+{ord(sign):04X}"] = f"{path.parent.name}: {sign}"
    assert leaves > 1000
    assert missing == {}, "Add the range to FORMULAS of scripts/subset_fonts.py and run it."


def test_the_font_stretches_brackets() -> None:
    """The font carries the table that brackets, roots and sums are set by, and its licence lies beside it."""
    font = TTFont(FONT)
    assert "MATH" in font
    assert font["MATH"].table.MathVariants.VertGlyphCount > 10
    assert "SIL Open Font License" in (FONT.parent / "OFL-stix-two-math.txt").read_text(encoding="utf-8")


def faces(sheet: str) -> dict[str, set[int]]:
    """The files that a style sheet names as fonts, and the code points for which a browser asks for each."""
    found = re.findall(r'src:url\("([^"]+)"\)[^}]*?unicode-range:([^;}]+)', sheet, re.DOTALL)
    return {Path(file).name: points(ranges.replace("U+", "").replace(",", " ")) for file, ranges in found}


def test_each_font_is_asked_for_its_own_signs(built: Path) -> None:
    """The style sheet names each file, for just the signs that it was cut for."""
    (path,) = (built / "assets/styles").glob("*.css")
    cuts = {f"{cut.name}.woff2": points(cut.signs) for cut in CUTS}
    assert faces(path.read_text(encoding="utf-8")) == cuts
    assert {font.name for font in (built / "assets/fonts").glob("*.woff2")} == cuts.keys()


def test_no_sign_is_in_two_parts() -> None:
    """What pages ask for first and what few need are apart, so that nothing is loaded twice."""
    parts = [points(LATIN), points(FURTHER_LATIN)], [points(FORMULAS), points(FURTHER_FORMULAS)]
    # Accents that combine go with either part of the letters.
    assert [one & other for one, other in parts] == [{0x304, 0x308, 0x329} & points(FURTHER_LATIN), set()]


def test_what_most_pages_load_is_small() -> None:
    """The faces that a page with formulas, emphasis and headings needs come to less than 80 KB."""
    first = ["literata-normal", "literata-italic", "stix-two-math"]
    assert sum((FONTS / f"{name}.woff2").stat().st_size for name in first) < 80_000


def test_the_faces_of_the_cards_are_the_bundled_ones() -> None:
    """What draws the cards has the same letters as the site, with their licence beside them."""
    assert {path.name: path.read_bytes() for path in FACES_FOLDER.glob("*.ttf")} == dict(faces_of_cards())
    licence = "OFL-literata.txt"
    assert (FACES_FOLDER / licence).read_bytes() == (FONTS / licence).read_bytes()


def test_the_cards_are_small(built: Path) -> None:
    """Each of the nineteen comes to less than 60 KB."""
    cards = [built / "card.png", *built.glob("papers/*/card.png")]
    assert len(cards) == 19
    assert max(card.stat().st_size for card in cards) < 60_000
