"""Pictures in the site's manner: ink lines, one accent, tints of the topics, small sans labels, no box.

Lengths are pixels of the page. A picture is drawn twice, `WIDE` and `NARROW`; a phone gets the second, which
is a drawing of its own and not the first made small. Colours are named by class, so that a page can give them
its own in light, in dark and in print; the values here are those of a file that is opened by itself.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

import matplotlib
from cycler import cycler
from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDE, NARROW = 605, 312
SIZE = 12
"""Of labels, in pixels."""
COLOURS = {
    "ink": "#2a2521",
    "faded": "#655b50",
    "rule": "#e3d9c6",
    "paper": "#fbf7ee",
    "accent": "#8c2f1c",
    "topic-1": "#0b6e99",
    "topic-2": "#8a5a00",
    "topic-3": "#6b4fa0",
    "topic-4": "#1f7a4d",
    "topic-5": "#b03a5b",
    "topic-6": "#44617b",
    "topic-7": "#c05600",
    "topic-8": "#5d6b1f",
}
INK, FADED, RULE, ACCENT = (COLOURS[name] for name in ("ink", "faded", "rule", "accent"))
_NAMES = {value: name for name, value in COLOURS.items()}
_SVG = "http://www.w3.org/2000/svg"
Point = tuple[float, float]


@dataclass(frozen=True)
class Drawing:
    """What the figure of a paper consists of: the picture at a width, and its data as a table with a head."""

    picture: Callable[[int], str]
    data: Sequence[Sequence[object]]


@dataclass
class Sketch:
    """A drawing made of lines, shapes and labels, from the top left corner."""

    width: float
    height: float
    title: str
    """What it shows, in a few words; with `description` it is what a screen reader reads."""
    description: str
    _parts: list[str] = field(default_factory=list)

    def line(
        self,
        *points: Point,
        colour: str = "ink",
        width: float = 1.25,
        arrow: bool = False,
        dashes: str = "",
        part: str = "",
    ) -> None:
        """A line through points, with a tip at its end where `arrow` is set."""
        way = "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)
        more = {"fill": "none", "stroke-width": _number(width), "stroke-dasharray": dashes, "data-part": part}
        self._add("path", {"d": way, **_stroke(colour), **more})
        if arrow:
            self._tip(points[-2], points[-1], colour)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        opacity: float = 1,
        stroke: str = "",
        radius: float = 0,
        part: str = "",
    ) -> None:
        """A rectangle by its top left corner; a tint is a topic's colour at an opacity of 0.12."""
        box = dict(zip(("x", "y", "width", "height"), map(_number, (x, y, width, height)), strict=True))
        self._add(
            "rect",
            {
                **box,
                "rx": _number(radius) if radius else "",
                "data-part": part,
                **_shape(fill, opacity, stroke),
            },
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str = "ink",
        opacity: float = 1,
        stroke: str = "",
        part: str = "",
    ) -> None:
        """A disc around a point."""
        place = {"cx": _number(x), "cy": _number(y), "r": _number(radius), "data-part": part}
        self._add("circle", {**place, **_shape(fill, opacity, stroke)})

    def boxes(
        self,
        boxes: Sequence[tuple[float, float, float, float]],
        *,
        fill: str = "",
        opacity: float = 1,
        stroke: str = "",
        part: str = "",
    ) -> None:
        """Many rectangles as one shape, each by its left, top, width and height."""
        way = "".join(
            f"M{_number(x)} {_number(y)}h{_number(w)}v{_number(h)}h{_number(-w)}Z" for x, y, w, h in boxes
        )
        self._add("path", {"d": way, "data-part": part, **_shape(fill, opacity, stroke)})

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: str = "start",
        colour: str = "ink",
        size: float = SIZE,
        bold: bool = False,
        italic: bool = False,
        part: str = "",
    ) -> None:
        """Words on a baseline; `anchor` is start, middle or end."""
        style = {
            "text-anchor": "" if anchor == "start" else anchor,
            "font-size": _number(size),
            "font-weight": "600" if bold else "",
            "font-style": "italic" if italic else "",
            "data-part": part,
        }
        self._add("text", {"x": _number(x), "y": _number(y), **_fill(colour), **style}, words)

    def svg(self, **data: object) -> str:
        """The drawing as a file; `data` becomes data attributes of its root, for a control."""
        return _file(self.width, self.height, self.title, self.description, "".join(self._parts), data)

    def _tip(self, before: Point, end: Point, colour: str, reach: float = 6) -> None:
        (a, b), (x, y) = before, end
        length = ((x - a) ** 2 + (y - b) ** 2) ** 0.5 or 1
        dx, dy = (x - a) / length * reach, (y - b) / length * reach
        corners = [(x, y), (x - dx - dy / 2, y - dy + dx / 2), (x - dx + dy / 2, y - dy - dx / 2)]
        way = "M" + "L".join(f"{_number(u)} {_number(v)}" for u, v in corners) + "Z"
        self._add("path", {"d": way, **_fill(colour)})

    def _add(self, tag: str, attributes: Mapping[str, str], words: str = "") -> None:
        self._parts.append(_element(tag, attributes, words))


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
        "box": f"{_number(left)} {_number(top)} {_number(width - right)} {_number(height - bottom)}",
        "x": _span(axes.get_xlim(), axes.get_xscale()),
        "y": _span(axes.get_ylim(), axes.get_yscale()),
    }
    return _file(width, height, title, description, _cleaned(file.getvalue()), data)


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
    marks = {f"#{mark.get('id')}": mark for mark in root.iter(f"{{{_SVG}}}path") if mark.get("id")}
    return "".join(_copied(child, marks) for child in root if child.tag != f"{{{_SVG}}}metadata")


