"""LLaMA: tokens per parameter of its four sizes, and what a small model trained long saves in use."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
from _drawing import ACCENT, COLOURS, FADED, INK, WIDE, Drawing
from _plotting import label, plot
from matplotlib.axes import Axes

SIZE, SERVED, MOST = "7B", 3.0, 6.0
"""The size of the page's example; trillions of tokens in use, and as many as are drawn."""
RULE = 20
TITLE = "Small and long: tokens per parameter, and the cost over a model's life"
DESCRIPTION = (
    "Bars: 149, 77, 43 and 21 tokens for each parameter of the four sizes, against the rule of 20. Lines: "
    "two models whose training costs the same. After 3 trillion tokens in use the one of 6.7 billion "
    "parameters has cost 2.0 times its training in total, the one of 18 billion 3.7 times."
)


def drawing(llama: ModuleType) -> Drawing:
    """The page's two models, and the table of the four sizes."""

    def picture(width: int) -> str:
        wide = width == WIDE
        height, margins = (290, (318, 80, 52, 42)) if wide else (440, (32, 78, 222, 42))
        bars = (38, 52, 206, 196) if wide else (38, 46, 240, 104)

        def draw(axes: Axes) -> None:
            x, y, w, h = bars
            box = (x / width, 1 - (y + h) / height, w / width, h / height)
            _bars(axes.figure.add_axes(box), llama)
            _lives(axes, llama)

        return plot(width, height, TITLE, DESCRIPTION, draw, margins, control="llama")

    head = [
        "size",
        "parameters",
        "tokens",
        "tokens per parameter",
        f"life cost at {SERVED:g} trillion in use",
    ]
    rows = []
    for name in llama.SIZES:
        size, tokens = _size(llama, name)
        cost = llama.life_cost(size, tokens, SERVED * 1e12) / llama.life_cost(size, tokens, 0)
        rows.append([name, f"{size:.3g}", f"{tokens:.2g}", f"{tokens / size:.0f}", f"{cost:.2f}"])
    return Drawing(picture, [head, *rows])


def _size(llama: ModuleType, name: str) -> tuple[float, float]:
    """Parameters and tokens as Table 2 prints them."""
    _, _, tokens, billions = llama.SIZES[name]
    return float(billions) * 1e9, tokens


def _bars(axes: Axes, llama: ModuleType) -> None:
    for place, name in enumerate(llama.SIZES):
        size, tokens = _size(llama, name)
        tint = 0.5 if name == SIZE else 0.12
        axes.barh(-place, tokens / size, 0.62, color=COLOURS["topic-1"], alpha=tint, gid=f"part:bar-{name}")
        label(axes, f"{tokens / size:.0f}", (tokens / size, -place), (6, -4))
    axes.plot([RULE, RULE], [-3.5, 0.55], "--", color=ACCENT)
    label(axes, "20, the rule", (RULE, -3.5), (2, -16), colour=ACCENT, anchor="center")
    axes.set(xlim=(0, 175), ylim=(-3.6, 0.6))
    axes.set_yticks([0, -1, -2, -3], list(llama.SIZES))
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    _heading(axes, "Tokens per parameter", "trained on, Table 2", -34)


def _lives(axes: Axes, llama: ModuleType) -> None:
    small, tokens = _size(llama, SIZE)
    training = llama.life_cost(small, tokens, 0)
    large, _ = llama.twenty_tokens(training)
    axes.plot([0, MOST], [2, 2], "--", color=FADED, linewidth=1)
    label(axes, "doubled", (MOST, 2), (6, -4), colour=FADED, fontsize=11)
    axes.plot([SERVED, SERVED], [0.6, 6.7], color=ACCENT, linewidth=1, gid="part:served")
    for part, size, read, side in (("large", large, training / 6 / large, 1), ("small", small, tokens, -1)):
        served = np.array([0, SERVED, MOST])
        costs = llama.life_cost(size, read, served * 1e12) / training
        axes.plot(served[::2], costs[::2], color=INK, linewidth=2 if side < 0 else 1.25, gid=f"part:{part}")
        axes.plot(SERVED, costs[1], "o", color=ACCENT, markersize=6, gid=f"part:{part}-dot")
        shift = (-15, 8) if side > 0 else (15, -17)
        style: dict[str, Any] = {"colour": ACCENT, "bold": True, "anchor": "center", "part": f"{part}-cost"}
        label(axes, f"{costs[1]:.1f}", (SERVED, costs[1]), shift, **style)
        label(axes, f"{size / 1e9:.2g} billion", (MOST, costs[2]), (6, -4), part=f"{part}-name")
    axes.set(xlim=(0, MOST), ylim=(0.6, 6.7))
    axes.set_xticks(range(7))
    axes.set_yticks(range(1, 7))
    axes.set_xlabel("trillion tokens read and written in use")
    _heading(axes, "Cost over a life", "training = 1", -28)


def _heading(axes: Axes, words: str, below: str, left: int) -> None:
    label(axes, words, (0, 1), (left, 28), bold=True, xycoords="axes fraction")
    label(axes, below, (0, 1), (left, 11), colour=FADED, fontsize=11, xycoords="axes fraction")
