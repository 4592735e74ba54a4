"""Mixtral: one router's choice, one token's way through 32 layers, and the parameters it costs."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

import numpy as np
from _drawing import NARROW, WIDE, Drawing, Sketch

CHOICE = [1, 4]
"""The experts of the page's example, by number."""
WEIGHT = {WIDE: 48, NARROW: 22}
"""How long a bar of the whole weight is."""
WAY = "the way of one token through 32 layers"
TITLE = "Two experts of eight in each of 32 layers"
DESCRIPTION = (
    "A grid of 32 layers and 8 experts. In each layer two cells are lit, never the same for long: the way of "
    "one token. In the marked layer they are experts 4 and 1, whose scores 3 and 2 give the weights 0.73 and "
    "0.27. Bars show 46.7 billion parameters held and 12.9 billion used."
)


class Grid(NamedTuple):
    """Where the cells are: the first corner, the steps for a layer and for an expert, the size of a cell."""

    x: float
    y: float
    layer: tuple[float, float]
    expert: tuple[float, float]
    size: tuple[float, float]

    def cell(self, layer: int, expert: int) -> tuple[float, float, float, float]:
        """The rectangle of an expert in a layer."""
        x = self.x + layer * self.layer[0] + expert * self.expert[0]
        return x, self.y + layer * self.layer[1] + expert * self.expert[1], *self.size


ACROSS = Grid(186, 44, (13, 0), (0, 17), (11, 14))
DOWN = Grid(10, 40, (0, 8.5), (17, 0), (15, 7))


def drawing(mixtral: ModuleType) -> Drawing:
    """The page's scores, a random way that agrees with them in one layer, and the counts of parameters."""
    x, router = mixtral.its_example()
    scores, weights = x @ router, mixtral.gate(x, router)
    way = mixtral.random_path()
    marked = way.tolist().index(CHOICE)
    _, _, held, used = mixtral.parameters()

    def picture(width: int) -> str:
        grid = ACROSS if width == WIDE else DOWN
        sketch = Sketch(width, 280 if width == WIDE else 440, TITLE, DESCRIPTION)
        (_head_wide if width == WIDE else _head_narrow)(sketch, grid, marked)
        cells = [grid.cell(layer, expert) for layer in range(32) for expert in range(8)]
        lit = [grid.cell(layer, expert) for layer, pair in enumerate(way) for expert in pair]
        sketch.boxes(cells, fill="topic-1", opacity=0.12, part="empty")
        sketch.boxes([], fill="topic-1", opacity=0.7, part="batch")
        sketch.boxes(lit, fill="accent", part="token")
        (_scores_wide if width == WIDE else _scores_narrow)(sketch, scores, weights, marked)
        _bars(sketch, 204 if width == WIDE else 340, 300 if width == WIDE else 200, held, used)
        steps = (grid.x, grid.y, *grid.layer, *grid.expert, *grid.size)
        return sketch.svg(
            control="mixtral",
            grid=" ".join(f"{number:g}" for number in steps),
            bar=300 if width == WIDE else 200,
            weight=WEIGHT[width],
        )

    head = ["expert", "score", "weight", "layers of the way"]
    layers = [" ".join(map(str, np.flatnonzero((way == expert).any(axis=1)))) for expert in range(8)]
    columns = zip(scores, weights, layers, strict=True)
    return Drawing(
        picture, [head, *([n, f"{s:.1f}", f"{w:.2f}", row] for n, (s, w, row) in enumerate(columns))]
    )


def _head_wide(sketch: Sketch, grid: Grid, marked: int) -> None:
    for left, name in ((4, "expert"), (52, "score"), (98, "weight")):
        sketch.text(left, 30, name, colour="faded", size=11)
    x, y, width, _ = grid.cell(marked, 0)
    sketch.text(grid.x, 14, WAY, bold=True, part="way")
    sketch.text(x + width / 2, 34, f"{marked}", anchor="middle", colour="accent", size=11)
    sketch.rect(x - 2, y - 3, width + 4, 8 * 17 + 3, stroke="accent", radius=2, part="frame")
    sketch.text(grid.x, 34, "0", colour="faded", size=11)
    sketch.text(602, 34, "31", colour="faded", size=11, anchor="end")


