"""The Transformer's equations: sections 3.2 to 3.5, Tables 2 and 3 of Attention Is All You Need."""

import numpy as np


def softmax(x):
    """Turns each row of x into positive weights that sum to one; keeps the shape."""
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def attention(Q, K, V, mask=None, scaled=True):
    """Equation 1, weights (n, m) and output (n, d_v), from Q (n, d_k), K (m, d_k), V (m, d_v)."""
    scores = Q @ K.T / (np.sqrt(K.shape[1]) if scaled else 1)
    weights = softmax(scores if mask is None else np.where(mask, scores, -np.inf))
    return weights, weights @ V


def causal_mask(n):
    """An (n, n) table of which positions may be seen: each sees itself and those before it."""
    return np.tril(np.ones((n, n), dtype=bool))


def multi_head(X, W_Q, W_K, W_V, W_O, mask=None):
    """Section 3.2.2 on X (n, d_model): lists of h projections, W_O (h d_v, d_model); as X."""
    projections = zip(W_Q, W_K, W_V, strict=True)
    heads = [attention(X @ q, X @ k, X @ v, mask)[1] for q, k, v in projections]
    return np.concatenate(heads, axis=1) @ W_O


def feed_forward(x, W_1, b_1, W_2, b_2):
    """Equation 2: two linear maps with a ReLU between, on each row of x (n, d_model) alone."""
    return np.maximum(0, x @ W_1 + b_1) @ W_2 + b_2


def positions(n, d_model):
    """Section 3.5: an (n, d_model) array of sines and cosines, a row for each position."""
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(0, d_model, 2) / d_model)
    return np.stack([np.sin(angles), np.cos(angles)], axis=2).reshape(n, d_model)


def random_scores(d_k, scaled, keys=8, samples=1000, seed=0):
    """Scores (samples, keys) of random queries and keys whose entries have variance 1."""
    random = np.random.default_rng(seed)
    q, K = random.standard_normal((samples, 1, d_k)), random.standard_normal((samples, keys, d_k))
    return (q * K).sum(axis=2) / (np.sqrt(d_k) if scaled else 1)


def its_example():
    """The page's sentence: five words with queries (5, 4), keys (5, 4) and values (5, 2)."""
    words = ["The", "cat", "drank", "its", "milk"]
    Q = np.array([[2, 0, 0, 0], [0, 0, 2, 0], [2, 1, 0, 0], [2, 2, 0, 0], [0, 0, 2, 1]])
    K = np.array([[0, 0, 0, 2], [1, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2], [1, 0, 0, 0]])
    V = np.array([[0, 0], [10, 0], [0, 0], [0, 0], [0, 10]])
    return words, Q, K, V


def parameters(d_model=512, d_ff=2048, N=6, vocabulary=37000):
    """How many weights N encoder layers, N decoder layers and one embedding table have."""
    attend, feed = 4 * d_model**2, 2 * d_model * d_ff + d_ff + d_model
    norm = 2 * d_model  # a gain and a bias for each entry
    return N * (3 * attend + 2 * feed + 5 * norm) + vocabulary * d_model


def reproduced():
    """Each quantity as computed here and as the paper prints it, where, and why they differ."""
    hour = 3600 * 8 * 9.5e12  # operations of eight P100 (the footnote of section 6.1)
    base, big = parameters(), parameters(1024, 4096)
    unclear = "We take 37,000 tokens (5.1); the paper does not say how it counts."
    return [
        ("FLOPs, base, 12 h", f"{12 * hour / 1e18:.1f} · 10^18", "3.3 · 10^18", "Table 2", ""),
        ("FLOPs, big, 3.5 d", f"{84 * hour / 1e19:.1f} · 10^19", "2.3 · 10^19", "Table 2", ""),
        ("Millions of parameters, base", f"{base / 1e6:.0f}", "65", "Table 3", unclear),
        ("Millions of parameters, big", f"{big / 1e6:.0f}", "213", "Table 3", unclear),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
