"""Sparks of AGI: success against the size of the numbers, for two sums and one plan, with error bars."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
from _drawing import ACCENT, FADED, INK, WIDE, Drawing
from _plotting import label, plot
from matplotlib.axes import Axes

TRIES = 100
"""Behind the first percentage, as section 8.2 says; assumed behind the others."""
TITLE = "Success at sums and at a planning task, by the size of the numbers"
DESCRIPTION = (
    "Sums answered at once fall from 58 percent with one-digit numbers to 0 with numbers up to 199. With "
    "written steps they are right in 100 and 90 percent. Changing one number to reach a target, with written "
    "steps, falls only from 32 to 18 percent, and never rises. Bars show 95 percent intervals if "
    "each number is of 100 tries."
)


def drawing(sparks: ModuleType) -> Drawing:
    """The three rows of the page's table."""
    rows: list[tuple[str, dict[str, int], dict[str, Any]]] = [
        ("sum, at once", sparks.AT_ONCE, {"color": INK}),
        ("sum, with steps", sparks.IN_STEPS, {"color": INK, "linestyle": "--"}),
        ("change one number, with steps", sparks.CHANGE_ONE, {"color": ACCENT, "linewidth": 2}),
    ]

    def picture(width: int) -> str:
        def draw(axes: Axes) -> None:
            apart = 0.015 if width == WIDE else 0.035
            for n, (_, points, style) in enumerate(rows):
                # Where two tasks have the same range, their bars stay apart.
                _series(axes, sparks, n, 1 + (n - 1) * apart, points, style)
            _names(axes, width == WIDE)
            axes.set(xscale="log", xlim=(7.8, 225), ylim=(-3, 104))
            axes.set_xticks([10, 20, 50, 100, 200], ["10", "20", "50", "100", "200"])
            axes.set_yticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100%"])
            axes.minorticks_off()
            axes.set_xlabel("largest number of the range")
            label(axes, "right answers", (0, 1), (-30, 9), colour=FADED, xycoords="axes fraction")

        margins = (44, 60 if width == WIDE else 66, 30, 42)
        return plot(width, 320, TITLE, DESCRIPTION, draw, margins, control="sparks-of-agi")

    head = ["task", "numbers", "right, %", "95% interval from, %", "to, %"]
    data = []
    for name, points, _ in rows:
        for numbers, percent in points.items():
            low, high = sparks.interval(percent / 100, TRIES)
            data.append([name, numbers, percent, f"{100 * low:.1f}", f"{100 * high:.1f}"])
    return Drawing(picture, [head, *data])


def _series(
    axes: Axes, sparks: ModuleType, n: int, shift: float, points: dict[str, int], style: dict[str, Any]
) -> None:
    x = [shift * float(numbers.split("-")[1]) for numbers in points]
    percents = np.array(list(points.values()))
    axes.plot(x, percents, **style)
    axes.plot(x, percents, "o", color=style["color"], markersize=6)
    for i, (place, percent) in enumerate(zip(x, percents, strict=True)):
        low, high = sparks.interval(percent / 100, TRIES)
        axes.plot([place, place], [100 * low, 100 * high], color=style["color"], gid=f"part:bar{n}{i}")


def _names(axes: Axes, wide: bool) -> None:
    label(axes, "sum, at once", (9, 58), (12, 8))
    steps = ("sum, with steps",) if wide else ("sum, with", "steps")
    for n, line in enumerate(steps):
        label(axes, line, (40, 100), (-12, -5 - 14 * n), anchor="right")
    lines = ("change one number,", "with steps") if wide else ("change one", "number,", "with steps")
    for n, line in enumerate(reversed(lines)):
        label(axes, line, (100, 18), (12, 1 + 14 * n), colour=ACCENT)
