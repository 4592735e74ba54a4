"""LoRA: an update of rank 1 by hand, and what is trained in a layer of GPT-3, to scale."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from types import ModuleType
from typing import Any

from _drawing import WIDE, Drawing, Point, Sketch

WIDTH, RANK = 12_288, 4
KINDS = {"q": True, "k": False, "v": True, "o": False}
RANKS = (1, 2, 4, 8, 64)
TITLE = "An update of rank 1 by hand, and rank 4 in GPT-3 to scale"
DESCRIPTION = (
    "First part: the input (1, 2, 0) goes through the frozen matrix, which gives (1, 2, 3), and beside it "
    "through A, which reads the number 2, and B, which writes (1, 0, -2); the sum is (2, 2, 1). Second part: "
    "four large squares are the attention matrices of a layer. In two of them a tiny square shows how many "
    "numbers A and B have together."
)


@dataclass(frozen=True)
class Layout:
    """Sizes of the two parts: a cell of the example, its place, and the squares of GPT-3."""

    cell: float
    xs: tuple[float, float, float, float, float, float]
    """Lefts of x, the matrices, the number read, B, what the paths give, and h."""
    middle: float
    corner: Point
    side: float
    pitch: tuple[float, float]
    height: float


_WIDE = Layout(26, (1, 62, 156, 188, 220, 274), 134, (335, 0), 104, (146, 134), 354)
_NARROW = Layout(21, (1, 66, 148, 180, 220, 288), 108, (20, 198), 76, (150, 102), 478)


def drawing(lora: ModuleType) -> Drawing:
    """The example of the page, and queries and values at rank 4."""

    def picture(width: int) -> str:
        layout = _WIDE if width == WIDE else _NARROW
        sketch = Sketch(width, layout.height, TITLE, DESCRIPTION)
        _example(sketch, layout, lora)
        _layer(sketch, layout, lora)
        return sketch.svg(
            control="lora",
            side=f"{layout.side:g}",
            corners=" ".join(f"{x:g} {y:g}" for x, y in _corners(layout)),
        )

    head = ("adapted matrices a layer", "rank", "trained weights", "megabytes", "times fewer than GPT-3")
    return Drawing(picture, [head, *(_row(lora, kinds, r) for kinds in (1, 2, 3, 4) for r in RANKS)])


def _row(lora: ModuleType, kinds: int, r: int) -> tuple[object, ...]:
    weights = lora.trained_weights(kinds, r)
    return kinds, r, weights, f"{lora.megabytes(weights):.1f}", f"{lora.times_fewer(weights):,.0f}"


def _example(sketch: Sketch, layout: Layout, lora: ModuleType) -> None:
    c, middle = layout.cell, layout.middle
    x_in, x_matrix, x_read, x_b, x_out, x_h = layout.xs
    above, below = middle - 1.9 * c, middle + 2 * c
    reads = lora.A @ lora.x
    sketch.text(0, 14, "Rank 1, by hand", bold=True)
    _cells(sketch, x_in, middle, c, lora.x[:, None], "x", "")
    _cells(sketch, x_matrix, above, c, lora.W_0, "W₀, frozen", "topic-6")
    _cells(sketch, x_out, above, c, (lora.W_0 @ lora.x)[:, None], "W₀x", "")
    _cells(sketch, x_matrix, below, c, lora.A, "A, trained", "accent")
    _cells(sketch, x_read, below, c, reads[:, None], "", "")
    _cells(sketch, x_b, below, c, lora.B, "B", "accent")
    _cells(sketch, x_out, below, c, (lora.B @ reads)[:, None], "BAx", "")
    h = lora.adapted(lora.x, lora.W_0, lora.B, lora.A, 1.0)
    _cells(sketch, x_h, middle, c, h[:, None], "h", "")
    sketch.text(x_h + c / 2, middle + 1.5 * c + 15, "sum", anchor="middle", colour="faded", size=11)
    end = x_in + c + 4
    for y in (above, below):
        sketch.line(
            (end, middle), (end + 8, middle), (end + 8, y), (x_matrix - 5, y), colour="faded", arrow=True
        )
        turn = x_out + c + (x_h - x_out - c) / 2
        sketch.line(
            (x_out + c + 4, y), (turn, y), (turn, middle), (x_h - 5, middle), colour="faded", arrow=True
        )
    sketch.line((x_matrix + 3 * c + 5, above), (x_out - 5, above), colour="faded", arrow=True)
    if layout is _WIDE:
        y = below + 1.5 * c + 30
        for line, words in enumerate(
            (
                "A reads one number of x. B writes it",
                "into two outputs: half of it more on the",
                "first, all of it less on the third.",
            )
        ):
            sketch.text(0, y + 16 * line, words, colour="faded")


def _cells(sketch: Sketch, x: float, middle: float, cell: float, matrix: Any, name: str, fill: str) -> None:
    """A matrix as a grid of its numbers, around a height."""
    rows, columns = matrix.shape
    top = middle - rows * cell / 2
    if fill:
        sketch.rect(x, top, columns * cell, rows * cell, fill=fill, opacity=0.12, radius=3)
    else:
        sketch.rect(x, top, columns * cell, rows * cell, stroke="rule", radius=3)
    for i, row in enumerate(matrix):
        for j, value in enumerate(row):
            place = (x + (j + 0.5) * cell, top + (i + 0.5) * cell + 4)
            sketch.text(*place, f"{value:g}".replace("-", "−"), anchor="middle", size=11)
    colour = "accent" if fill == "accent" else "ink"
    sketch.text(x + columns * cell / 2, top - 6, name, anchor="middle", colour=colour, size=11)


def _layer(sketch: Sketch, layout: Layout, lora: ModuleType) -> None:
    left, top = layout.corner
    weights = lora.trained_weights(sum(KINDS.values()), RANK)
    sketch.text(left - 20, top + 14, f"One of 96 layers of GPT-3, rank {RANK}", bold=True, part="head")
    sketch.text(left - 20, top + 30, f"each square {WIDTH:,} × {WIDTH:,} weights", colour="faded", size=11)
    for corner, (kind, on) in zip(_corners(layout), KINDS.items(), strict=True):
        _square(sketch, layout, kind, on, corner)
    y = top + 60 + layout.pitch[1] + layout.side + 22
    size, fewer = lora.megabytes(weights), lora.times_fewer(weights)
    sketch.text(left - 20, y, f"{weights / 1e6:.1f} million weights trained in 96 layers,", part="weights")
    sketch.text(left - 20, y + 16, f"{size:.1f} MB a task, 1 in {fewer:,.0f} of all weights", part="size")


def _corners(layout: Layout) -> list[Point]:
    """The left top corners of the four squares."""
    (left, top), (dx, dy) = layout.corner, layout.pitch
    return [(left + column * dx, top + 60 + row * dy) for row in (0, 1) for column in (0, 1)]


def _square(sketch: Sketch, layout: Layout, kind: str, on: bool, corner: Point) -> None:
    """A matrix of GPT-3; what is trained beside it is there where it is adapted."""
    (x, y), side = corner, layout.side
    area = sqrt(2 * WIDTH * RANK) / WIDTH * side
    sketch.rect(x, y, side, side, fill="topic-6", opacity=0.12)
    sketch.text(x + side / 2, y + side - 10, f"W{kind}", anchor="middle", bold=True)
    for name, end in (("B", (x - 6, y + side)), ("A", (x + side, y - 6))):
        start = (x - 6, y) if name == "B" else (x, y - 6)
        sketch.line(start, end if on else start, colour="accent", part=f"{name}{kind}")
    sketch.text(
        x - 10, y + side / 2, "B" if on else "", anchor="end", colour="accent", size=11, part=f"nameB{kind}"
    )
    sketch.text(
        x + side / 2,
        y - 11,
        "A" if on else "",
        anchor="middle",
        colour="accent",
        size=11,
        part=f"nameA{kind}",
    )
    sketch.rect(x + 6, y + 8, area if on else 0, area, fill="accent", part=f"area{kind}")
    first, second = ("A and B", "together") if on else ("frozen", "")
    sketch.text(x + (22 if on else 6), y + 17, first, colour="faded", size=11, part=f"first{kind}")
    sketch.text(x + 6, y + 33, second, colour="faded", size=11, part=f"second{kind}")
