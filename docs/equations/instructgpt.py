"""InstructGPT: the loss of the reward model and the pull of the KL penalty (section 3.5)."""

from itertools import combinations
from math import comb

import numpy as np

# Five answers to one prompt, invented: a clear note, a vague one, a rude one, another request,
# and flattery without end, which the reward model overrates and the SFT model hardly ever writes.
answers = ["clear", "vague", "rude", "request", "flattery"]
log_pi_sft = np.array([np.log(0.3), np.log(0.4), np.log(0.1), np.log(0.2), -250.0])
r = np.array([1.0, 0.5, -0.8, -1.0, 3.0])  # what the reward model says
liking = np.array([1.0, 0.5, -0.8, -1.0, -2.0])  # what people would say


def pair_cost(lead):
    """Minus log sigmoid of the reward's lead of the preferred answer over the other."""
    return np.logaddexp(0.0, -lead)


def reward_loss(r_ranked):
    """Equation 1 for one prompt: the mean cost over all pairs of K rewards, best answer first."""
    pairs = combinations(r_ranked, 2)
    return sum(pair_cost(better - worse) for better, worse in pairs) / comb(len(r_ranked), 2)


def centred(r, r_demonstrations):
    """The rewards, shifted so that the labellers' demonstrations score 0 on average."""
    return r - np.mean(r_demonstrations)


def policy(beta, r=r, log_pi_sft=log_pi_sft):
    """The best policy for the first line of equation 2: pi_SFT times exp(r / beta), normalized."""
    if beta == 0:  # nothing but reward counts
        return (r == np.max(r)) / np.sum(r == np.max(r))
    log_pi = log_pi_sft + r / beta
    pi = np.exp(log_pi - np.max(log_pi))
    return pi / np.sum(pi)


def kl(pi, log_pi_sft=log_pi_sft):
    """The KL divergence of a policy from the SFT model, in nats."""
    seen = pi > 0
    return np.sum(pi[seen] * (np.log(pi[seen]) - log_pi_sft[seen]))


def objective(pi, beta, r=r, log_pi_sft=log_pi_sft):
    """The first line of equation 2: mean reward minus beta for each nat of distance."""
    return pi @ r - beta * kl(pi, log_pi_sft)


def training_compute(N, tokens):
    """About 6 N operations a token, in petaFLOP/s-days."""
    return 6 * N * tokens / (1e15 * 24 * 3600)


def reproduced():
    """What the paper prints and this module computes: quantity, computed, printed, where, why."""
    pairs = 64 * comb(9, 2)
    sft = training_compute(N=175e9, tokens=12_725 * 16 * 2_000)
    rows = [
        ("Most comparisons in a batch of 64 prompts", f"{pairs:,}", "2,304", "Appendix C.2", ""),
        ("PF/s-days of SFT, 2,000 tokens an example", f"{sft:.1f}", "4.9", "Section 5.1", ""),
        ("Our example: loss of one ranking", f"{reward_loss(r[:4]):.2f}", "", "Equation 1", ""),
    ]
    for beta in (2, 0.02, 0.005, 0):
        pi = policy(beta)
        found = f"{answers[np.argmax(pi)]}, {pi @ liking:.2f}"
        rows.append((f"Our example: beta {beta}, likeliest, liking", found, "", "Equation 2", ""))
    return rows


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
