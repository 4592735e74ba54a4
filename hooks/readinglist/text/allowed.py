"""What a page may hold, as lists: whatever is not here does not get onto the site.

Prose may use what `PROSE` names; our templates, the formulas and the theme's engine emit the rest.
To let a template emit something new, add it here: an element with its attributes, or a class.
"""

from __future__ import annotations

import re


def names(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())


def _table(rows: str) -> dict[str, frozenset[str]]:
    """Names before the colon, each with the words after it."""
    found: dict[str, frozenset[str]] = {}
    for row in rows.strip().splitlines():
        names, _, words = row.partition(":")
        found |= dict.fromkeys(names.split(), frozenset(words.split()))
    return found


EVERYWHERE = names(
    "class id dir lang title hidden role tabindex aria-hidden aria-label aria-labelledby aria-describedby "
    "aria-controls aria-live aria-current data-reader data-paper data-part data-line"
)
"""Attributes that any element of HTML or SVG may have."""

HTML = _table("""
    abbr b bdi br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i kbd mark p pre s section:
    small span strong sub summary sup tbody template thead tr ul aside nav header footer: markdown
    a: href rel hreflang download
    blockquote: cite
    button: type disabled popovertarget popovertargetaction aria-expanded aria-pressed
    details: open name
    img: src srcset sizes alt width height loading decoding
    input: type min max step value name list checked disabled
    label output: for
    li: value
    ol: start reversed type
    picture:
    source: srcset sizes media type width height
    table: summary
    td th: style colspan rowspan scope headers
    time: datetime
""") | {"div": frozenset({"markdown", "popover", "data-from", "data-to"})}
"""Elements of HTML in the text of a page, each with its attributes."""

INPUTS = names("range checkbox radio number")
"""Kinds of `<input>` that a page may have; none of them takes text or a file."""

_PAINT = (
    "transform fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linejoin stroke-linecap "
    "stroke-dasharray stroke-dashoffset opacity vector-effect clip-rule data-from data-to"
)
_TYPE = "font-size font-family font-style font-weight text-anchor dominant-baseline dx dy x y xml:space"
SVG = _table(f"""
    svg: xmlns xmlns:xlink viewbox width height preserveaspectratio focusable {_PAINT} {_TYPE}
    g: {_PAINT} {_TYPE}
    a: href xlink:href {_PAINT}
    path: d {_PAINT}
    line: x1 x2 y1 y2 {_PAINT}
    rect: x y width height rx ry {_PAINT}
    circle: cx cy r {_PAINT}
    ellipse: cx cy rx ry {_PAINT}
    polyline polygon: points {_PAINT}
    text tspan: {_PAINT} {_TYPE}
    title desc:
""")
"""Elements of SVG, in a page and in a picture's file; nothing that moves, loads or holds HTML."""

_MATH = (
    "class style mathvariant displaystyle scriptlevel stretchy symmetric largeop movablelimits lspace rspace "
    "minsize maxsize form fence separator width height depth voffset accent accentunder linethickness "
    "notation columnalign rowalign columnspan rowspan columnlines rowlines frame rowspacing columnspacing "
    "side"
)
MATHML = _table(f"""
    math: display xmlns {_MATH}
    menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms: {_MATH}
    mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics: {_MATH}
""")
"""Elements of MathML; neither links nor annotations."""

STYLE = re.compile(
    r"(?:(?:text-align|justify-items|padding-(?:left|right|top|bottom)|margin-left|border-(?:left|right|top|bottom)|"
    r"color|background-color|math-depth|font-weight): ?[A-Za-z0-9#. -]+;?)+"
)
"""Styles of table cells and formulas; no address, no place on the screen."""

PROSE = names("rl-button rl-primary rl-ref rl-paper rl-small rl-wide rl-narrow")
"""Classes that hand-written pages may give to a link, a heading or a paragraph."""

ADMONITIONS = names("note tip info warning danger example question quote abstract success failure bug")
"""Kinds of boxed notes."""

LANGUAGES = names(
    "bash bibtex c console cpp css csv diff go html ini java javascript js json julia latex makefile "
    "markdown pycon python r rust sh sql tex text toml ts typescript xml yaml"
)
"""Languages that a block of code may name."""

OF_THE_ENGINE = names("admonition admonition-title headerlink highlight linenos md-content__button filename")
"""Classes that Markdown's extensions and the theme give to what is in a text."""

OF_COLLECTORS = names("Z3988")
"""Classes by which programs find what a page is about."""

CLASSES = OF_COLLECTORS | PROSE | ADMONITIONS | OF_THE_ENGINE
KINDS_OF_CLASS = re.compile(r"rl-[a-z0-9-]+|language-[a-z0-9+-]+|menclose-[a-z]+|[a-z][a-z0-9]{0,2}")
"""Classes of ours, which templates and pictures give; of languages, of formulas, and of tokens of code."""

MEASURE = re.compile(r"data-(?!md-|reader|paper|search)[a-z0-9-]+=[\w.:,+ -]*")
"""What a picture gives its control on its `<svg>`: numbers and words, under no name of the theme."""

ID = re.compile(r"(?!__)[\w][\w.:-]*")
"""Ids of a page's text: those that begin with two underscores are the theme's."""
