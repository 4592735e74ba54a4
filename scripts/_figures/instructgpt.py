"""InstructGPT: the three steps, who works in each, and which notes the third makes likely."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
from _drawing import WIDE, Drawing, Sketch

BETA = 0.02
NOTES = ("clear", "vague", "rude", "more requests", "flattery")
PEOPLE, TRAINED, FROZEN = "topic-1", "accent", "topic-6"
STEPS = (
    (
        "1  Demonstrations",
        "about 13,000 examples",
        (
            (PEOPLE, "labellers write|most prompts"),
            (PEOPLE, "labellers|write answers"),
            (TRAINED, "GPT-3 trained:|SFT model"),
        ),
    ),
    (
        "2  Comparisons",
        "about 33,000 prompts",
        (
            (FROZEN, "models write|4 to 9 answers"),
            (PEOPLE, "labellers|rank them"),
            (TRAINED, "reward model|is trained"),
        ),
    ),
    (
        "3  Reinforcement learning",
        "about 31,000 prompts",
        (
            (FROZEN, "the policy|answers"),
            (FROZEN, "reward model|scores, frozen"),
            (TRAINED, "policy trained,|held by β"),
        ),
    ),
)
TITLE = "Three steps, and which of five notes the third makes likely"
DESCRIPTION = (
    "Labellers write answers, and GPT-3 is trained on them; labellers rank answers, and a reward model is "
    "trained; the policy is trained on the scores of the frozen reward model. Below, for five notes: the "
    "learned reward, people's liking, and the probability under the SFT model and under the best policy."
)


def drawing(gpt: ModuleType) -> Drawing:
    """The steps of Figure 2, and the five notes of the page with a beta of 0.02."""
    policy = gpt.policy(BETA)
    sft = np.exp(gpt.log_pi_sft)

    def picture(width: int) -> str:
        sketch = Sketch(width, 350 if width == WIDE else 446, TITLE, DESCRIPTION)
        left, unit = (392, 175) if width == WIDE else (196, 80)
        (_wide_steps if width == WIDE else _narrow_steps)(sketch)
        top = 200 if width == WIDE else 296
        (_wide_heads if width == WIDE else _narrow_heads)(sketch, left, top)
        for row, note in enumerate(NOTES):
            y = top + 26 + 27 * row
            sketch.text(0, y + 4, note)
            (_wide_values if width == WIDE else _narrow_values)(sketch, y, gpt.r[row], gpt.liking[row])
            _bars(sketch, (left, unit), y, row, float(sft[row]), float(policy[row]))
        return sketch.svg(control="instructgpt", policy=f"{left} {unit}")

    head = ("note", "log-probability under SFT", "learned reward", "people's liking", "best policy")
    columns = zip(NOTES, gpt.log_pi_sft, gpt.r, gpt.liking, policy, strict=True)
    rows = [[note, f"{log:.2f}", f"{r:g}", f"{liking:g}", f"{p:.2f}"] for note, log, r, liking, p in columns]
    return Drawing(picture, [head, *rows])


def _wide_steps(sketch: Sketch) -> None:
    width, height, pitch, top = 184, 28, 40, 46
    for step, (name, count, boxes) in enumerate(STEPS):
        x = step * 208
        sketch.text(x, 14, name, bold=True)
        sketch.text(x, 31, count, colour="faded")
        for row, (fill, words) in enumerate(boxes):
            y = top + row * pitch
            sketch.rect(x, y, width, height, fill=fill, opacity=0.12, radius=4)
            sketch.text(x + 7, y + 18, words.replace("|", " "), colour=_ink(fill), size=11)
            if row:
                sketch.line((x + width / 2, y - 12), (x + width / 2, y - 2), colour="faded", arrow=True)
    _elbow(sketch, 184, top + 2.5 * pitch - 6, 208, top + 14)
    _elbow(sketch, 392, top + 2.5 * pitch - 6, 416, top + pitch + 14)


def _elbow(sketch: Sketch, x: float, y: float, end: float, to: float) -> None:
    """An arrow from the end of a step into the next one."""
    turn = (x + end) / 2
    sketch.line((x + 2, y), (turn, y), (turn, to), (end - 2, to), colour="faded", arrow=True)


def _narrow_steps(sketch: Sketch) -> None:
    width, height, pitch = 97, 36, 107.5
    for step, (name, count, boxes) in enumerate(STEPS):
        y = 14 + step * 80
        sketch.text(0, y, name, bold=True)
        sketch.text(0, y + 16, count, colour="faded", size=11)
        for column, (fill, words) in enumerate(boxes):
            x, top = column * pitch, y + 23
            sketch.rect(x, top, width, height, fill=fill, opacity=0.12, radius=4)
            for line, part in enumerate(words.split("|")):
                sketch.text(x + 5, top + 15 + 14 * line, part, colour=_ink(fill), size=11)
            if column:
                middle = top + height / 2
                sketch.line((x - 10, middle), (x - 1, middle), colour="faded", arrow=True)


def _ink(fill: str) -> str:
    return "accent" if fill == TRAINED else "ink"


def _wide_heads(sketch: Sketch, left: float, top: float) -> None:
    sketch.text(0, top - 12, "Five notes", bold=True)
    sketch.text(200, top - 12, "Learned reward", bold=True, anchor="middle")
    sketch.text(322, top - 12, "People’s liking", bold=True, anchor="middle")
    sketch.text(left, top - 12, "Best policy", bold=True)
    sketch.text(left + 84, top - 12, f"β = {BETA}", colour="accent", bold=True, part="beta")
    sketch.text(left, top + 4, "grey: SFT model", colour="faded", size=11)


def _narrow_heads(sketch: Sketch, left: float, top: float) -> None:
    sketch.text(0, top - 26, "Five notes", bold=True)
    for x, words in ((128, ("learned", "reward")), (184, ("people’s", "liking"))):
        for line, word in enumerate(words):
            sketch.text(x, top - 10 + 14 * line, word, anchor="end", colour="faded", size=11)
    sketch.text(left, top - 26, "Policy", bold=True)
    sketch.text(left + 47, top - 26, f"β = {BETA}", colour="accent", bold=True, part="beta")
    sketch.text(left, top - 10, "the best one;", colour="faded", size=11)
    sketch.text(left, top + 4, "grey: SFT model", colour="faded", size=11)


def _wide_values(sketch: Sketch, y: float, reward: float, liking: float) -> None:
    for zero, value, fill in ((178, reward, TRAINED), (332, liking, PEOPLE)):
        sketch.line((zero, y - 11), (zero, y + 11), colour="faded", width=0.75)
        sketch.rect(zero + min(value, 0) * 20, y - 6, abs(value) * 20, 12, fill=fill, opacity=0.3)
        x, anchor = (zero + 5, "start") if value < 0 else (zero - 5, "end")
        sketch.text(x, y + 4, _signed(value), anchor=anchor, size=11)


def _narrow_values(sketch: Sketch, y: float, reward: float, liking: float) -> None:
    sketch.text(128, y + 4, _signed(reward), anchor="end", size=11)
    sketch.text(184, y + 4, _signed(liking), anchor="end", size=11)


def _signed(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _bars(sketch: Sketch, axis: tuple[float, float], y: float, row: int, sft: float, policy: float) -> None:
    left, unit = axis
    sketch.line((left, y - 11), (left, y + 12), colour="faded", width=0.75)
    sketch.rect(left, y - 10, sft * unit, 9, fill=FROZEN, opacity=0.3)
    words = f"{sft:.1f}" if sft > 0.01 else "e⁻²⁵⁰"
    sketch.text(left + sft * unit + 5, y - 2, words, colour="faded", size=11)
    sketch.rect(left, y + 1, policy * unit, 9, fill="accent", part=f"policy{row}")
    place: dict[str, Any] = {"colour": "accent", "size": 11, "part": f"value{row}"}
    sketch.text(left + policy * unit + 5, y + 10, f"{policy:.2f}", **place)
