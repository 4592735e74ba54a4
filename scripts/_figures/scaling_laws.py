"""Scaling laws: a ruler on four small models, and the valley in which a budget is best spent."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
from _drawing import ACCENT, FADED, INK, WIDE, Drawing
from _plotting import label, plot
from matplotlib.axes import Axes

SMALL, LARGE = (1e6, 1e7, 1e8, 1e9), 1e10
BUDGET, OTHERS = 1.0, (0.1, 10.0)
SIZES = np.logspace(7, 13, 601)
TOP, BOTTOM, TICK = 3.8, 1.55, 0.3
TITLE = "A line through four small models, and three budgets as valleys"
DESCRIPTION = (
    "On logarithmic axes the losses of models of 1 million to 1 billion parameters are on a straight line, "
    "which continues to 1.99 at 10 billion. Beside it: for a fixed budget the loss falls and rises again "
    "as the model grows; for one petaFLOP/s-day the bottom is at 0.6 billion parameters and a loss of 2.69."
)


def drawing(laws: ModuleType) -> Drawing:
    """The page's four models, and its budget of one petaFLOP/s-day."""

    def picture(width: int) -> str:
        wide = width == WIDE
        height, margins = (300, (351, 16, 52, 44)) if wide else (470, (40, 16, 290, 44))
        ruler = (46, 52, 236, 204) if wide else (40, 46, 250, 150)

        def draw(axes: Axes) -> None:
            x, y, w, h = ruler
            box = (x / width, 1 - (y + h) / height, w / width, h / height)
            _ruler(axes.figure.add_axes(box), laws)
            _valleys(axes, laws)

        return plot(width, height, TITLE, DESCRIPTION, draw, margins, control="scaling-laws")

    budgets = (OTHERS[0], BUDGET, OTHERS[1])
    sizes = np.array(sorted([*SMALL[1:], 6e8, 5e9, LARGE]))
    losses = [laws.L_N(sizes), *(laws.valley(budget, sizes) for budget in budgets)]
    head = ["parameters", "loss, trained to the end", *(f"loss for {budget:g} PF-days" for budget in budgets)]
    rows = zip(sizes, *losses, strict=True)
    first = [f"{SMALL[0]:.0f}", f"{laws.L_N(SMALL[0]):.2f}", "", "", ""]
    return Drawing(picture, [head, first, *([f"{N:.0f}", *(f"{L:.2f}" for L in Ls)] for N, *Ls in rows)])


def _heading(axes: Axes, words: str) -> None:
    label(axes, words, (0, 1), (0, 28), bold=True, xycoords="axes fraction")
    label(
        axes, "loss, nats per token", (0, 1), (-30, 10), colour=FADED, fontsize=11, xycoords="axes fraction"
    )


def _ruler(axes: Axes, laws: ModuleType) -> None:
    sizes = np.array([5e5, 1e9, 2e10])
    axes.plot(sizes[:2], laws.L_N(sizes[:2]), color=INK)
    axes.plot(sizes[1:], laws.L_N(sizes[1:]), "--", color=ACCENT)
    axes.plot(SMALL, [laws.L_N(N) for N in SMALL], "o", color=INK, markersize=5)
    axes.plot(LARGE, laws.L_N(LARGE), "o", color=ACCENT, markersize=6)
    for size in SMALL:
        label(axes, f"{laws.L_N(size):.2f}", (size, laws.L_N(size)), (4, 7))
    large = (LARGE, laws.L_N(LARGE))
    label(axes, f"{large[1]:.2f}", large, (2, 9), colour=ACCENT, bold=True)
    label(axes, "read off", large, (-8, -14), colour=ACCENT, anchor="right")
    axes.set(xscale="log", yscale="log", xlim=(5e5, 2.5e10), ylim=(1.75, 4.6))
    axes.set_xticks([*SMALL, LARGE], ["1 M", "10 M", "100 M", "1 B", "10 B"])
    axes.set_yticks([2, 3, 4], ["2", "3", "4"])
    axes.minorticks_off()
    axes.set_xlabel("parameters")
    _heading(axes, "Read off a line")


def _valleys(axes: Axes, laws: ModuleType) -> None:
    for budget in OTHERS:
        _valley(axes, laws, budget, {"color": FADED}, 4)
    _valley(axes, laws, BUDGET, {"color": ACCENT, "linewidth": 2}, 6)
    _size(axes, laws.best(BUDGET)[0], "this paper", "kaplan", "left")
    _size(axes, laws.chinchilla(BUDGET)[0], "Chinchilla", "chinchilla", "right")
    axes.set(xscale="log", xlim=(SIZES[0], SIZES[-1]), ylim=(BOTTOM, TOP))
    axes.set_xticks([1e7, 1e9, 1e11, 1e13], ["10 M", "1 B", "100 B", "10 T"])
    axes.set_yticks([2, 2.5, 3, 3.5])
    axes.minorticks_off()
    axes.set_xlabel("parameters")
    _heading(axes, "Spend a budget")


def _valley(axes: Axes, laws: ModuleType, budget: float, style: dict[str, Any], mark: int) -> None:
    losses: Any = laws.valley(budget, SIZES)
    bottom, kept = losses.argmin(), [n for n in range(0, len(SIZES), 10) if losses[n] <= TOP]
    now = budget == BUDGET
    axes.plot(SIZES[kept], losses[kept], gid="part:curve" if now else None, **style)
    dot = {"markersize": mark, "gid": "part:bottom" if now else None, "color": style["color"]}
    axes.plot(SIZES[bottom], losses[bottom], "o", **dot)
    end = (SIZES[kept[-1]], losses[kept[-1]])
    part, words = ("label", f"{budget:g} PF-day") if now else (f"budget-{budget:g}", f"{budget:g}")
    label(axes, words, end, (0, 5), anchor="center", colour=style["color"], part=part)


def _size(axes: Axes, size: float, name: str, part: str, side: str) -> None:
    """Which size somebody gives for the budget, as a tick with a name."""
    axes.plot([size, size], [BOTTOM, BOTTOM + TICK], color=INK, gid=f"part:{part}")
    shift = 4 if side == "left" else -4
    label(axes, name, (size, BOTTOM), (shift, 20), anchor=side, part=f"{part}-name")
    label(axes, f"{size / 1e9:.2g} B", (size, BOTTOM), (shift, 6), anchor=side, part=f"{part}-size")
