"""Constitutional AI: from the feedback model's choice to two scores (sections 4.1 to 4.3)."""

import numpy as np


def label(l_A, l_B):
    """The soft label p_A: the log-probabilities of (A) and (B), normalized to add up to one."""
    return 1 / (1 + np.exp(l_B - l_A))


def hard(p_A):
    """The hard label: 1 for the likelier answer, and nothing of how much likelier it is."""
    return np.where(np.asarray(p_A) > 0.5, 1.0, 0.0)


def clamped(p_A, low=0.4, high=0.6):
    """The label as it is used after a chain of thought: kept between 40 and 60 percent."""
    return np.clip(p_A, low, high)


def sigmoid(d):
    """The predicted probability that answer A is better, from its lead d."""
    return 1 / (1 + np.exp(-d))


def loss(d, p_A):
    """The cross-entropy between the label and the prediction; shape of d."""
    return p_A * np.logaddexp(0.0, -d) + (1 - p_A) * np.logaddexp(0.0, d)


def slope(d, p_A):
    """The slope of the loss in d: prediction minus label, 0 where they agree."""
    return sigmoid(d) - p_A


def best_lead(p_A):
    """The lead at which the loss is least; infinite for a hard label."""
    with np.errstate(divide="ignore"):
        return np.log(p_A) - np.log1p(-np.asarray(p_A))


def train(p_A, steps, rate=0.5):
    """Gradient descent on the scores of both answers, from 0 on; returns the two scores."""
    r_A = r_B = 0.0
    for _ in range(steps):
        pull = rate * slope(r_A - r_B, p_A)
        r_A, r_B = r_A - pull, r_B + pull
    return r_A, r_B


def mixed_loss(d_human, p_human, d_AI, p_AI):
    """The mean over all comparisons of both kinds, each counted once."""
    return np.mean(np.concatenate([loss(d_human, p_human), loss(d_AI, p_AI)]))


def reproduced():
    """What the paper prints and this module computes: quantity, computed, printed, where, why."""
    p_A = label(-0.5, -2.0)
    prompts = 42_496 + 140_335
    rows = [
        ("Harmful prompts, by people and a model", f"{prompts:,}", "182,831", "Section 3.2", ""),
        ("Comparisons to judge, older and harder ones", f"{221 + 217}", "438", "Section 2", ""),
        ("Our example: the label", f"{p_A:.2f}", "", "Section 4.1", ""),
    ]
    for name, p in [("hard", hard(p_A)), ("soft", p_A), ("clamped", clamped(p_A))]:
        leads = [np.subtract(*train(p, steps)) for steps in (100, 10_000)]
        text = ", ".join(f"{lead:.2f}" for lead in leads)
        rows.append((f"Lead after 100 and 10,000 steps, {name}", text, "", "", ""))
    return rows


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
