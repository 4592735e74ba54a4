"""Pictures in the site's manner: ink lines, one accent, tints of the topics, small sans labels, no box.

Lengths are pixels of the page. A picture is drawn twice, `WIDE` and `NARROW`; a phone gets the second, which
is a drawing of its own and not the first made small. Colours are named by class, so that a page can give them
its own in light, in dark and in print; the values here are those of a file that is opened by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

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
    "topic-7": "#b45000",
    "topic-8": "#5d6b1f",
}
INK, FADED, RULE, ACCENT = (COLOURS[name] for name in ("ink", "faded", "rule", "accent"))
SVG = "http://www.w3.org/2000/svg"
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
        """A line through points, with a tip at its end where `arrow` is set: the part `PART-tip`."""
        way = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
        more = {"fill": "none", "stroke-width": number(width), "stroke-dasharray": dashes, "data-part": part}
        self._add("path", {"d": way, **_stroke(colour), **more})
        if arrow:
            self._tip(points[-2], points[-1], colour, part and f"{part}-tip")

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
        box = dict(zip(("x", "y", "width", "height"), map(number, (x, y, width, height)), strict=True))
        self._add(
            "rect",
            {
                **box,
                "rx": number(radius) if radius else "",
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
        place = {"cx": number(x), "cy": number(y), "r": number(radius), "data-part": part}
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
            f"M{number(x)} {number(y)}h{number(w)}v{number(h)}h{number(-w)}Z" for x, y, w, h in boxes
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
            "font-size": number(size),
            "font-weight": "600" if bold else "",
            "font-style": "italic" if italic else "",
            "data-part": part,
        }
        self._add("text", {"x": number(x), "y": number(y), **_fill(colour), **style}, words)

    def svg(self, **data: object) -> str:
        """The drawing as a file; `data` becomes data attributes of its root, for a control."""
        return picture_file(self.width, self.height, self.title, self.description, "".join(self._parts), data)

    def _tip(self, before: Point, end: Point, colour: str, part: str, reach: float = 6) -> None:
        (a, b), (x, y) = before, end
        length = ((x - a) ** 2 + (y - b) ** 2) ** 0.5 or 1
        dx, dy = (x - a) / length * reach, (y - b) / length * reach
        corners = [(x, y), (x - dx - dy / 2, y - dy + dx / 2), (x - dx + dy / 2, y - dy - dx / 2)]
        way = "M" + "L".join(f"{number(u)} {number(v)}" for u, v in corners) + "Z"
        self._add("path", {"d": way, "data-part": part, **_fill(colour)})

    def _add(self, tag: str, attributes: Mapping[str, str], words: str = "") -> None:
        self._parts.append(element(tag, attributes, words))


def number(value: float) -> str:
    """A length to a tenth of a pixel, so that every machine draws the same file."""
    return f"{round(value, 1) + 0:g}"


def colour_of(kind: str, name: str) -> dict[str, str]:
    return {kind: COLOURS[name], "class": f"rl-{kind}-{name}"}


def _stroke(name: str) -> dict[str, str]:
    return colour_of("stroke", name)


def _fill(name: str) -> dict[str, str]:
    return colour_of("fill", name)


def _shape(fill: str, opacity: float, stroke: str) -> dict[str, str]:
    paint = _fill(fill) if fill else {"fill": "none"}
    if opacity != 1:
        paint["fill-opacity"] = f"{opacity:g}"
    if stroke:
        line = _stroke(stroke)
        paint |= line | {"stroke-width": "1.25", "class": f"{paint.get('class', '')} {line['class']}".strip()}
    return paint


def element(tag: str, attributes: Mapping[str, str], words: str = "", inner: str = "") -> str:
    pairs = "".join(f' {key}="{_escaped(value)}"' for key, value in attributes.items() if value)
    body = _escaped(words) + inner
    return f"<{tag}{pairs}>{body}</{tag}>\n" if body else f"<{tag}{pairs}/>\n"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def picture_file(
    width: float, height: float, title: str, description: str, body: str, data: Mapping[str, object]
) -> str:
    w, h = number(width), number(height)
    size = f'width="{w}" height="{h}" viewBox="0 0 {w} {h}"'
    pairs = "".join(f' data-{key}="{_escaped(str(value))}"' for key, value in data.items())
    head = element("title", {}, title) + element("desc", {}, description)
    face = "font-family=\"system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif\""
    return f'<svg xmlns="{SVG}" {size} {face} role="img"{pairs}>\n{head}{body}</svg>\n'
