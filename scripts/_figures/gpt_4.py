"""GPT-4: seven small runs, and what two kinds of curve make of them at full size."""

from __future__ import annotations

from types import ModuleType

import numpy as np
from _drawing import ACCENT, FADED, INK, WIDE, Drawing
from _plotting import label, plot
from matplotlib.axes import Axes

GRID = np.logspace(-10, 0, 41)
NAMED = 32
"""Where on the grid the curves have their names: at a hundredth of the full compute."""
BOTTOM, TOP = 0.7, 5.5
TITLE = "Small runs extended to the full one by two fits"
DESCRIPTION = (
    "Seven dots fall from 3.88 to 2.09 as compute grows from a ten-billionth to a ten-thousandth of the full "
    "run. A straight line on the logarithmic axes, fitted to them, reaches 1.37 at full compute; a fit that "
    "levels off at a constant bends and reaches 1.50, where the full run ends."
)


def drawing(gpt_4: ModuleType) -> Drawing:
    """The page's seven runs."""
    compute, losses = gpt_4.small_runs()
    power, bent = gpt_4.fit_power(compute, losses), gpt_4.fit_loss(compute, losses)
    straight, level = gpt_4.loss(GRID, *power, 0), gpt_4.loss(GRID, *bent)
    full = gpt_4.small_runs(largest=1, runs=2)[1][1]

    def draw(axes: Axes) -> None:
        axes.axvspan(compute[-1], 1, color=FADED, alpha=0.08, linewidth=0, gid="part:ahead")
        label(axes, "not yet run", (1, TOP), (-6, -16), colour=FADED, anchor="right")
        axes.plot(GRID, straight, color=INK, gid="part:straight")
        axes.plot(GRID, level, color=ACCENT, linewidth=2, gid="part:level")
        for n, point in enumerate(zip(compute, losses, strict=True)):
            axes.plot(*point, "o", color=INK, markersize=6, gid=f"part:run{n}")
        axes.plot(1, full, "o", color=ACCENT, markersize=8, markerfacecolor="none", gid="part:full")
        label(axes, f"{level[-1]:.2f}", (1, level[-1]), (10, 4), colour=ACCENT, bold=True, part="level-end")
        label(axes, f"{straight[-1]:.2f}", (1, straight[-1]), (10, -12), part="straight-end")
        label(axes, "small runs", (compute[3], losses[3]), (4, 10), part="runs")
        middle = (GRID[NAMED], level[NAMED])
        label(axes, "with a constant", middle, (2, 12), colour=ACCENT, part="level-name")
        middle = (GRID[NAMED], straight[NAMED])
        label(axes, "a pure power law", middle, (-2, -22), anchor="right", part="straight-name")
        axes.set(xscale="log", yscale="log", xlim=(4e-11, 1.6), ylim=(BOTTOM, TOP))
        axes.set_xticks([1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1], ["10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1"])
        axes.set_yticks([1, 2, 3, 4, 5], ["1", "2", "3", "4", "5"])
        axes.minorticks_off()
        axes.set_xlabel("compute, as a share of the full run's")
        label(axes, "loss", (0, 1), (-28, 8), colour=FADED, xycoords="axes fraction")

    def picture(width: int) -> str:
        height = 300 if width == WIDE else 320
        return plot(width, height, TITLE, DESCRIPTION, draw, (38, 52, 24, 42), control="gpt-4")

    rows = zip(GRID[::4], gpt_4.loss(GRID[::4], 0.8, -0.06, 0.7), straight[::4], level[::4], strict=True)
    head = ["compute", "loss of a run", "pure power law", "with a constant"]
    return Drawing(picture, [head, *([f"{c:.0e}", *(f"{x:.2f}" for x in row)] for c, *row in rows)])
