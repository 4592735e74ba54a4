"""LLaMA (arXiv 2302.13971): its parts (section 2.2), its sizes (Table 2), and what they cost."""

import numpy as np

V = 32000  # tokens in the vocabulary, from the released code
SIZES = {  # Table 2: width, layers, tokens read, billions of parameters as printed
    "7B": (4096, 32, 1.0e12, "6.7"),
    "13B": (5120, 40, 1.0e12, "13.0"),
    "33B": (6656, 60, 1.4e12, "32.5"),
    "65B": (8192, 80, 1.4e12, "65.2"),
}


def RMSNorm(x, g, eps=1e-6):
    """x: (..., d) brought to a root mean square of 1, then scaled by the gains g: (d,)."""
    return x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps) * g


def SiLU(z):
    """The smooth curve of the gate: near 0 for very negative z, near z for large."""
    return z / (1 + np.exp(-z))


def FFN(x, W_1, W_3, W_2):
    """SwiGLU: x W_1 decides how much of x W_3 passes; W_1, W_3: (d, d_ff), W_2: (d_ff, d)."""
    return (SiLU(x @ W_1) * (x @ W_3)) @ W_2


def inner_width(d):
    """d_ff: two thirds of 4d, rounded up to a multiple of 256 as in the released code."""
    return -(-(8 * d // 3) // 256) * 256


def parameters(d, L):
    """Weights of L layers of width d: attention, SwiGLU, gains; token matrices at both ends."""
    return L * (4 * d**2 + 3 * d * inner_width(d) + 2 * d) + 2 * V * d + d


def life_cost(N, D, T):
    """Operations to train N parameters on D tokens and then to read and write T tokens in use."""
    return 6 * N * D + 2 * N * T


def twenty_tokens(C):
    """Parameters N and tokens D = 20 N that cost C operations to train."""
    return (C / 120) ** 0.5, 20 * (C / 120) ** 0.5


def chinchilla_loss(N, D, E=1.69, A=406.4, alpha=0.34, B=410.7, beta=0.28):
    """Loss after D tokens by the third fit of arXiv 2203.15556; others may be put in its place."""
    return E + A / N**alpha + B / D**beta


def days(tokens, per_second, gpus):
    """How long a run takes in which each GPU gets through so many tokens per second."""
    return tokens / (per_second * gpus) / 86400


def energy(gpu_hours):
    """Megawatt-hours at 400 W a GPU, times 1.1 for the data centre (section 6)."""
    return gpu_hours * 400 * 1.1 / 1e6


def reproduced():
    """Rows of quantity, computed, printed, where, why they differ: this module and the paper."""
    rows = []
    for name, (d, L, _, printed) in SIZES.items():
        computed = f"{parameters(d, L) / 1e9:.1f}"
        why = "" if computed == printed else "65.29: the paper seems to cut, not round."
        rows.append((f"Billions of parameters, {name}", computed, printed, "Table 2", why))
    rows.append(("Days to train 65B", f"{days(1.4e12, 380, 2048):.0f}", "21", "Section 2.4", ""))
    for name, hours, printed in [("7B", 82432, "36"), ("65B", 1022362, "449")]:
        why = "449.84, cut." if name == "65B" else ""
        rows.append((f"Megawatt-hours, {name}", f"{energy(hours):.0f}", printed, "Table 15", why))
    return [*rows, ("Tonnes of CO2", f"{energy(1022362) * 0.385:.0f}", "173", "Table 15", "")]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
