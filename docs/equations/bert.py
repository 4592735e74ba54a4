"""BERT's two pre-training tasks and its heads: sections 3 and 4, appendix A."""

import numpy as np

SPECIAL = {"[CLS]", "[SEP]"}


def log_softmax(x):
    """Logarithms of the softmax of each row of x; keeps the shape."""
    x = x - x.max(axis=-1, keepdims=True)
    return x - np.log(np.exp(x).sum(axis=-1, keepdims=True))


def choose(tokens, share, random):
    """Section 3.1: positions of the given share of tokens, at random and in order, none special."""
    places = [i for i, token in enumerate(tokens) if token not in SPECIAL]
    return sorted(random.choice(places, round(share * len(places)), replace=False))


def corrupt(tokens, chosen, vocabulary, random):
    """Appendix A.1: of the chosen tokens 80% become [MASK], 10% a random one, 10% stay."""
    changed = list(tokens)
    for i, draw in zip(chosen, random.random(len(chosen)), strict=True):
        if draw < 0.8:
            changed[i] = "[MASK]"
        elif draw < 0.9:
            changed[i] = vocabulary[random.integers(len(vocabulary))]
    return changed


def mlm_loss(T, U, b, x, M):
    """Mean loss over the positions M, from T (n, H), U (V, H), b (V) and the true tokens x (n)."""
    log_p = log_softmax(T @ U.T + b)
    return -np.mean([log_p[i, x[i]] for i in M])


def class_loss(C, W, y):
    """Section 4.1: the loss of label y, from the vector C (H) at [CLS] and W (K, H)."""
    return -log_softmax(C @ W.T)[y]


def answer(S, E, T, C, threshold=0.0):
    """Sections 4.2 and 4.3: best (start, end) in T (n, H), or None where [CLS] wins; its score."""
    starts, ends, null = T @ S, T @ E, S @ C + E @ C
    spans = [(starts[i] + ends[j], (i, j)) for i in range(len(T)) for j in range(i, len(T))]
    score, span = max(spans)
    return (span, score) if score > null + threshold else (None, null)


def parameters(L, H, V=30522, length=512, heads=True):
    """Weights of L layers of width H and of the embeddings; on demand with pre-training's heads."""
    norm, square = 2 * H, H**2 + H  # a square matrix with its bias
    embeddings = (V + length + 2) * H + norm
    layer = 4 * square + (2 * H * 4 * H + 4 * H + H) + 2 * norm
    encoder = embeddings + L * layer + square  # the last: the small layer after [CLS]
    return encoder + heads * (square + norm + V + 2 * H + 2)


TABLE_1 = {  # MNLI matched and mismatched, QQP, QNLI, SST-2, CoLA, STS-B, MRPC, RTE; the average
    "large": ([86.7, 85.9, 72.1, 92.7, 94.9, 60.5, 86.5, 89.3, 70.1], "82.1"),
    "base": ([84.6, 83.4, 71.2, 90.5, 93.5, 52.1, 85.8, 88.9, 66.4], "79.6"),
    "OpenAI GPT": ([82.1, 81.4, 70.3, 87.4, 91.3, 45.4, 80.0, 82.3, 56.0], "75.1"),
}


def reproduced():
    """Each quantity as computed here and as the paper prints it, where, and why they differ."""
    base, large = parameters(12, 768) / 1e6, parameters(24, 1024) / 1e6
    epochs = 256 * 512 * 1e6 / 3.3e9
    return [
        ("Parameters, base", f"{base:.0f}M", "110M", "Section 3", ""),
        ("Parameters, large", f"{large:.0f}M", "340M", "Section 3", "Rounded to tens, it seems."),
        ("Tokens in a batch", f"{256 * 512:,}", "128,000", "Appendix A.2", "256 times 500."),
        ("Epochs, a word a token", f"{epochs:.0f}", "40", "Appendix A.2", ""),
    ] + [(f"GLUE, {m}", f"{np.mean(s):.1f}", a, "Table 1", "") for m, (s, a) in TABLE_1.items()]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
