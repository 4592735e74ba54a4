"""LoRA: the adapted layer, its start, its merging and its count (sections 4.1, 4.2 and 5.1)."""

import numpy as np

# A layer of three inputs and three outputs with an update of rank 1, invented.
W_0 = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 1.0, 0.0]])
A = np.array([[0.0, 1.0, 0.0]])  # reads one thing of the input: its second number
B = np.array([[0.5], [0.0], [-1.0]])  # writes one thing: up on output 1, down on output 3
x = np.array([1.0, 2.0, 0.0])


def adapted(x, W_0, B, A, alpha):
    """Equation 3 with its factor: k numbers in, d numbers out; W_0 is d x k, B d x r, A r x k."""
    r = A.shape[0]
    return W_0 @ x + alpha / r * (B @ (A @ x))


def merged(W_0, B, A, alpha):
    """The weights to use after training, d x k."""
    return W_0 + alpha / A.shape[0] * (B @ A)


def start(d, k, r, sigma=0.02, seed=0):
    """B and A before the first step: B is zero, A is drawn from a normal distribution."""
    return np.zeros((d, r)), np.random.default_rng(seed).normal(0.0, sigma, (r, k))


def gradients(x, g, B, A, alpha):
    """The slopes of a loss in B and in A, where g is its slope in the output h."""
    factor = alpha / A.shape[0]
    return factor * np.outer(g, A @ x), factor * np.outer(B.T @ g, x)


def trained_weights(kinds, r, layers=96, d_model=12_288):
    """The count of section 5.1 for GPT-3, with `kinds` square matrices adapted in each layer."""
    return 2 * kinds * layers * d_model * r


def megabytes(weights, bytes_each=2):
    """What the trained weights of one task take on disk."""
    return weights * bytes_each / 1e6


def times_fewer(weights, N=175_255.8e6):
    """How many weights GPT-3 has, by Table 4, for each one that is trained."""
    return N / weights


def reproduced():
    """What the paper prints and this module computes: quantity, computed, printed, where, why."""
    table_15 = [
        (2, 1, "4.7M", ""),
        (2, 2, "9.4M", ""),
        (2, 4, "18.8M", "18.87 was cut, not rounded."),
        (2, 8, "37.7M", ""),
        (2, 64, "301.9M", "301.99 was cut, not rounded."),
        (4, 64, "603.8M", "Twice the 301.9 of the row above."),
    ]
    rows = []
    for kinds, r, printed, why in table_15:
        computed = f"{trained_weights(kinds, r) / 1e6:.1f}M"
        rows.append((f"{kinds} matrices a layer, rank {r}", computed, printed, "Table 15", why))
    rank_4 = trained_weights(2, 4)
    size = f"{megabytes(rank_4):.0f} MB"
    rounded = "The paper rounds the weights to 18M and the factor to 10,000."
    return [
        *rows,
        ("Times fewer weights, rank 4", f"{times_fewer(rank_4):,.0f}", "10,000", "Section 4.2", rounded),
        ("One task on disk, rank 4", size, "35 MB", "Section 4.2", rounded),
        ("Hundred tasks and the model", f"{350 + 100 * 0.035:.0f} GB", "354 GB", "Section 4.2", ""),
        ("Time saved in training", f"{100 * (1 - 32.5 / 43.1):.0f}%", "25%", "Section 4.2", ""),
        ("Amplification at rank 4", f"{6.91 / 0.32:.1f}", "21.5", "Section 7.3", "Rounded norms."),
        ("Amplification at rank 64", f"{3.57 / 1.90:.0f}", "2", "Appendix H.4", ""),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
