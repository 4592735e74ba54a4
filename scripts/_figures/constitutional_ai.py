"""Constitutional AI: the two stages, who supplies what in them, and the loss under three kinds of label."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

import numpy as np
from _drawing import WIDE, Drawing, Point, Sketch

LOG_A, LOG_B = -0.5, -2.0
PEOPLE, MODEL, TRAINED = "topic-1", "topic-6", "accent"
KINDS = ("clamped", "soft", "hard")
DRAWN = "soft"
LEADS, LOSSES = (-2, 5), (0, 2.5)
LINE = 13
"""The least distance of two names, in pixels."""
TITLE = "Two stages: criticize and revise, then learn from a model's labels"
DESCRIPTION = (
    "First stage: a harmful prompt and an answer; four times a principle leads to a critique and a revision; "
    "training on them gives SL-CAI. Second stage: two answers, a feedback model that says which is better by "
    "a principle, and a preference model. Its loss is least at a lead of 1.5 for the soft label 0.82, at "
    "0.41 for a clamped one, and nowhere for a hard one. The scores train RL-CAI."
)


@dataclass(frozen=True)
class Chart:
    """Where the loss is drawn: left, top, right and bottom in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def at(self, lead: float, loss: float) -> Point:
        """The place of a lead and its loss."""
        across = (lead - LEADS[0]) / (LEADS[1] - LEADS[0])
        up = (loss - LOSSES[0]) / (LOSSES[1] - LOSSES[0])
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)


def drawing(cai: ModuleType) -> Drawing:
    """The flow, and the loss for the label of the page's example."""
    p = float(cai.label(LOG_A, LOG_B))
    labels = {"clamped": float(cai.clamped(p)), "soft": p, "hard": float(cai.hard(p))}

    def picture(width: int) -> str:
        sketch = Sketch(width, 352 if width == WIDE else 474, TITLE, DESCRIPTION)
        chart = Chart(312, 196, 452, 300) if width == WIDE else Chart(36, 284, 210, 384)
        first, second = (_wide_first, _wide_second) if width == WIDE else (_narrow_first, _narrow_second)
        first(sketch)
        second(sketch, p)
        _loss(sketch, chart, cai, labels)
        box = f"{chart.left:g} {chart.top:g} {chart.right:g} {chart.bottom:g}"
        spans = {"x": "{} {} linear".format(*LEADS), "y": "{} {} linear".format(*LOSSES)}
        return sketch.svg(control="constitutional-ai", box=box, **spans)

    head = ["lead of (A)", *(f"loss, {kind} label {labels[kind]:.2f}" for kind in KINDS)]
    leads = np.linspace(*LEADS, 15)
    rows = [[f"{d:g}", *(f"{cai.loss(d, labels[kind]):.2f}" for kind in KINDS)] for d in leads]
    return Drawing(picture, [head, *rows])


def _wide_first(sketch: Sketch) -> None:
    sketch.text(0, 14, "1  Criticize and revise", bold=True)
    top, pitch = 66, 125
    first = (
        (PEOPLE, "harmful prompt|people, model"),
        (MODEL, "answer|helpful model"),
        (MODEL, "critique|same model"),
        (MODEL, "revision|same model"),
        (TRAINED, "SL-CAI|fine-tuned"),
    )
    for place, (fill, words) in enumerate(first):
        _box(sketch, place * pitch, top, 105, fill, words)
        if place:
            _arrow(sketch, (place * pitch - 18, top + 19), (place * pitch - 2, top + 19))
    _box(sketch, 2 * pitch, 22, 230, PEOPLE, "a principle, by people", 24)
    for place in (2, 3):
        _arrow(sketch, (place * pitch + 52, 48), (place * pitch + 52, top - 2))
    _again(sketch, 3 * pitch + 52, 2 * pitch + 52, top + 40)


def _wide_second(sketch: Sketch, p: float) -> None:
    sketch.text(0, 160, "2  Learn from AI feedback", bold=True)
    middle = 248
    _box(sketch, 0, middle - 19, 92, MODEL, "two answers|by SL-CAI")
    _arrow(sketch, (94, middle), (108, middle))
    _box(sketch, 110, middle - 19, 106, MODEL, "which is better?|feedback model")
    _box(sketch, 110, middle - 77, 106, PEOPLE, "a principle|by people")
    _arrow(sketch, (163, middle - 37), (163, middle - 21))
    _arrow(sketch, (218, middle), (292, middle))
    _label(sketch, 254, middle - 8, p, "middle")
    _box(sketch, 110, 314, 106, PEOPLE, "helpfulness|people’s labels")
    _arrow(sketch, (218, 333), (300, 333), (300, 312))
    _arrow(sketch, (496, middle), (510, middle))
    _box(sketch, 512, middle - 19, 93, TRAINED, "RL-CAI|by the scores")


