"""FlashAttention: what goes between the large memory and the small one, in whole matrices and in tiles."""

from __future__ import annotations

from types import ModuleType
from typing import NamedTuple

import numpy as np
from _drawing import WIDE, Drawing, Sketch

N, D, KILOBYTES = 1024, 64, 192
STRIPS = ("Q", "K", "V", "O")
TITLE = "Whole matrices against tiles"
DESCRIPTION = (
    "Left, standard attention: the square matrices S and P lie in HBM, and arrows carry each of them down "
    "and up again. Right, FlashAttention: HBM holds only the narrow Q, K, V and O; one tile of the scores is "
    "in SRAM. Two bars below, drawn to scale, show what moves."
)


class Panel(NamedTuple):
    """Where one of the two ways is drawn: corner, side of a square, heights of SRAM and of the gap."""

    x: float
    y: float
    side: float
    sram: float
    gap: float

    @property
    def roomy(self) -> bool:
        """Whether there is room for all words."""
        return self.side > 60

    @property
    def hbm(self) -> float:
        """The top of the large memory."""
        return self.y + 8 + self.sram + self.gap

    @property
    def base(self) -> float:
        """The top of what lies in it."""
        return self.hbm + 20

    @property
    def bar(self) -> float:
        """The top of the bar."""
        return self.base + self.side + (34 if self.roomy else 18)

    def strip(self, name: str) -> float:
        """The left edge of Q, K, V or O."""
        return self.x + (264 if name == "O" else 10 + 22 * STRIPS.index(name))


class Traffic(NamedTuple):
    """What moves for a length and a size of SRAM, and the blocks."""

    standard: int
    tiled: int
    keys: int
    queries: int


def drawing(flash: ModuleType) -> Drawing:
    """The paper's length, width of a head and SRAM; the numbers that move are counted by the module."""
    now = traffic(flash, N, KILOBYTES)

    def picture(width: int) -> str:
        wide = width == WIDE
        left = Panel(0, 18, 84, 100, 30) if wide else Panel(0, 18, 56, 30, 24)
        right = Panel(317, 18, 84, 100, 30) if wide else Panel(0, 244, 56, 68, 24)
        sketch = Sketch(width, 334 if wide else 466, TITLE, DESCRIPTION)
        _standard(sketch, left, now)
        _tiled(sketch, right, now)
        places = {name.lower(): f"{right.strip(name):g}" for name in STRIPS}
        square = f"{right.x + 78:g} {right.y + 16:g} {right.side:g} {right.base:g}"
        return sketch.svg(control="flashattention", square=square, **places)

    head = ["N", "SRAM in KB", "keys a block", "queries a block", "standard", "tiled", "ratio"]
    counts = [(n, size, traffic(flash, n, size)) for n in (512, 1024, 2048) for size in (48, 96, 192)]
    rows = [
        [n, size, t.keys, t.queries, t.standard, t.tiled, f"{t.standard / t.tiled:.1f}"]
        for n, size, t in counts
    ]
    return Drawing(picture, [head, *rows])


def traffic(flash: ModuleType, n: int, kilobytes: int) -> Traffic:
    """Numbers moved for n queries and keys, with SRAM for 16-bit numbers."""
    room = kilobytes * 1024 // 2
    vectors = np.zeros((3, n, D))
    standard, tiled = flash.standard(*vectors)[1], flash.flash(*vectors, room)[3]
    return Traffic(standard, tiled, *flash.block_sizes(room, D))


def _memories(sketch: Sketch, at: Panel, name: str) -> None:
    sketch.text(at.x, at.y - 6, name, bold=True)
    sketch.rect(at.x, at.y + 8, 286, at.sram, fill="topic-1", opacity=0.12, radius=4)
    sketch.text(at.x + 10, at.y + 27, "SRAM", colour="topic-1", bold=True)
    sketch.rect(at.x, at.hbm, 286, at.bar - at.hbm - 10, fill="topic-6", opacity=0.12, radius=4)
    place = (at.x + 10, at.bar - 16) if at.roomy else (at.x + 216, at.bar - 20)
    sketch.text(*place, "HBM", colour="topic-6", bold=True)
    for strip in STRIPS:
        x = at.strip(strip)
        sketch.rect(x, at.base, D / N * at.side, at.side, fill="ink", opacity=0.4, part=strip.lower())
        sketch.text(x, at.base - 6, strip, size=11)


