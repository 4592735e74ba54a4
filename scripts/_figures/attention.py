"""Attention: the scores of five words with each other, the weights they give, and the outputs."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
from _drawing import WIDE, Drawing, Sketch

CELL_H = 28
ITS = 3
"""The row that the page follows."""
TITLE = "Attention over the five words of a sentence"
DESCRIPTION = (
    "A table of scores, one row for each word that asks and one column for each that is asked, becomes a "
    "table of weights. In the row of its, cat has the weight 0.78 and milk 0.11. The weights average the "
    "values below them: the output of its is (7.8, 1.1)."
)


def drawing(attention: ModuleType) -> Drawing:
    """The example of the page, each word asking every other."""
    words, queries, keys, values = attention.its_example()
    weights, output = attention.attention(queries, keys, values)
    scores = queries @ keys.T / np.sqrt(keys.shape[1])

    def picture(width: int) -> str:
        height = 252 if width == WIDE else 476
        sketch = Sketch(width, height, TITLE, DESCRIPTION)
        (_wide if width == WIDE else _narrow)(sketch, words, scores, weights, values, output)
        return sketch.svg(control="attention")

    head = ["asks", *(f"weight of {word}" for word in words), "output 1", "output 2"]
    rows = zip(words, weights, output, strict=True)
    return Drawing(picture, [head, *([word, *_texts(w, 2), *_texts(o, 1)] for word, w, o in rows)])


def _wide(sketch: Sketch, words: list[str], scores: Any, weights: Any, values: Any, output: Any) -> None:
    _scores(sketch, 50, 46, 35, words, scores)
    _how(sketch, [(50, 206), (102, 206), (50, 223), (124, 223), (50, 240)])
    _arrow(sketch, 234, 283, "softmax")
    _weights(sketch, 292, 46, 35, words, weights, values)
    _arrow(sketch, 475, 518, "average")
    _output(sketch, 526, 46, 38, output)


def _narrow(sketch: Sketch, words: list[str], scores: Any, weights: Any, values: Any, output: Any) -> None:
    _scores(sketch, 48, 44, 32, words, scores)
    _how(sketch, [(212, 78), (212, 94), (212, 114), (212, 130), (212, 150)])
    sketch.line((128, 192), (128, 220), arrow=True, colour="faded")
    sketch.text(138, 210, "softmax of each row", colour="faded")
    _weights(sketch, 48, 270, 32, words, weights, values)
    sketch.line((214, 270 + 3.5 * CELL_H), (230, 270 + 3.5 * CELL_H), arrow=True, colour="faded")
    _output(sketch, 234, 270, 37, output)


def _scores(sketch: Sketch, x: float, y: float, cell: float, words: list[str], scores: Any) -> None:
    _heading(sketch, x, y, "Scores", "5 × 5")
    _words(sketch, x, y, cell, words)
    for i, row in enumerate(scores):
        for j, score in enumerate(row):
            _number(sketch, x + (j + 0.5) * cell, y, i, f"{score:g}", f"s{i}{j}")


def _weights(
    sketch: Sketch, x: float, y: float, cell: float, words: list[str], weights: Any, values: Any
) -> None:
    _heading(sketch, x, y, "Weights", "5 × 5")
    _words(sketch, x, y, cell, words)
    for i, row in enumerate(weights):
        for j, weight in enumerate(row):
            place = (x + j * cell + 1, y + i * CELL_H + 1, cell - 2, CELL_H - 2)
            sketch.rect(*place, fill="topic-1", opacity=round(weight / 2, 3), part=f"w{i}{j}")
            _number(sketch, x + (j + 0.5) * cell, y, i, f"{weight:.2f}", f"t{i}{j}", "ink")
    sketch.rect(x - 1, y + ITS * CELL_H, 5 * cell + 2, CELL_H, stroke="accent", radius=3)
    below = y + 5 * CELL_H + 22
    sketch.text(x - 6, below + 8, "values", anchor="end", colour="faded")
    for j, pair in enumerate(values):
        for row, entry in enumerate(pair):
            sketch.text(x + (j + 0.5) * cell, below + 17 * row, f"{entry}", anchor="middle", colour="faded")
    sketch.text(
        x + 2.5 * cell, below + 36, "5 × 2, a pair for each word", anchor="middle", colour="faded", size=11
    )


def _output(sketch: Sketch, x: float, y: float, cell: float, output: Any) -> None:
    sketch.text(x, y - 30, "Output", bold=True)
    sketch.text(x, y - 8, "5 × 2", colour="faded", size=11)
    for i, row in enumerate(output):
        for j, entry in enumerate(row):
            _number(sketch, x + (j + 0.5) * cell, y, i, f"{entry:.1f}", f"o{i}{j}")
    sketch.rect(x - 1, y + ITS * CELL_H, 2 * cell + 2, CELL_H, stroke="accent", radius=3)


def _heading(sketch: Sketch, x: float, y: float, name: str, shape: str) -> None:
    sketch.text(x, y - 30, name, bold=True)
    sketch.text(x + 66, y - 30, shape, colour="faded", size=11)


def _words(sketch: Sketch, x: float, y: float, cell: float, words: list[str]) -> None:
    for i, word in enumerate(words):
        if x < 100:  # the table is the first of its line
            colour = "accent" if i == ITS else "ink"
            sketch.text(x - 6, y + i * CELL_H + 18, word, anchor="end", colour=colour, bold=i == ITS)
        sketch.text(x + (i + 0.5) * cell, y - 8, word, anchor="middle", colour="faded")


def _number(sketch: Sketch, x: float, y: float, row: int, words: str, part: str, its: str = "accent") -> None:
    colour = its if row == ITS else "ink"
    sketch.text(x, y + row * CELL_H + 18, words, anchor="middle", size=11, colour=colour, part=part)


def _how(sketch: Sketch, places: list[tuple[float, float]]) -> None:
    lines = (("queries", ""), ("5 × 4", "q"), ("times keys", ""), ("4 × 5", "k"), ("divided by √4", "how"))
    for (x, y), (line, part) in zip(places, lines, strict=True):
        sketch.text(x, y, line, colour="faded", size=11, part=part)


def _arrow(sketch: Sketch, start: float, end: float, words: str) -> None:
    y = 46 + 2.5 * CELL_H
    sketch.line((start, y), (end, y), arrow=True, colour="faded")
    sketch.text((start + end) / 2, y - 8, words, anchor="middle", colour="faded", size=11)


def _texts(values: Any, digits: int) -> list[str]:
    return [f"{value:.{digits}f}" for value in values]