def _copied(node: ElementTree.Element, marks: Mapping[str, ElementTree.Element]) -> str:
    tag = node.tag.removeprefix(f"{{{_SVG}}}")
    if tag in {"defs", "clipPath", "style"}:
        return ""
    if tag == "use":
        return _mark(node, marks)
    inner = "".join(_copied(child, marks) for child in node)
    words = (node.text or "").strip()
    attributes = _attributes(node)
    if tag == "g" and not any(attributes.values()):
        return inner
    if tag == "path" and "stroke" not in attributes and attributes.get("fill", "none") == "none":
        return ""
    return _element(tag, attributes, words, inner)


def _mark(use: ElementTree.Element, marks: Mapping[str, ElementTree.Element]) -> str:
    """A tick or a point, written out where it is used."""
    mark = marks[use.get("{http://www.w3.org/1999/xlink}href", "")]
    x, y = (_number(float(use.get(key, 0))) for key in "xy")
    way = _rounded(mark.get("d", ""))
    paint = _attributes(mark) | _attributes(use) | {"x": "", "y": "", "d": ""}
    if disc := _DISC.match(way):
        return _element("circle", paint | {"cx": x, "cy": y, "r": disc[1]})
    return _element("path", paint | {"transform": f"translate({x} {y})", "d": way})


_DISC = re.compile(r"M 0 ([\d.]+) C")
"""How matplotlib draws a round mark around 0, 0."""


def _attributes(node: ElementTree.Element) -> dict[str, str]:
    rules = (rule.partition(":") for rule in node.get("style", "").split(";") if ":" in rule)
    style = {key.strip(): value.strip() for key, _, value in rules}
    kept = {key: value.removesuffix("px") for key, value in style.items() if key in _KEPT}
    for kind in ("fill", "stroke"):
        if (name := _NAMES.get(style.get(kind, ""))) is not None:
            kept |= _colour(kind, name) | {"class": f"{kept.get('class', '')} rl-{kind}-{name}".strip()}
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
    return re.sub(r"-?\d+\.\d+", lambda found: _number(float(found[0])), flat)


def _number(value: float) -> str:
    """A length to a tenth of a pixel, so that every machine draws the same file."""
    return f"{round(value, 1) + 0:g}"


def _colour(kind: str, name: str) -> dict[str, str]:
    return {kind: COLOURS[name], "class": f"rl-{kind}-{name}"}


def _stroke(name: str) -> dict[str, str]:
    return _colour("stroke", name)


def _fill(name: str) -> dict[str, str]:
    return _colour("fill", name)


def _shape(fill: str, opacity: float, stroke: str) -> dict[str, str]:
    paint = _fill(fill) if fill else {"fill": "none"}
    if opacity != 1:
        paint["fill-opacity"] = f"{opacity:g}"
    if stroke:
        line = _stroke(stroke)
        paint |= line | {"stroke-width": "1.25", "class": f"{paint.get('class', '')} {line['class']}".strip()}
    return paint


def _element(tag: str, attributes: Mapping[str, str], words: str = "", inner: str = "") -> str:
    pairs = "".join(f' {key}="{_escaped(value)}"' for key, value in attributes.items() if value)
    body = _escaped(words) + inner
    return f"<{tag}{pairs}>{body}</{tag}>\n" if body else f"<{tag}{pairs}/>\n"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _file(
    width: float, height: float, title: str, description: str, body: str, data: Mapping[str, object]
) -> str:
    w, h = _number(width), _number(height)
    size = f'width="{w}" height="{h}" viewBox="0 0 {w} {h}"'
    pairs = "".join(f' data-{key}="{_escaped(str(value))}"' for key, value in data.items())
    head = _element("title", {}, title) + _element("desc", {}, description)
    face = "font-family=\"system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif\""
    return f'<svg xmlns="{_SVG}" {size} {face} role="img"{pairs}>\n{head}{body}</svg>\n'
