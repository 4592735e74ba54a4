"""RoPE: a query and a key as two hands, at home and after a hundred words, and the 32 pairs of a head."""

from __future__ import annotations

from types import ModuleType

import numpy as np
from _drawing import WIDE, Drawing, Sketch

THETA, KEY_AT, DISTANCE, SHIFT, D = 30, 2, 2, 100, 64
TITLE = "Two hands that turn together"
DESCRIPTION = (
    "Two dials. In the first the query of its at position 4 is turned by 120 degrees and the key of cat at "
    "position 2 by 60; in the second, at positions 104 and 102, both are turned on, and again 60 degrees lie "
    "between them. Below, 32 small dials: the pairs of a head, the first turned far, the last hardly at all."
)


def drawing(rope: ModuleType) -> Drawing:
    """The example of the page, before and after a hundred words, and what the distance does to each pair."""
    arrow = np.array([1.0, 0.0])
    at_home, later = (
        rope.score(arrow, arrow, *(np.radians(THETA) * (KEY_AT + shift + np.array([DISTANCE, 0]))))
        for shift in (0, SHIFT)
    )
    angles = np.degrees(rope.speeds(D) * DISTANCE)
    turns = rope.tokens_per_turn(D)

    def picture(width: int) -> str:
        sketch = Sketch(width, 336 if width == WIDE else 446, TITLE, DESCRIPTION)
        centres, radius = (((148, 86), (452, 86)), 57) if width == WIDE else (((78, 80), (234, 80)), 50)
        for place, (x, y), shift, score in zip("ab", centres, (0, SHIFT), (at_home, later), strict=True):
            _dial(sketch, place, x, y, radius, shift, score)
        _pairs(sketch, width, angles, turns, rope.score(*[np.tile(arrow, D // 2)] * 2, DISTANCE, 0) / D * 2)
        dials = {"radius": radius, "small": " ".join(map(str, _small(width)))}
        dials |= {f"dial{n}": f"{x} {y}" for n, (x, y) in zip("ab", centres, strict=True)}
        return sketch.svg(control="rope", **dials)

    head = ["pair", "tokens for a turn", f"degrees at distance {DISTANCE}", "cosine"]
    rows = zip(turns, angles, strict=True)
    return Drawing(
        picture,
        [
            head,
            *(
                [n, f"{t:.1f}", f"{a:.2f}", f"{np.cos(np.radians(a)):.4f}"]
                for n, (t, a) in enumerate(rows, 1)
            ),
        ],
    )


def _dial(sketch: Sketch, name: str, x: float, y: float, radius: float, shift: int, score: float) -> None:
    key, query = KEY_AT + shift, KEY_AT + shift + DISTANCE
    sketch.circle(x, y, radius, fill="topic-1", opacity=0.08)
    arc = [_point(x, y, radius / 3, a) for a in _between(key * THETA, DISTANCE * THETA)]
    sketch.line(*arc, colour="faded", part=f"arc-{name}")
    for turn, colour, word in ((key, "ink", "cat"), (query, "accent", "its")):
        u, v = _point(x, y, radius, turn * THETA)
        sketch.line((x, y), (u, v), colour=colour, width=2, part=f"{word}-{name}")
        sketch.circle(u, v, 3.5, fill=colour, part=f"tip-{word}-{name}")
        a, b = _point(x, y, radius + 16, turn * THETA)
        sketch.text(a, b + 4, word, anchor="middle", colour=colour, part=f"word-{word}-{name}")
    below = y + radius + 38
    sketch.text(x, below, f"positions {query} and {key}", anchor="middle", part=f"places-{name}")
    words = f"cos {DISTANCE * THETA}° = {score:.2f}"
    sketch.text(x, below + 18, words, anchor="middle", bold=True, part=f"score-{name}")


def _pairs(sketch: Sketch, width: int, angles: np.ndarray, turns: np.ndarray, mean: float) -> None:
    (radius, columns, step, x, y), wide = _small(width), width == WIDE
    if wide:
        sketch.text(300, 82, "→", anchor="middle", colour="faded", size=16)
        sketch.text(300, 100, f"{SHIFT} words in front", anchor="middle", colour="faded", part="shift")
    heads = (f"The {D // 2} pairs of a head,", f"each turned by the distance, {DISTANCE}")
    sketch.text(4, y - radius - (12 if wide else 26), heads[0], bold=True)
    sketch.text(180 if wide else 4, y - radius - (12 if wide else 9), heads[1], part="heads", colour="faded")
    for n, angle in enumerate(angles):
        a, b = x + n % columns * step, y + n // columns * step
        sketch.circle(a, b, radius, fill="topic-1", opacity=0.12)
        sketch.line((a, b), (a + radius, b), colour="ink")
        sketch.line((a, b), _point(a, b, radius, angle), colour="accent", part=f"pair{n}")
    last = y + (len(angles) // columns - 1) * step + radius + 22
    sketch.text(
        4, last, f"First pair: a turn in {turns[0]:.1f} tokens; last: in {turns[-1]:,.0f}.", colour="faded"
    )
    if wide:
        sketch.text(600, last, f"Mean of the cosines: {mean:.2f}", anchor="end", bold=True, part="mean")
    else:
        sketch.text(4, last + 20, f"Mean of the cosines: {mean:.2f}", bold=True, part="mean")


def _between(start: float, turn: float) -> np.ndarray:
    """Angles of an arc in a dozen equal steps; whole turns are left out."""
    return start + np.linspace(0, turn % 360, 13)


def _small(width: int) -> tuple[int, int, int, int, int]:
    """Radius of a small dial, dials in a row, from one to the next, and the middle of the first."""
    return (13, 16, 38, 17, 258) if width == WIDE else (14, 8, 39, 18, 262)


def _point(x: float, y: float, radius: float, degrees: float) -> tuple[float, float]:
    angle = np.radians(degrees)
    return x + radius * np.cos(angle), y - radius * np.sin(angle)
