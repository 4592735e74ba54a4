"""Scaling laws (arXiv 2001.08361): the fits of sections 1.2, 4 to 6, with Tables 2, 3, 5 and 6."""

import numpy as np

PF_DAY = 8.64e19  # operations in a petaFLOP/s-day
ALPHA_N, ALPHA_S, ALPHA_B = 0.077, 0.76, 0.21  # Table 3 and equation 1.4


def L_N(N):
    """Loss, in nats per token, of N parameters with data and time to spare (equation 1.1)."""
    return (8.8e13 / N) ** 0.076


def L_D(D):
    """Loss of a large model on D tokens, stopped before it overfits (equation 1.2)."""
    return (5.4e13 / D) ** 0.095


def L_C(C):
    """Loss for C petaFLOP/s-days of C_min, at the best size (equation 1.3)."""
    return (3.1e8 / C) ** 0.050


def L_ND(N, D):
    """Loss of N parameters on D tokens, stopped early (equation 1.5, constants of Table 2)."""
    return ((6.4e13 / N) ** (0.076 / 0.103) + 1.8e13 / D) ** 0.103


def B_crit(L):
    """Batch, in tokens, beyond which more tokens a step save few steps (equation 1.4)."""
    return 2e8 / L ** (1 / ALPHA_B)


def L_NS(N, S):
    """Loss of N parameters after S steps of very large batches (equation 1.6, Table 3)."""
    return (6.5e13 / N) ** ALPHA_N + (2.1e3 / S) ** ALPHA_S


def valley(C, N):
    """Loss that C petaFLOP/s-days of C_min buy with N parameters, as C_min = 6 N B_crit(L) S."""
    L = np.full_like(N, 3, float)
    for _ in range(100):  # the steps hang on B_crit, B_crit on the loss: approach it slowly
        L = L**0.8 * L_NS(N, C * PF_DAY / (6 * N * B_crit(L))) ** 0.2
    return L


def best(C):
    """Parameters and tokens that suit C petaFLOP/s-days of C_min (Table 6)."""
    return 1.3e9 * C**0.73, 2e10 * C**0.27


def chinchilla(C):
    """Parameters and tokens for C petaFLOP/s-days by the rule of 2022: 20 tokens a parameter."""
    return (C * PF_DAY / 120) ** 0.5, 20 * (C * PF_DAY / 120) ** 0.5


def crossing():
    """The compute, in petaFLOP/s-days, at which L_C falls below L_D of the tokens of best."""
    return (3.1e8**0.050 / (5.4e13 / 2e10) ** 0.095) ** (1 / (0.050 - 0.095 * 0.27))


def reproduced():
    """Rows of quantity, computed, printed, where, why they differ: this module and the paper."""
    C, f = crossing(), ALPHA_N / ALPHA_S  # f: how far above its converged loss the best run ends
    powers = [f"10^{np.log10(x):.0f}" for x in (C, *best(C))]
    slope = 1 / (1 + ALPHA_N / ALPHA_S + ALPHA_N / ALPHA_B)
    rough = "These are orders of magnitude, called highly uncertain."
    return [
        ("Crossing of L(C) and L(D): PF-days", powers[0], "10^4", "Equation 6.8", ""),
        ("Parameters there", powers[1], "10^12", "Equation 6.8", ""),
        ("Tokens there", powers[2], "10^12", "Equation 6.8", rough),
        ("Loss there, nats per token", f"{L_C(C):.1f}", "1.7", "Equation 6.8", ""),
        ("The best run ends above its converged loss by", f"{f:.0%}", "10%", "Appendix B.2", ""),
        ("Exponent of N", f"{slope:.2f}", "0.71", "Equation 6.5", "From rounded exponents."),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
