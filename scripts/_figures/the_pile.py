"""The Pile: the share of each part in the raw text, and in what a model reads."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
from _drawing import WIDE, Drawing, Sketch

LEAST, MOST = 0.0008, 0.4
"""Ends of the axis of shares, which is logarithmic."""
TICKS = (0.001, 0.01, 0.1)
MOVABLE = ("Pile-CC", "Books3", "Wikipedia (en)")
LAST_LEFT = 11
"""So many rows, the largest, have their names at the left of the dots where there is no column for names."""
TITLE = "The 22 parts of the Pile: share of the raw text, and share of what is read"
DESCRIPTION = (
    "A row for each part, from Pile-CC to the Enron e-mails: its share of the raw bytes joined to its weight "
    "in training, on a logarithmic axis. Pile-CC, read once, falls from 27.5 to 18.1 percent; "
    "Wikipedia, read three times, rises from 0.8 to 1.5."
)


def drawing(pile: ModuleType) -> Drawing:
    """Table 1 with the epochs of the paper."""
    sizes, epochs, _ = np.array(list(pile.PARTS.values())).T
    raw, read = pile.weights(sizes, 1), pile.weights(sizes, epochs)

    def picture(width: int) -> str:
        wide = width == WIDE
        frame = Frame(170, 500, 13.6) if wide else Frame(6, 272, 18.5, 66)
        sketch = Sketch(width, frame.top + 6 + 22 * frame.pitch, TITLE, DESCRIPTION)
        _axis(sketch, frame, wide)
        for n, name in enumerate(pile.PARTS):
            _part(sketch, frame, n, name, raw[n], read[n], wide)
            y, own = frame.top + n * frame.pitch + 4, name in MOVABLE
            label: dict[str, Any] = {"anchor": "end", "size": 11, "bold": own, "part": f"epochs{n}"}
            sketch.text(width - 4, y, f"{epochs[n]:g}", **label)
        return sketch.svg(control="the-pile", axis=f"{frame.left} {frame.right}", wide="yes" if wide else "")

    head = ["part", "raw size, GiB", "share of it", "epochs", "weight"]
    rows = zip(pile.PARTS, sizes, raw, epochs, read, strict=True)
    return Drawing(
        picture, [head, *([p, f"{s:.2f}", f"{a:.2%}", f"{e:g}", f"{w:.2%}"] for p, s, a, e, w in rows)]
    )


@dataclass
class Frame:
    """Where the axis begins and ends, and how far the rows are apart."""

    left: float
    right: float
    pitch: float
    top: float = 54

    def across(self, share: float) -> float:
        """Where a share is, on a logarithmic axis."""
        return self.left + math.log(share / LEAST) / math.log(MOST / LEAST) * (self.right - self.left)


def _axis(sketch: Sketch, frame: Frame, wide: bool) -> None:
    words = ("small dot: share of the raw text", "large dot: share of what is read")
    for n, line in enumerate([", ".join(words)] if wide else words):
        sketch.text(0, 12 + 16 * n, line, colour="faded")
    y = frame.top - 12
    sketch.line((frame.across(LEAST), y), (frame.across(MOST), y), colour="faded", width=1)
    for tick in TICKS:
        x = frame.across(tick)
        sketch.line((x, y - 4), (x, y), colour="faded", width=1)
        sketch.text(x, y - 8, f"{100 * tick:g}%", anchor="middle", colour="faded")
    sketch.text(sketch.width, y - 8, "epochs", anchor="end", colour="faded")


def _part(sketch: Sketch, frame: Frame, n: int, name: str, raw: float, read: float, wide: bool) -> None:
    y, own = frame.top + n * frame.pitch, name in MOVABLE
    start, end = frame.across(raw), frame.across(read)
    colour = "accent" if own else "topic-1"
    sketch.line((start, y), (end, y), width=2, colour=colour, part=f"way{n}")
    sketch.circle(start, y, 2.5, fill="faded")
    sketch.circle(end, y, 4, fill=colour, part=f"read{n}")
    if wide:
        sketch.text(frame.left - 12, y + 4, name, anchor="end", size=11, bold=own)
    else:
        x, anchor = (min(start, end) - 9, "end") if n < LAST_LEFT else (max(start, end) + 9, "start")
        sketch.text(x, y + 4, name, anchor=anchor, size=11, bold=own, part=f"name{n}")
    if wide and own:
        shrinks = read < raw
        x, anchor = (end - 9, "end") if shrinks else (end + 9, "start")
        sketch.text(x, y + 4, f"{read:.1%}", anchor=anchor, size=11, colour="accent", part=f"share{n}")
        x, anchor = (start + 9, "start") if shrinks else (start - 9, "end")
        sketch.text(x, y + 4, f"{raw:.1%}", anchor=anchor, size=11, colour="faded", part=f"raw{n}")
