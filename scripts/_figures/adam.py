"""Adam: fifty noisy gradients that become smaller halfway, two averages that follow them, and the steps."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
from _drawing import WIDE, Drawing, Point, Sketch
from numpy.typing import NDArray

Numbers = NDArray[Any]

STEPS, HALF = 50, 25
TITLE = "Fifty steps of Adam on noisy gradients"
DESCRIPTION = (
    "Left, dots scatter between about -2 and 2.3 and, from the 26th on, a third as far: the gradients. A "
    "line, the first average, runs through their middle; above it another, the root of the second average, "
    "sinks slowly to 1. Right, their quotient, the step: it begins at 1 step size, then stays below it and "
    "falls in the second half. Without the correction it would begin at 3.2 and rise to 4.6."
)


def gradients() -> Numbers:
    """A slope of 0.5 under noise of size 1, then a third of both; shape (STEPS,)."""
    noisy = 0.5 + np.random.default_rng(6).normal(size=STEPS)
    return np.round(np.where(np.arange(STEPS) < HALF, noisy, noisy / 3), 2)


@dataclass(frozen=True)
class Panel:
    """A plot within the sketch: its left, top, right and bottom, and the values at its bottom and top."""

    box: tuple[float, float, float, float]
    low: float
    high: float

    def at(self, step: float, value: float) -> Point:
        """Where a value of a step (from 1) is."""
        left, top, right, bottom = self.box
        share = (value - self.low) / (self.high - self.low)
        return left + (right - left) * step / STEPS, bottom + (top - bottom) * share

    def way(self, values: Numbers) -> list[Point]:
        """The line through the values of all steps."""
        return [self.at(n, value) for n, value in enumerate(values, 1)]

    def frame(self, sketch: Sketch, head: str, ticks: range) -> None:
        """The head, the lines of the ticks with their numbers, and the steps below."""
        left, top, right, bottom = self.box
        sketch.text(left, top - 14, head, bold=True)
        for tick in ticks:
            (_, y), number = self.at(0, tick), str(tick).replace("-", "−")
            sketch.line((left, y), (right, y), colour="rule" if tick else "faded", width=1)
            sketch.text(left - 6, y + 4, number, anchor="end", colour="faded")
        for step in (1, HALF, STEPS):
            sketch.text(self.at(step, 0)[0], bottom + 16, str(step), anchor="middle", colour="faded")


def drawing(adam: ModuleType) -> Drawing:
    """The gradients, the corrected averages and the step, and beside it the step without the correction."""
    g = gradients()
    rows, raw = adam.path(g), adam.path(g, correct=False)
    mean, root, step, bare = rows[:, 3], np.sqrt(rows[:, 4]), rows[:, 5], raw[:, 5]

    def picture(width: int) -> str:
        wide = width == WIDE
        first = Panel((26, 34, 268, 226) if wide else (26, 34, 286, 194), -2.4, 3)
        second = Panel((350, 34, 592, 226) if wide else (26, 262, 286, 422), 0, 5)
        sketch = Sketch(width, 250 if wide else 446, TITLE, DESCRIPTION)
        first.frame(sketch, "Gradients and their averages", range(-2, 4))
        second.frame(sketch, "Step, in units of α", range(6))
        _averages(sketch, first, g, mean, root)
        _steps(sketch, second, step, bare)
        places = {"first": first, "second": second}
        scales = {name: f"{' '.join(map(str, p.box))} {p.low} {p.high}" for name, p in places.items()}
        return sketch.svg(control="adam", **scales)

    head = ["step", "gradient", "first average", "root of the second", "step in α", "without correction"]
    table = zip(g, mean, root, step, bare, strict=True)
    return Drawing(picture, [head, *([n, *(f"{x:.2f}" for x in row)] for n, row in enumerate(table, 1))])


def _averages(sketch: Sketch, panel: Panel, g: Numbers, mean: Numbers, root: Numbers) -> None:
    for x, y in panel.way(g):
        sketch.circle(x, y, 2, fill="faded")
    x, _ = panel.at(HALF + 0.5, 0)
    sketch.line((x, panel.box[1]), (x, panel.box[3]), colour="faded", width=1, dashes="2 3")
    sketch.text(x + 6, panel.box[1] + 16, "from here a third as large", size=11, colour="faded")
    for values, name, part in ((mean, "m", "mean"), (root, "√v", "root")):
        way = panel.way(values)
        sketch.line(*way, dashes="5 3" if part == "root" else "", part=part)
        sketch.text(way[-1][0] + 5, way[-1][1] + 4, name, italic=True, part=f"{part}-name")


def _steps(sketch: Sketch, panel: Panel, step: Numbers, bare: Numbers) -> None:
    sketch.line(*panel.way(bare), colour="faded", part="other")
    sketch.line(*panel.way(step), colour="accent", width=2, part="step")
    for height, words, colour, part in (
        (4.25, "without", "faded", "other"),
        (3.25, "with", "accent", "step"),
    ):
        x, y = panel.at(STEPS, height)
        sketch.text(x, y, f"{words} correction", anchor="end", colour=colour, part=f"{part}-name")
