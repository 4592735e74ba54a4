"""DPO: four answers, the policy that training on pairs ends at, and the reward that one can read off it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
from _drawing import WIDE, Drawing, Sketch

ANSWERS = ("short and right", "long and right", "wrong, but friendly", "rude")
BETA, STEPS = 1.0, 40
TITLE = "Four answers: their rewards, the trained policy, and the rewards read off it"
DESCRIPTION = (
    "Three columns of bars, a row for each answer. The policy gives more than the reference to the two right "
    "answers and less to the wrong and the rude one. Beta times the logarithm of policy over reference gives "
    "the rewards of the first column again, all lower by the same amount."
)


@dataclass(frozen=True)
class Layout:
    """Where the columns are: each a place of zero and the pixels of one unit."""

    reward: tuple[float, float]
    policy: tuple[float, float]
    read: tuple[float, float]
    top: float
    row: float
    heads: Sequence[tuple[float, str, str]]


_WIDE = Layout(
    reward=(190, 45),
    policy=(290, 130),
    read=(562, 46),
    top=70,
    row=48,
    heads=(
        (145, "Reward", "which labellers go by"),
        (290, "Probability", "reference, trained policy"),
        (450, "Reward read off", "β log (policy / reference)"),
    ),
)
_NARROW = Layout(
    reward=(32, 30),
    policy=(96, 80),
    read=(270, 30),
    top=92,
    row=66,
    heads=(
        (0, "Reward", "which label-|lers go by"),
        (96, "Probability", "reference,|trained policy"),
        (210, "Read off", "β log (policy|/ reference)"),
    ),
)


def drawing(dpo: ModuleType) -> Drawing:
    """The four answers of the page with a beta of 1, at the end of training."""
    pi = dpo.train(dpo.r, dpo.pi_ref, BETA, STEPS)
    best = dpo.optimum(dpo.r, dpo.pi_ref, BETA)
    read = dpo.implicit_reward(pi, dpo.pi_ref, BETA)

    def picture(width: int) -> str:
        layout = _WIDE if width == WIDE else _NARROW
        sketch = Sketch(
            width, layout.top + 4 * layout.row + (26 if width == WIDE else 14), TITLE, DESCRIPTION
        )
        _heads(sketch, layout)
        for row, answer in enumerate(ANSWERS):
            _row(sketch, layout, row, answer, (dpo.r[row], dpo.pi_ref[row], pi[row], best[row], read[row]))
        _foot(sketch, layout, float(np.mean(dpo.r - read)))
        return sketch.svg(
            control="dpo", policy="{} {}".format(*layout.policy), read="{} {}".format(*layout.read)
        )

    head = ("answer", "reward", "reference", "policy", "reward read off")
    columns = zip(ANSWERS, dpo.r, dpo.pi_ref, pi, read, strict=True)
    return Drawing(picture, [head, *([a, *(f"{value:.2f}" for value in rest)] for a, *rest in columns)])


def _heads(sketch: Sketch, layout: Layout) -> None:
    for x, name, words in layout.heads:
        sketch.text(x, 14, name, bold=True)
        for line, part in enumerate(words.split("|")):
            sketch.text(x, 31 + 15 * line, part, colour="faded", size=11)


def _row(sketch: Sketch, layout: Layout, row: int, answer: str, values: Any) -> None:
    reward, reference, policy, best, read = values
    y = layout.top + row * layout.row
    for zero, _ in (layout.reward, layout.policy, layout.read):
        sketch.line((zero, y - 17), (zero, y + 16), colour="faded", width=0.75)
    sketch.text(0, y + 4 if layout is _WIDE else y - 22, answer)
    _bar(sketch, layout.reward, y, reward, "topic-6", "")
    left, unit = layout.policy
    sketch.rect(left, y - 13, reference * unit, 11, fill="topic-6", opacity=0.3)
    sketch.text(left + reference * unit + 5, y - 4, f"{reference:.2f}", colour="faded", size=11)
    sketch.rect(left, y + 1, policy * unit, 11, fill="accent", part=f"policy{row}")
    sketch.rect(left + best * unit - 0.75, y - 1, 1.5, 15, fill="ink", part=f"best{row}")
    end = left + max(policy, best) * unit + 5
    sketch.text(end, y + 11, f"{policy:.2f}", colour="accent", size=11, part=f"policyvalue{row}")
    _bar(sketch, layout.read, y, read, "accent", f"read{row}")


def _bar(sketch: Sketch, column: tuple[float, float], y: float, value: float, fill: str, part: str) -> None:
    """A bar from zero to either side, with its number on the other side."""
    zero, unit = column
    opacity = 1 if part else 0.3
    sketch.rect(
        zero + min(value, 0) * unit, y - 7, abs(value) * unit, 14, fill=fill, opacity=opacity, part=part
    )
    place = (zero + 5, "start") if value < 0 else (zero - 5, "end")
    name = part.replace("read", "readvalue")
    words = f"{value:.2f}" if part else f"{value:g}"
    sketch.text(place[0], y + 4, words.replace("-", "−"), anchor=place[1], size=11, part=name)


def _foot(sketch: Sketch, layout: Layout, shift: float) -> None:
    y = layout.top + 4 * layout.row + (4 if layout is _WIDE else -8)
    sketch.text(layout.policy[0], y, "mark: best policy,", colour="faded", size=11)
    sketch.text(layout.policy[0], y + 15, "by equation 4", colour="faded", size=11)
    x = layout.heads[2][0]
    sketch.text(x, y, "the rewards, all", colour="accent", size=11, part="shift")
    sketch.text(x, y + 15, f"lower by {shift:.2f}", colour="accent", size=11, part="by")
