"""DPO: the optimum of RLHF, the reward read off the policy, and the loss (sections 3 and 4)."""

import numpy as np

# Four answers to "Why is the sky blue?", invented: short and right, long and right, wrong, rude.
pi_ref = np.array([0.2, 0.3, 0.4, 0.1])
r = np.array([1.0, 0.8, 0.0, -1.0])


def sigmoid(z):
    """From a number to a probability."""
    return 1 / (1 + np.exp(-z))


def optimum(r, pi_ref, beta):
    """Equation 4: the reference with each answer's probability multiplied by exp(r / beta)."""
    tilted = np.log(pi_ref) + r / beta
    pi = np.exp(tilted - np.max(tilted))
    return pi / np.sum(pi)


def implicit_reward(pi, pi_ref, beta):
    """Equation 5 without its last term: beta times the log-ratio of policy to reference."""
    return beta * np.log(pi / pi_ref)


def objective(pi, r, pi_ref, beta):
    """Equation 3 for one prompt: mean reward minus beta for each nat of distance."""
    return pi @ (r - implicit_reward(pi, pi_ref, beta))


def loss(change_w, change_l, beta):
    """Equation 7 for one pair; the changes are log pi - log pi_ref of the two answers."""
    return np.logaddexp(0.0, -beta * (change_w - change_l))


def weight(change_w, change_l, beta):
    """How strongly the pair pulls: beta times the probability given to the wrong order."""
    return beta * sigmoid(beta * (change_l - change_w))


def gradient(log_pi, r, pi_ref, beta):
    """The slope of the mean loss over all pairs, where people prefer as equation 1 says."""
    change = log_pi - np.log(pi_ref)
    p_first_wins = sigmoid(r[:, None] - r[None, :])  # row beats column
    pull = p_first_wins * weight(change[:, None], change[None, :], beta)
    return (np.sum(pull, axis=0) - np.sum(pull, axis=1)) / pull.size


def train(r, pi_ref, beta, steps=500):
    """Gradient descent on the mean loss, from the reference on; returns the policy it ends at."""
    log_pi = np.log(pi_ref)
    for _ in range(steps):
        log_pi = log_pi - 8 / beta**2 * gradient(log_pi, r, pi_ref, beta)
    return np.exp(log_pi) / np.sum(np.exp(log_pi))


def reproduced():
    """What the paper prints and this module computes: quantity, computed, printed, where, why."""
    dpo, ppo = 100 * 158 / 256, 100 * 146 / 256
    error = np.sqrt((dpo * (100 - dpo) + ppo * (100 - ppo)) / 256)
    cut = "158 of 256 is 61.7%; the paper says approximately 61%."
    rows = [
        ("Wins of DPO on TL;DR", f"{dpo:.0f}%", "61%", "Section 6.2", cut),
        ("Wins of PPO on TL;DR", f"{ppo:.0f}%", "57%", "Section 6.2", ""),
        ("Their difference, in points", f"{dpo - ppo:.1f}", "", "", ""),
        ("Its standard error", f"{error:.1f}", "", "", ""),
    ]
    for beta in (1, 0.1):
        for name, solve in [("optimum", optimum), ("trained", train)]:
            text = " ".join(f"{p:.2f}" for p in solve(r, pi_ref, beta))
            rows.append((f"Our example: {name}, beta {beta}", text, "", "Equation 4", ""))
    return rows


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