def _standard(sketch: Sketch, at: Panel, now: Traffic) -> None:
    _memories(sketch, at, "Standard attention")
    for n, step in enumerate(
        ("makes S and writes it,", "reads S, makes P and writes it,", "reads P, makes O")
    ):
        if at.roomy:
            sketch.text(at.x + 60, at.y + 27 + 18 * n, step, colour="faded")
    if not at.roomy:
        sketch.text(at.x + 60, at.y + 27, "makes S, then P, then O", colour="faded")
    for name, x in (("S", 80), ("P", 172 if at.roomy else 148)):
        sketch.rect(at.x + x, at.base, at.side, at.side, fill="topic-5", opacity=0.2, stroke="topic-5")
        sketch.text(at.x + x, at.base - 6, f"{name}, N × N", size=11)
        _moves(sketch, at, at.x + x + at.side / 2, "both", "topic-5")
    _moves(sketch, at, at.strip("K") + 3, "up", "ink")
    _moves(sketch, at, at.strip("O") + 3, "down", "ink")
    _bar(sketch, at, "standard", 1, f"N = {N:,}: {now.standard / 1e6:.1f} million numbers move", "topic-5")


def _tiled(sketch: Sketch, at: Panel, now: Traffic) -> None:
    _memories(sketch, at, "FlashAttention")
    x, y, scale = at.x + 78, at.y + 16, at.side / N
    first, row = -(-N // now.keys) // 3 * now.keys * scale, N // now.queries // 3 * now.queries * scale
    sketch.line((x, y), (x + at.side, y), (x + at.side, y + at.side), (x, y + at.side), (x, y), dashes="3 3")
    sketch.rect(x + first, y, now.keys * scale, at.side, fill="accent", opacity=0.12, part="column")
    sketch.rect(x + first, y + row, now.keys * scale, now.queries * scale, fill="accent", part="tile")
    words = (f"{now.keys} keys", f"× {now.queries} queries", "at a time")
    for n, (word, part) in enumerate(zip(words, ("keys", "queries", ""), strict=True)):
        sketch.text(x + at.side + 12, y + 14 + 16 * n, word, colour="accent", part=part)
    if at.roomy:
        sketch.text(x + at.side + 12, y + at.side - 4, "S, never whole", colour="faded")
    for strip in STRIPS:
        top, size = (first, now.keys) if strip in "KV" else (row, now.queries)
        box = (at.strip(strip), at.base + top, D * scale, size * scale)
        sketch.rect(*box, fill="accent", part=f"{strip.lower()}-block")
    _moves(sketch, at, at.strip("K") + 3, "up", "ink")
    _moves(sketch, at, at.strip("O") + 3, "both", "ink")
    less = f"{now.tiled / 1e6:.1f} million: {now.standard / now.tiled:.1f} times fewer"
    _bar(sketch, at, "tiled", now.tiled / now.standard, less, "accent")


def _moves(sketch: Sketch, at: Panel, x: float, way: str, colour: str) -> None:
    top, bottom = at.y + 8 + at.sram + 2, at.hbm - 2
    if way != "down":
        sketch.line((x - 4, bottom), (x - 4, top), arrow=True, colour=colour)
    if way != "up":
        sketch.line((x + 4, top), (x + 4, bottom), arrow=True, colour=colour)


def _bar(sketch: Sketch, at: Panel, name: str, share: float, words: str, colour: str) -> None:
    sketch.rect(at.x, at.bar, 286 * share, 10, fill=colour, opacity=0.6, part=f"bar-{name}")
    sketch.text(at.x, at.bar + 26, words, bold=True, part=name)
