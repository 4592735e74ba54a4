"""The two predictions of section 3, and what appendix B says about RLHF and exams."""

import numpy as np

# Table 8: percent right on the multiple-choice part of 28 exams, in the table's order.
BASE = np.array([
    67.0, 92.3, 90.9, 91.4, 57.5, 87.5, 51.7, 72.5, 98.3, 66.7, 58.3, 55.6, 63.6, 72.5,
    83.3, 90.0, 62.2, 98.0, 60.0, 85.5, 89.1, 94.5, 77.9, 28.0, 20.0, 90.5, 83.2, 74.8,
])  # fmt: skip
RLHF = np.array([
    72.0, 90.4, 84.1, 86.2, 67.5, 90.0, 63.3, 66.2, 96.7, 57.8, 71.7, 51.1, 69.1, 67.5,
    76.7, 76.7, 71.1, 96.0, 62.5, 83.6, 87.3, 98.2, 74.7, 24.0, 32.0, 92.2, 86.2, 77.1,
])  # fmt: skip


def loss(C, a, b, c):
    """Section 3.1: the final loss at compute C, where GPT-4 is C = 1."""
    return a * C**b + c


def fit_power(C, y):
    """The a and b of a C^b: a straight line through the points on two logarithmic axes."""
    b, log_a = np.polyfit(np.log(C), np.log(y), 1)
    return np.exp(log_a), b


def fit_loss(C, L, tries=2000):
    """The a, b and c of section 3.1: of many values of c, that which leaves the straightest line."""
    best = (np.inf, None)
    for c in np.linspace(0, 0.999 * min(L), tries):
        a, b = fit_power(C, L - c)
        miss = np.sum((np.log(L - c) - np.log(a * C**b)) ** 2)
        best = min(best, (miss, (a, b, c)))
    return best[1]


def small_runs(a=0.8, b=-0.06, c=0.7, largest=1e-4, runs=7):
    """Our invented runs: compute from 1e-10 of GPT-4's up to the largest, and their losses."""
    C = np.logspace(-10, np.log10(largest), runs)
    return C, loss(C, a, b, c)


def pass_rates(C, alpha=0.6, k=0.2):
    """Our invented pass rate of a problem that follows section 3.2: exp(-alpha C^-k)."""
    return np.exp(-alpha * np.asarray(C, dtype=float) ** -k)


def minus_mean_log(rates):
    """Section 3.2: minus the mean log pass rate over the problems, which are the last axis."""
    return -np.mean(np.log(rates), axis=-1)


def calibration_error(said, right, bins=10):
    """The mean gap between probability said and share right, over bins of the first (Figure 8)."""
    said, right = np.asarray(said, dtype=float), np.asarray(right, dtype=float)
    place = np.minimum((said * bins).astype(int), bins - 1)
    gaps = [abs(said[place == i].sum() - right[place == i].sum()) for i in range(bins)]
    return sum(gaps) / said.size


def rlhf_effect():
    """The mean change from base to RLHF over the exams of Table 8, and its standard error."""
    change = RLHF - BASE
    return change.mean(), change.std(ddof=1) / np.sqrt(change.size)


def reproduced():
    """Each quantity: computed here, printed in the paper, where it is, and why they differ."""
    change, error = rlhf_effect()
    C, L = small_runs()
    up, down = np.sum(RLHF > BASE), np.sum(RLHF < BASE)
    with_c, without = sum(fit_loss(C, L)[::2]), fit_power(C, L)[0]
    return [
        ("Mean of 28 exams, base model", f"{BASE.mean():.1f}%", "73.7%", "Table 8", ""),
        ("Mean of 28 exams, after RLHF", f"{RLHF.mean():.1f}%", "74.0%", "Table 8", ""),
        ("Change and standard error", f"{change:.1f} ± {error:.1f} points", "", "Table 8", ""),
        ("Exams that went up, down", f"{up}, {down}", "", "Table 8", ""),
        ("Our runs: loss at C = 1", f"{loss(1, 0.8, -0.06, 0.7):.2f}", "", "Ours", ""),
        ("Our runs: predicted with c", f"{with_c:.2f}", "", "Ours", ""),
        ("Our runs: predicted without c", f"{without:.2f}", "", "Ours", ""),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
