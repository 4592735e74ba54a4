"""BERT: one text from the words through the changed input and the encoder to the loss of three places."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

import numpy as np
from _drawing import WIDE, Drawing, Sketch

TOKENS = ["[CLS]", "the", "cat", "drank", "its", "milk", "[SEP]", "then", "it", "fell", "asleep", "[SEP]"]
SHARE, SEED, VOCABULARY = 0.35, 86022, ["seven", "river", "green", "asks"]
PROBABILITIES = {"cat": 0.5, "drank": 0.2, "asleep": 0.9}
HUES = {"hidden": "topic-5", "random": "topic-2", "kept": "topic-4"}
TITLE = "Three of nine words to guess"
DESCRIPTION = (
    "A text of nine words and three special tokens. cat is hidden, drank is replaced by seven, asleep is "
    "kept. The encoder reads all twelve tokens with their positions and stretches. It must name only the "
    "three words, and the loss is the mean of theirs."
)


class Place(NamedTuple):
    """A token, what is read in its stead, and what became of it: hidden, random, kept, or nothing."""

    token: str
    read: str
    fate: str


def drawing(bert: ModuleType) -> Drawing:
    """The page's draw, found again by its seed, and the page's loss."""
    random = np.random.default_rng(SEED)
    chosen = bert.choose(TOKENS, SHARE, random)
    changed = bert.corrupt(TOKENS, chosen, VOCABULARY, random)
    places = [
        Place(token, read, _fate(token, read) if i in chosen else "")
        for i, (token, read) in enumerate(zip(TOKENS, changed, strict=True))
    ]
    losses = {i: _loss(bert, PROBABILITIES[TOKENS[i]]) for i in chosen}

    def picture(width: int) -> str:
        sketch = Sketch(width, 256 if width == WIDE else 372, TITLE, DESCRIPTION)
        (_wide if width == WIDE else _narrow)(sketch, places, losses)
        return sketch.svg(control="bert")

    head = ["token", "read", "stretch", "what became of it", "probability", "loss"]
    rows = [
        [p.token, p.read, _stretch(i), p.fate]
        + ([PROBABILITIES[p.token], f"{losses[i]:.2f}"] if i in losses else ["", ""])
        for i, p in enumerate(places)
    ]
    return Drawing(picture, [head, *rows])


def _fate(token: str, read: str) -> str:
    return "kept" if token == read else "hidden" if read == "[MASK]" else "random"


def _loss(bert: ModuleType, p: float) -> float:
    """The loss of one place that gives its word the probability p and all others the rest."""
    return float(bert.mlm_loss(np.log([[p, 1 - p]]), np.eye(2), np.zeros(2), [0], [0]))


def _stretch(i: int) -> str:
    return "A" if i <= TOKENS.index("[SEP]") else "B"


def _wide(sketch: Sketch, places: Sequence[Place], losses: dict[int, float]) -> None:
    rows = {"the text": 18, "is read as": 59, "+ position": 83, "+ stretch": 102}
    rows |= {"must say": 180, "probability": 198, "loss": 216}
    for name, y in rows.items():
        sketch.text(4, y, name, colour="faded", size=11)
    xs = [98 + 44 * i for i in range(len(places))]
    for i, (x, place) in enumerate(zip(xs, places, strict=True)):
        sketch.text(x, 18, place.token, anchor="middle", size=11)
        _read(sketch, i, place, (x - 21, 44, 42, 22), (x, 35))
        sketch.text(x, 83, str(i), anchor="middle", colour="faded", size=11)
        _asked(sketch, i, place, losses, [(x, 162), (x, 180), (x, 198), (x, 216)], "↓")
    for name, first, last in (("A", xs[0], xs[6]), ("B", xs[7], xs[-1])):
        middle = (first + last) / 2
        sketch.text(middle, 102, name, anchor="middle", colour="faded", size=11)
        for start, end in ((first - 18, middle - 10), (middle + 10, last + 18)):
            sketch.line((start, 98), (end, 98), colour="rule")
    sketch.boxes([(x, 108, 0, 8) for x in xs], stroke="faded")
    sketch.rect(76, 116, 528, 32, fill="topic-1", opacity=0.12, radius=4)
    sketch.text(340, 136, "encoder: every token sees all the others, left and right", anchor="middle")
    _mean(sketch, 604, 244, losses, "end")


def _narrow(sketch: Sketch, places: Sequence[Place], losses: dict[int, float]) -> None:
    for x, name in ((2, "text"), (90, "read as"), (147, "+"), (194, "must say"), (262, "p"), (284, "loss")):
        sketch.text(x, 16, name, colour="faded", size=11)
    for i, place in enumerate(places):
        y = 44 + 25 * i
        sketch.text(2, y, place.token, size=11)
        _read(sketch, i, place, (88, y - 15, 46, 22), (64, y))
        sketch.text(150.5, y, f"{i} {_stretch(i)}", anchor="middle", colour="faded", size=11)
        _asked(sketch, i, place, losses, [(188, y), (216, y), (265, y), (308, y)], "→")
    sketch.rect(167, 26, 13, 25 * len(places), fill="topic-1", opacity=0.12, radius=4)
    sketch.text(173, 341, "encoder", anchor="middle", colour="faded", size=11)
    _mean(sketch, 308, 362, losses, "end")


def _read(
    sketch: Sketch, i: int, place: Place, box: tuple[float, float, float, float], fate: tuple[float, float]
) -> None:
    """What the encoder reads at a place, in a box coloured by what became of it, which is said beside."""
    hue = HUES.get(place.fate, "rule")
    sketch.rect(*box, fill=hue, opacity=0.12, stroke=hue, radius=3, part=f"box{i}")
    middle = box[0] + box[2] / 2
    sketch.text(middle, box[1] + 15, place.read, anchor="middle", size=11, part=f"read{i}")
    ink = HUES.get(place.fate, "faded")
    sketch.text(*fate, place.fate, anchor="middle", colour=ink, size=11, part=f"fate{i}")


def _asked(
    sketch: Sketch, i: int, place: Place, losses: dict[int, float], at: list[tuple[float, float]], arrow: str
) -> None:
    """What must be said at a place, its probability and its loss; nothing where nothing is asked."""
    if place.token == "[CLS]":
        words = [arrow, "IsNext", "", ""]
    elif i in losses:
        words = [arrow, place.token, f"{PROBABILITIES[place.token]}", f"{losses[i]:.2f}"]
    else:
        words = ["", "", "", ""]
    for name, (x, y), word in zip(("out", "say", "p", "loss"), at, words, strict=True):
        anchor = "end" if arrow == "→" and name == "loss" else "middle"
        sketch.text(x, y, word, anchor=anchor, colour=_ink(place, name), size=11, part=f"{name}{i}")


def _ink(place: Place, name: str) -> str:
    return "faded" if place.token == "[CLS]" or name == "out" else "accent" if name == "loss" else "ink"


def _mean(sketch: Sketch, x: float, y: float, losses: dict[int, float], anchor: str) -> None:
    words = f"mean loss of {len(losses)}: {np.mean(list(losses.values())):.2f}"
    sketch.text(x, y, words, anchor=anchor, colour="accent", bold=True, part="mean")
