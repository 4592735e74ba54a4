"""Pictures come out as plain SVG: the site's classes, no style, no id, the same bytes each time."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from _drawing import ACCENT, COLOURS, Sketch
from _plotting import label, plot
from matplotlib.axes import Axes
from project import ROOT


def _sketch() -> str:
    sketch = Sketch(100, 50, "A <box>", "An arrow leads into a box.")
    sketch.rect(10, 10.04, 30, 20, fill="topic-1", opacity=0.12, stroke="ink", part="box")
    sketch.line((0, 0), (10, 20), arrow=True)
    sketch.circle(50, 25, 4, fill="accent")
    sketch.text(60, 30, "a < b", anchor="middle", bold=True)
    return sketch.svg(control="box")


def _plot() -> str:
    def draw(axes: Axes) -> None:
        axes.plot([1, 10, 100], [1, 2, 3], ".-", color=ACCENT, gid="part:line")
        axes.set_xscale("log")

    return plot(300, 200, "A line", "It rises.", draw)


def test_a_sketch_is_made_of_plain_shapes() -> None:
    """Every shape has its place to a tenth of a pixel, its colour as a class, and words are escaped."""
    root = ElementTree.fromstring(_sketch())
    assert root.attrib["data-control"] == "box" and root.attrib["role"] == "img"
    assert [child.tag.rpartition("}")[2] for child in root] == [
        *("title", "desc", "rect", "path", "path", "circle", "text"),
    ]
    box = root[2].attrib
    assert (box["y"], box["class"]) == ("10", "rl-fill-topic-1 rl-stroke-ink")
    assert (box["fill-opacity"], box["data-part"]) == ("0.12", "box")
    assert root[0].text == "A <box>" and root[6].text == "a < b"


def test_a_plot_says_where_its_axes_are() -> None:
    """A control finds the box of the axes, what they span and the line that it moves."""
    root = ElementTree.fromstring(_plot())
    assert root.attrib["data-box"] == "46 10 288 164"
    assert root.attrib["data-x"].endswith(" log") and root.attrib["data-y"].endswith(" linear")
    [line] = [part for part in root.iter() if part.get("data-part") == "line"]
    assert "rl-stroke-accent" in str(ElementTree.tostring(line))
    assert len([part for part in root.iter() if part.tag.endswith("circle")]) == 3


def test_a_part_of_a_plot_is_the_shape_itself() -> None:
    """A control sets the path of a line, the place of a dot and the words of a label; the root names the control."""

    def draw(axes: Axes) -> None:
        axes.plot([1, 2], [1, 2], gid="part:line")
        axes.plot([1], [1], "o", gid="part:dot")
        label(axes, "here", (1, 1), (3, 4), part="words")

    root = ElementTree.fromstring(plot(300, 200, "A line", "It rises.", draw, control="line"))
    parts = {part.get("data-part"): part.tag.rpartition("}")[2] for part in root.iter()}
    assert parts | {None: ""} == {None: "", "line": "path", "dot": "circle", "words": "text"}
    assert root.attrib["data-control"] == "line"


def test_pictures_carry_no_style_and_no_id() -> None:
    """Nothing in them needs an inline style, and two on one page cannot clash; drawn again, they are the same."""
    for draw in (_sketch, _plot):
        assert not re.search(r"\s(?:style|id|xlink:href)=|<style|<use", draw())
        assert draw() == draw()


def test_colours_are_those_of_the_pages() -> None:
    """A picture that is opened by itself has the colours of a light page."""
    sheet = (ROOT / "docs/assets/styles/tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([a-z]+(?:-\d+)?): (#[0-9a-f]{6});", sheet.split('scheme="slate"')[0]))
    assert {name: light[name] for name in COLOURS} == COLOURS
