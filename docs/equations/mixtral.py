"""Mixtral's expert layer and what it costs: section 2 with Table 1, and the chances of Table 5."""

from math import comb

import numpy as np


def gate(x, W_g, K=2):
    """Section 2.1: a weight for each of n experts, from x (d) and W_g (d, n); all but K are 0."""
    scores = x @ W_g
    chosen = np.argsort(scores)[-K:]
    weights = np.zeros(len(scores))
    weights[chosen] = np.exp(scores[chosen] - scores.max())
    return weights / weights.sum()


def silu(z):
    """Each entry of z times its sigmoid; keeps the shape."""
    return z / (1 + np.exp(-z))


def swiglu(x, A, B, C):
    """One expert: x (d) through A and B (d, d_ff) and back through C (d_ff, d)."""
    return (silu(x @ A) * (x @ B)) @ C


def expert_layer(x, W_g, experts, K=2):
    """The output y (d) for one token x (d), and the experts, triples A, B, C, that it used."""
    weights = gate(x, W_g, K)
    chosen = np.flatnonzero(weights)  # the others are not computed
    return sum(weights[i] * swiglu(x, *experts[i]) for i in chosen), chosen


def its_example():
    """The page's router: scores of eight experts for the token *its*, as x (1) and W_g (1, 8)."""
    return np.array([1.0]), np.array([[0.1, 2.0, -1.0, 0.4, 3.0, 0.2, -0.5, 1.1]])


def parameters(L=32, d=4096, d_ff=14336, n=8, K=2, d_kv=1024, V=32000):
    """Weights of one expert, of all that is not an expert, of the whole, and of one token's way."""
    expert = 3 * d * d_ff
    rest = L * (2 * d**2 + 2 * d * d_kv + d * n) + 2 * V * d
    return expert, rest, L * n * expert + rest, L * K * expert + rest


def experts_read(B, n=8, K=2):
    """How many of n experts a layer needs for B tokens, on average, if all choices are random."""
    return n * (1 - (1 - K / n) ** B)


def chance(n=8, K=2):
    """Chance that two tokens share their first expert, and that they share any of their K."""
    return 1 / n, 1 - comb(n - K, K) / comb(n, K)


def random_path(L=32, n=8, K=2, seed=0):
    """One token's experts, K a layer, if a router chose at random: an (L, K) array."""
    random = np.random.default_rng(seed)
    return np.array([np.sort(random.choice(n, K, replace=False)) for _ in range(L)])


def reproduced():
    """Each quantity as computed here and as the paper prints it, where, and why they differ."""
    _, _, sparse, active = parameters()
    first, either = chance()
    return [
        ("Parameters, sparse", f"{sparse / 1e9:.0f}B", "47B", "Section 3", ""),
        ("Parameters, active", f"{active / 1e9:.0f}B", "13B", "Section 3", ""),
        ("Fewer active ones than Llama 2 70B", f"{70e9 / active:.0f}x", "5x", "Section 3", ""),
        ("Same first expert, by chance", f"{first:.1%}", "12.5%", "Table 5", ""),
        ("Same first or second, by chance", f"{either:.0%}", "46%", "Table 5", ""),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