def _narrow_first(sketch: Sketch) -> None:
    sketch.text(0, 14, "1  Criticize and revise", bold=True)
    _box(sketch, 0, 24, 98, PEOPLE, "harmful prompt|people, model")
    _arrow(sketch, (99, 43), (106, 43))
    _box(sketch, 107, 24, 98, MODEL, "answer|helpful model")
    _box(sketch, 214, 24, 98, PEOPLE, "a principle|by people")
    sketch.line((156, 63), (156, 74), colour="faded")
    sketch.line((263, 63), (263, 74), (49, 74), colour="faded")
    for x in (49, 156):
        _arrow(sketch, (x, 74), (x, 88))
    _box(sketch, 0, 90, 98, MODEL, "critique|same model")
    _arrow(sketch, (99, 109), (106, 109))
    _box(sketch, 107, 90, 98, MODEL, "revision|same model")
    _arrow(sketch, (206, 109), (213, 109))
    _box(sketch, 214, 90, 98, TRAINED, "SL-CAI|fine-tuned")
    _again(sketch, 156, 49, 130)


def _narrow_second(sketch: Sketch, p: float) -> None:
    sketch.text(0, 184, "2  Learn from AI feedback", bold=True)
    _box(sketch, 0, 194, 98, MODEL, "two answers|by SL-CAI")
    _arrow(sketch, (99, 213), (106, 213))
    _box(sketch, 107, 194, 98, MODEL, "which is better?|feedback model")
    _box(sketch, 214, 194, 98, PEOPLE, "a principle|by people")
    _arrow(sketch, (213, 213), (206, 213))
    _arrow(sketch, (156, 234), (156, 264))
    _label(sketch, 166, 252, p, "start")
    _box(sketch, 0, 434, 98, PEOPLE, "helpfulness|people’s labels")
    _arrow(sketch, (49, 432), (49, 412))
    _arrow(sketch, (263, 404), (263, 432))
    _box(sketch, 214, 434, 98, TRAINED, "RL-CAI|by the scores")


def _box(sketch: Sketch, x: float, y: float, width: float, fill: str, words: str, height: float = 38) -> None:
    """A part of the flow, tinted by who supplies it, which its second line says."""
    sketch.rect(x, y, width, height, fill=fill, opacity=0.12, radius=4)
    for line, part in enumerate(words.split("|")):
        colour = "accent" if fill == TRAINED else "faded" if line else "ink"
        sketch.text(x + 5, y + 16 + 15 * line, part, colour=colour, size=11)


def _arrow(sketch: Sketch, *points: Point) -> None:
    sketch.line(*points, colour="faded", arrow=True)


def _again(sketch: Sketch, start: float, end: float, y: float) -> None:
    """The way back from the revision to the next critique."""
    _arrow(sketch, (start, y), (start, y + 12), (end, y + 12), (end, y))
    words = "four rounds, a new principle each"
    sketch.text((start + end) / 2, y + 28, words, anchor="middle", colour="faded", size=11)


def _label(sketch: Sketch, x: float, y: float, p: float, anchor: str) -> None:
    sketch.text(x, y, f"label {p:.2f}", anchor=anchor, colour="accent", size=11, part="label")


def _loss(sketch: Sketch, chart: Chart, cai: ModuleType, labels: dict[str, float]) -> None:
    leads = np.linspace(*LEADS, 29)
    sketch.line(
        (chart.left, chart.top), (chart.left, chart.bottom), (chart.right, chart.bottom), colour="faded"
    )
    sketch.text(chart.left, chart.top - 9, "preference model’s loss", colour="faded", size=11)
    sketch.text(chart.right + 12, chart.bottom + 15, "lead of (A)", colour="faded", size=11)
    for lead, part in ((0, "zero"), (5, "")):
        x = chart.at(lead, 0)[0]
        sketch.text(x, chart.bottom + 15, f"{lead}", anchor="middle", colour="faded", size=11, part=part)
    lines = {kind: [chart.at(d, cai.loss(d, labels[kind])) for d in leads] for kind in KINDS}
    for kind, points in lines.items():
        sketch.line(*points, colour="faded", width=1, part=kind)
    sketch.line(*lines[DRAWN], colour="accent", width=2, part="chosen")
    _names(sketch, chart, {kind: points[-1][1] for kind, points in lines.items()})
    best = float(cai.best_lead(labels[DRAWN]))
    x, y = chart.at(best, float(cai.loss(best, labels[DRAWN])))
    sketch.line((x, y), (x, chart.bottom), colour="accent", dashes="3 3", part="drop")
    sketch.circle(x, y, 4, fill="accent", part="least")
    sketch.text(x, chart.bottom + 15, f"{best:.2f}", anchor="middle", colour="accent", size=11, part="best")


def _names(sketch: Sketch, chart: Chart, ends: dict[str, float]) -> None:
    """The kinds of label beside the ends of their lines; the middle one keeps clear of the others."""
    ends["soft"] = min(max(ends["soft"], ends["clamped"] + LINE), ends["hard"] - LINE)
    for kind, y in ends.items():
        sketch.text(chart.right + 5, y + 4, kind, colour="ink", size=11, part=f"name{kind}")