def _head_narrow(sketch: Sketch, grid: Grid, marked: int) -> None:
    sketch.text(4, 14, WAY, bold=True, part="way")
    for expert in range(8):
        x = grid.cell(0, expert)[0] + 7
        sketch.text(x, 34, f"{expert}", anchor="middle", colour="faded", size=11, part=f"h{expert}")
    for layer in (0, 31):
        _, top, _, _ = grid.cell(layer, 0)
        sketch.text(150, top + 8, f"layer {layer}", colour="faded", size=11)
    x, y, _, height = grid.cell(marked, 0)
    sketch.rect(x - 3, y - 2.5, 8 * 17 + 4, height + 5, stroke="accent", radius=2, part="frame")
    sketch.text(150, y + 8, f"{marked}", colour="accent", size=11)


def _scores_wide(sketch: Sketch, scores: Sequence[float], weights: Sequence[float], marked: int) -> None:
    sketch.text(4, 14, f"its in layer {marked}", bold=True)
    for n, (score, weight) in enumerate(zip(scores, weights, strict=True)):
        y = 56 + 17 * n
        _expert(sketch, n, score, weight, ((14, y), (80, y), (98, y)), WEIGHT[WIDE])


def _scores_narrow(sketch: Sketch, scores: Sequence[float], weights: Sequence[float], marked: int) -> None:
    sketch.text(172, 74, f"its in layer {marked}", bold=True)
    for x, name, anchor in ((172, "expert", "start"), (247, "score", "end"), (257, "weight", "start")):
        sketch.text(x, 94, name, anchor=anchor, colour="faded", size=11)
    for n, (score, weight) in enumerate(zip(scores, weights, strict=True)):
        y = 114 + 19 * n
        _expert(sketch, n, score, weight, ((182, y), (247, y), (257, y)), WEIGHT[NARROW])


def _expert(
    sketch: Sketch, n: int, score: float, weight: float, at: Sequence[tuple[float, float]], scale: float
) -> None:
    """A line of the router's table: the expert, its score, and its weight if it was chosen."""
    colour = "accent" if weight else "ink"
    sketch.text(*at[0], f"{n}", anchor="middle", size=11, colour=colour, part=f"e{n}")
    sketch.text(*at[1], f"{score:.1f}".replace("-", "−"), anchor="end", size=11, colour=colour, part=f"s{n}")
    x, y = at[2]
    sketch.text(x, y, f"{weight:.2f}" if weight else "", size=11, colour="accent", part=f"w{n}")
    sketch.rect(x + 30, y - 9, scale * weight, 10, fill="accent", opacity=0.6, part=f"b{n}")


def _bars(sketch: Sketch, y: float, full: float, held: float, used: float) -> None:
    """Parameters that are held, that a batch reads, and that a token uses, all in the same scale."""
    wide = full > 250
    for n, (name, words, count, colour, told) in enumerate(
        (
            ("held", "held in memory", held, "topic-6", f"{held / 1e9:.1f} billion"),
            ("read", "read for 1 token", used, "topic-1", f"{used / 1e9:.1f} billion"),
            ("used", "used by a token", used, "accent", f"{used / 1e9:.1f} billion"),
        )
    ):
        x, top = (186 if wide else 4), y + (26 if wide else 34) * n
        if wide:
            sketch.text(4, top + 11, words, part=f"name-{name}")
        else:
            sketch.text(4, top, words, size=11, part=f"name-{name}")
            top += 6
        sketch.rect(x, top, full * count / held, 13, fill=colour, opacity=0.6, part=f"bar-{name}")
        sketch.text(x + full * count / held + 8, top + 11, told, bold=True, part=f"told-{name}")
