"""Plots in the manner of the drawings: drawn by matplotlib, with its styles and ids taken out.

Colours become classes, and places are rounded to a tenth of a pixel: every machine draws the same file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree

import matplotlib
from _drawing import ACCENT, COLOURS, FADED, INK, SIZE, SVG, Point, colour_of, element, number, picture_file
from cycler import cycler
from matplotlib.axes import Axes
from matplotlib.figure import Figure

_NAMES = {value: name for name, value in COLOURS.items()}


def plot(
    width: float,
    height: float,
    title: str,
    description: str,
    draw: Callable[[Axes], None],
    margins: tuple[float, float, float, float] = (46, 12, 10, 36),
    control: str = "",
) -> str:
    """A plot as a file: `draw` gets the axes of matplotlib; margins are left, right, top, bottom.

    A control finds a line or text with the gid `part:NAME` as `[data-part=NAME]`. The root says where the
    axes are (`data-box`: left, top, right, bottom) and what they span (`data-x`, `data-y`: from, to, scale).
    `control` names the control that moves the picture.
    """
    with matplotlib.rc_context(_MANNER):
        figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        left, right, top, bottom = margins
        box = (
            left / width,
            bottom / height,
            (width - left - right) / width,
            (height - top - bottom) / height,
        )
        axes = figure.add_axes(box)
        draw(axes)
        file = io.BytesIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    data = {"control": control} if control else {}
    data |= {
        "box": f"{number(left)} {number(top)} {number(width - right)} {number(height - bottom)}",
        "x": _span(axes.get_xlim(), axes.get_xscale()),
        "y": _span(axes.get_ylim(), axes.get_yscale()),
    }
    named = {"control": control, **data} if control else data
    return picture_file(width, height, title, description, _cleaned(file.getvalue()), named)


def label(
    axes: Axes,
    words: str,
    point: Point,
    shift: Point = (0, 0),
    *,
    colour: str = INK,
    anchor: str = "left",
    bold: bool = False,
    part: str = "",
    **more: Any,
) -> None:
    """Words near a point of a plot, moved by pixels to the right and up; `anchor` is left, center, right."""
    more |= {"weight": "bold"} if bold else {}
    more |= {"gid": f"part:{part}"} if part else {}
    more |= {"color": colour, "ha": anchor, "textcoords": "offset points", "annotation_clip": False}
    axes.annotate(words, point, shift, **more)


_MANNER: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "readinglist",
    "font.size": SIZE,
    "axes.labelsize": SIZE,
    "xtick.labelsize": SIZE,
    "ytick.labelsize": SIZE,
    "axes.edgecolor": FADED,
    "axes.labelcolor": FADED,
    "axes.linewidth": 1,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.facecolor": "none",
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "xtick.color": FADED,
    "ytick.color": FADED,
    "xtick.minor.visible": False,
    "ytick.minor.visible": False,
    "text.color": INK,
    "lines.linewidth": 1.25,
    "lines.color": INK,
    "axes.prop_cycle": cycler(color=[INK, ACCENT, *(COLOURS[f"topic-{n}"] for n in (1, 4, 3, 2))]),
    "legend.frameon": False,
}


def _span(limits: tuple[float, float], scale: str) -> str:
    return f"{limits[0]:g} {limits[1]:g} {scale}"


def _cleaned(file: bytes) -> str:
    """What matplotlib drew, without styles and ids; colours by class, places to a tenth of a pixel."""
    root = ElementTree.fromstring(file)
    marks = {f"#{mark.get('id')}": mark for mark in root.iter(f"{{{SVG}}}path") if mark.get("id")}
    return "".join(_copied(child, marks) for child in root if child.tag != f"{{{SVG}}}metadata")


def _copied(node: ElementTree.Element, marks: Mapping[str, ElementTree.Element]) -> str:
    tag = node.tag.removeprefix(f"{{{SVG}}}")
    if tag in {"defs", "clipPath", "style"}:
        return ""
    if tag == "use":
        return _mark(node, marks)
    inner = "".join(_copied(child, marks) for child in node)
    words = (node.text or "").strip()
    attributes = _attributes(node)
    if tag == "g" and not any(attributes.values()):
        return inner
    named = [key for key, value in attributes.items() if value] == ["data-part"]
    if tag == "g" and named and inner.count("\n") == 1:  # a control moves the shape itself, not its group
        return inner.replace(" ", f' data-part="{attributes["data-part"]}" ', 1)
    if tag == "path" and "stroke" not in attributes and attributes.get("fill", "none") == "none":
        return ""
    return element(tag, attributes, words, inner)


def _mark(use: ElementTree.Element, marks: Mapping[str, ElementTree.Element]) -> str:
    """A tick or a point, written out where it is used."""
    mark = marks[use.get("{http://www.w3.org/1999/xlink}href", "")]
    x, y = (number(float(use.get(key, 0))) for key in "xy")
    way = _rounded(mark.get("d", ""))
    paint = _attributes(mark) | _attributes(use) | {"x": "", "y": "", "d": ""}
    if disc := _DISC.match(way):
        return element("circle", paint | {"cx": x, "cy": y, "r": disc[1]})
    return element("path", paint | {"transform": f"translate({x} {y})", "d": way})


_DISC = re.compile(r"M 0 ([\d.]+) C")
"""How matplotlib draws a round mark around 0, 0."""


def _attributes(node: ElementTree.Element) -> dict[str, str]:
    rules = (rule.partition(":") for rule in node.get("style", "").split(";") if ":" in rule)
    style = {key.strip(): value.strip() for key, _, value in rules}
    kept = {key: value.removesuffix("px") for key, value in style.items() if key in _KEPT}
    for kind in ("fill", "stroke"):
        if (name := _NAMES.get(style.get(kind, ""))) is not None:
            kept |= colour_of(kind, name) | {"class": f"{kept.get('class', '')} rl-{kind}-{name}".strip()}
    gid = node.get("id", "")
    kept["data-part"] = gid.removeprefix("part:") if gid.startswith("part:") else ""
    for key in ("d", "x", "y", "transform"):
        kept[key] = _rounded(node.get(key, ""))
    if kept["transform"].startswith("rotate(-0 "):
        kept["transform"] = ""
    return kept


_KEPT = {
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity"),
    *("fill-opacity", "stroke-opacity", "text-anchor", "font-size", "font-style", "font-weight"),
}


def _rounded(text: str) -> str:
    flat = " ".join(text.split())
    return re.sub(r"-?\d+\.\d+", lambda found: number(float(found[0])), flat)
