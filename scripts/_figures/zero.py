"""ZeRO: what each of four devices keeps of the model states, before and after each stage."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from _drawing import WIDE, Drawing, Sketch

PSI, N_D, K = 1.5e9, 4, 12
LIMIT = 32
"""What a GPU of the paper holds, in GB."""
PER_BYTE = 3
"""Height of a byte per parameter, in pixels; the width of a device is the whole model."""
LANES = (("weights", "topic-1"), ("gradients", "topic-4"), ("optimizer states", "topic-2"))
STAGES = (
    "Plain: all on every device",
    "Stage 1: optimizer states divided",
    "Stage 2: gradients divided too",
    "Stage 3: weights divided too",
)
TITLE = "What each of four devices keeps, before ZeRO and after each stage"
DESCRIPTION = (
    "Four boxes, one a device, as wide as the model and as high as the bytes for each parameter. Plain: each "
    "box is full, 24 GB. Then each device keeps a quarter of the optimizer states, 10.5 GB; of the gradients "
    "too, 8.25 GB; and of the weights too, 6 GB."
)


def drawing(zero: ModuleType) -> Drawing:
    """The page's model of 1.5 billion parameters on the devices A to D."""
    memory = zero.memory(PSI, N_D, K) / 1e9

    def picture(width: int) -> str:
        wide = width == WIDE
        sketch = Sketch(width, 330 if wide else 362, TITLE, DESCRIPTION)
        place = {"left": 112, "device": 78, "pitch": 90} if wide else {"left": 0, "device": 69, "pitch": 81}
        for stage, parts in enumerate(memory):
            _stage(sketch, stage, parts, 46 + 74 * stage if wide else 62 + 78 * stage, place, wide)
        for i, name in enumerate("ABCD"):
            middle = place["left"] + i * place["pitch"] + place["device"] / 2
            sketch.text(middle, 12, f"Device {name}", anchor="middle", colour="faded")
        (_limit if wide else _lanes_below)(sketch)
        return sketch.svg(control="zero", place=" ".join(map(str, place.values())))

    head = ["stage", *(f"{name}, GB" for name, _ in LANES), "on each device, GB"]
    rows = zip(STAGES, memory, strict=True)
    return Drawing(picture, [head, *([stage, *(f"{x:g}" for x in (*m, m.sum()))] for stage, m in rows)])


def _stage(sketch: Sketch, stage: int, parts: Any, top: float, place: dict[str, int], wide: bool) -> None:
    sketch.text(
        place["left"],
        top - 8,
        STAGES[stage],
    )
    for i in range(4):
        _device(sketch, stage, i, place["left"] + i * place["pitch"], top, place["device"])
    total = f"{parts.sum():.3g} GB"
    if not wide:
        sketch.text(312, top - 8, total, anchor="end", colour="ink", part=f"total{stage}")
        return
    sketch.text(484, top + 14, total, part=f"total{stage}")
    x = 484.0
    for lane, (_, colour) in enumerate(LANES):
        length = parts[lane] * _PER_GB
        sketch.rect(x, top + 24, length, 14, fill=colour, opacity=0.35, part=f"bar{stage}{lane}")
        x += length
    if stage == 0:
        _lanes_beside(sketch, top)


_PER_GB = 2.5
"""Length of a gigabyte in the bars at the right, in pixels."""


def _device(sketch: Sketch, stage: int, device: int, x: float, top: float, width: float) -> None:
    """The box of a device, and in it the slices that it keeps: area is memory."""
    sketch.rect(x, top, width, (4 + K) * PER_BYTE, stroke="rule", part=f"box{stage}")
    y = top
    for lane, (_, colour) in enumerate(LANES):
        height = (2, 2, K)[lane] * PER_BYTE
        divided = stage >= 3 - lane
        left, share = (x + device * width / N_D, width / N_D) if divided else (x, width)
        part = f"kept{stage}{lane}{device}"
        sketch.rect(left, y, share, height, fill=colour, opacity=0.12, stroke=colour, part=part)
        y += height


def _lanes_beside(sketch: Sketch, top: float) -> None:
    for (_, colour), y, end in zip(LANES, (-1, 14, 33), (3, 9, 20), strict=True):
        sketch.line((92, top + y), (108, top + end), colour=colour, width=1)
    for words, (_, colour), y in zip(
        ("weights", "gradients", "optimizer", "states"), (*LANES, LANES[2]), (3, 18, 39, 54), strict=True
    ):
        sketch.text(88, top + y, words, anchor="end", colour=colour)


def _limit(sketch: Sketch) -> None:
    x = 484 + LIMIT * _PER_GB
    sketch.text(484, 12, "on each", colour="faded")
    sketch.line((x, 22), (x, 322), colour="accent", dashes="4 3")
    sketch.text(x, 12, f"{LIMIT} GB", anchor="middle", colour="accent")


def _lanes_below(sketch: Sketch) -> None:
    sketch.text(0, 31, "From the top:", colour="faded")
    for (name, colour), x in zip(LANES, (84, 143, 208), strict=True):
        sketch.text(x, 31, name, colour=colour)
