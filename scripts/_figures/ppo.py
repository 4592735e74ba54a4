"""PPO: what an answer counts for in the clipped objective, over its ratio, for both advantages."""

from __future__ import annotations

from types import ModuleType

import numpy as np
from _drawing import ACCENT, COLOURS, FADED, INK, WIDE, Drawing
from _plotting import plot
from matplotlib.axes import Axes

EPSILON = 0.2
ANSWERS = ("56", "54", "63")
LIMIT = 1.12
TITLE = "What counts of ratio times advantage"
DESCRIPTION = (
    "Two lines over the ratio from 0 to 2. For an advantage of +0.5 the line rises with the ratio and is "
    "flat above 1.2; for -0.5 it is flat below 0.8 and falls after. The answers 56 and 54 are on the flat "
    "parts, where nothing pulls; 63 is at ratio 1 and is pulled towards a smaller ratio."
)


def drawing(ppo: ModuleType) -> Drawing:
    """The three answers of the page on their two curves."""
    advantage = ppo.reward - ppo.pi_old @ ppo.reward
    r = ppo.pi_new / ppo.pi_old
    terms = ppo.clipped_term(r, advantage, EPSILON)

    def draw(axes: Axes) -> None:
        _curves(axes, ppo, advantage)
        for answer, x, y in zip(ANSWERS, r, terms, strict=True):
            axes.plot(x, y, "o", color=INK, markersize=6, gid=f"part:dot{answer}")
        axes.plot(r[0], terms[0], "o", color=ACCENT, markersize=13, fillstyle="none", gid="part:ring")
        axes.plot([r[0]] * 2, [terms[0]] * 2, color=ACCENT, linewidth=2, gid="part:pull")
        axes.annotate(
            "",
            (r[2] - 0.28, terms[2]),
            (r[2] - 0.02, terms[2]),
            arrowprops={"arrowstyle": "->", "color": INK},
        )

    def picture(width: int) -> str:
        def all_of_it(axes: Axes) -> None:
            draw(axes)
            _labels(axes, width == WIDE, r, terms)

        height = 320 if width == WIDE else 400
        return plot(width, height, TITLE, DESCRIPTION, all_of_it, control="ppo")

    return Drawing(picture, _table(ppo, advantage, r))


def _curves(axes: Axes, ppo: ModuleType, advantage: np.ndarray) -> None:
    low, high = 1 - EPSILON, 1 + EPSILON
    ratios = np.array([0, low, high, 2])
    axes.axvspan(low, high, color=COLOURS["topic-1"], alpha=0.12, linewidth=0, gid="part:range")
    axes.axhline(0, color=FADED, linewidth=0.75)
    for sign, name in ((max(advantage), "gain"), (min(advantage), "loss")):
        axes.plot([0, 2], [0, 2 * sign], "--", color=FADED, linewidth=1)
        axes.plot(
            ratios, ppo.clipped_term(ratios, sign, EPSILON), color=INK, linewidth=1.75, gid=f"part:{name}"
        )
    axes.set(xlim=(0, 2), ylim=(-LIMIT, LIMIT), xlabel="ratio of new to old probability")
    axes.set_xticks([0, 0.5, 1, 1.5, 2])
    axes.set_yticks([-1, -0.5, 0, 0.5, 1])


def _labels(axes: Axes, wide: bool, r: np.ndarray, terms: np.ndarray) -> None:
    def label(x: float, y: float, words: str, colour: str = INK) -> None:
        side = "right" if x > 1 else "left"
        axes.text(x, y, words.replace("|", " " if wide else "\n"), ha=side, va="top", color=colour)

    label(2, 0.37, "gained enough:|no pull")
    label(0.04, -0.66, "lost enough:|no pull")
    label(0.04, 0.54 if wide else 0.7, "moved the|wrong way:|full pull")
    label(2, -0.44, "moved the|wrong way:|full pull")
    label(2, 0.14, "above: advantage +0.5", FADED)
    label(2, -0.05, "below: advantage −0.5", FADED)
    label(1.6, 1.0, "not clipped", FADED)
    label(0.04, 1.1, "counts in|the objective", FADED)
    for answer, x, y in zip(ANSWERS, r, terms, strict=True):
        if answer == "63":
            place, across, along = (x + (0.05 if wide else 0.09), y), "left", "center"
        else:
            place, across, along = (x, y - 0.07), "center", "top"
        axes.text(*place, answer, weight="bold", ha=across, va=along, gid=f"part:name{answer}")
    axes.text(1, 1.02, f"1 ± {EPSILON}", color=FADED, ha="center", gid="part:epsilon")


def _table(ppo: ModuleType, advantage: np.ndarray, r: np.ndarray) -> list[list[str]]:
    head = ["ratio", "answer there"]
    for sign in (max(advantage), min(advantage)):
        head += [f"ratio × {sign:+g}", f"counted at {sign:+g}"]
    rows = [head]
    for ratio in np.arange(21) / 10:
        there = [answer for answer, x in zip(ANSWERS, r, strict=True) if abs(x - ratio) < 1e-9]
        row = [f"{ratio:.1f}", " ".join(there)]
        for sign in (max(advantage), min(advantage)):
            row += [f"{ratio * sign + 0:.2f}", f"{ppo.clipped_term(ratio, sign, EPSILON):.2f}"]
        rows.append(row)
    return rows
