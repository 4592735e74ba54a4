"""PPO: clipped objective (section 3), advantage estimate (section 5), Table 2 (section 6.4)."""

import numpy as np

# One question, three possible answers: "56" is right and earns 1, "54" and "63" earn nothing.
pi_old = np.array([0.5, 0.3, 0.2])
pi_new = np.array([0.65, 0.15, 0.2])
reward = np.array([1.0, 0.0, 0.0])

# The answer "56" as three tokens, "5", "6" and the end: their rewards, and the values around them.
R = np.array([0.0, 0.0, 1.0])
V = np.array([0.5, 0.625, 1.0, 0.0])


def clipped_term(r, A, epsilon=0.2):
    """One term of equation 7: the smaller of the plain and the clipped product, shape of r."""
    return np.minimum(r * A, np.clip(r, 1 - epsilon, 1 + epsilon) * A)


def gradient(r, A, epsilon=0.2):
    """The slope of that term in r: A, or 0 where the clipped product is the smaller one."""
    beyond = np.where(np.asarray(A) > 0, r > 1 + epsilon, r < 1 - epsilon)
    return np.where(beyond, 0.0, A)


def objective(pi, pi_old, A, epsilon=0.2):
    """Equation 7 over all answers, one entry each; epsilon = inf clips nothing: equation 6."""
    return np.sum(pi_old * clipped_term(pi / pi_old, A, epsilon))


def advantages(R, V, gamma=0.99, lam=0.95):
    """Equations 11 and 12: T rewards and T + 1 predicted values give T advantage estimates."""
    delta = R + gamma * V[1:] - V[:-1]
    A = np.zeros(len(R) + 1)
    for t in reversed(range(len(R))):
        A[t] = delta[t] + gamma * lam * A[t + 1]
    return A[:-1]


# Table 6 (appendix B), Alien to Zaxxon: mean score of the last 100 episodes with A2C, ACER, PPO.
TABLE_6 = """
1141.7 1655.4 1850.3, 380.8 827.6 674.6, 1562.9 4653.8 4971.9, 3176.3 6801.2 4532.5,
1653.3 2389.3 2097.5, 729265.3 1841376 2311815, 1095.3 1177.5 1280.6, 3080 8983.3 17366.7,
3031.7 3863.3 1590, 30.1 33.3 40.1, 17.7 98.9 94.6, 303 456.4 274.8, 3496.5 8904.8 4386.4,
1171.7 5287.7 3516.3, 107770 132461 110202, 6639.1 38808.3 11378.4, -16.2 -13.2 -14.9, 0 0 758.3,
20.6 34.7 17.8, 0 0 32.5, 261.8 285.6 314.2, 1500.9 37802.3 2932.9, 194 225.3 737.2, -6.4 -5.9 -4.2,
52.3 261.8 560.7, 45.3 50 9928.7, 8367.4 7268.4 7942.3, 24900.3 27599.3 23310.3, 0 0.3 42,
1626.9 2718.5 2096.5, 5961.2 8488 6254.9, -55 -16.9 -32.9, 19.7 20.7 20.7, 91.3 182 69.5,
10065.7 15316.6 14293.3, 7653.5 9125.1 8393.6, 32810 35466 25076, 2.2 2.5 5.5, 1714.3 1739.5 1204.5,
744.5 1213.9 942.5, 26204 49817.7 32689, -22.2 -17.6 -14.8, 2898 4175.7 4342, 206.8 280.8 254.4,
17369.8 145051.4 95445, 0 0 0, 19735.9 156225.6 37389, 859 2308.3 4185.3, 16.3 29 5008.7"""


def games_won():
    """How many rows of Table 6 each method leads alone, and in how many the lead is shared."""
    scores = np.array([row.split() for row in TABLE_6.split(",")], float)
    best = scores == np.max(scores, axis=1, keepdims=True)
    alone = np.sum(best, axis=1) == 1
    won = [*np.sum(best[alone], axis=0), np.sum(~alone)]
    return dict(zip(["A2C", "ACER", "PPO", "Tie"], won, strict=True))


def reproduced():
    """What the paper prints and this module computes: quantity, computed, printed, where, why."""
    A = reward - pi_old @ reward
    A_tokens = ", ".join(f"{a:.3f}" for a in advantages(R, V))
    level = "Venture (all 0) and Pong are level; the paper seems to count Pong for ACER."
    rows = [("A2C", "1", ""), ("ACER", "28", level), ("PPO", "19", ""), ("Tie", "1", level)]
    return [
        *[(f"Games won at the end: {x}", f"{games_won()[x]}", n, "Table 2", why) for x, n, why in rows],
        ("Our example: gain in reward", f"{(pi_new - pi_old) @ reward:.2f}", "", "", ""),
        ("Our example: plain", f"{objective(pi_new, pi_old, A, np.inf):.2f}", "", "Equation 6", ""),
        ("Our example: clipped", f"{objective(pi_new, pi_old, A):.2f}", "", "Equation 7", ""),
        ("Our example: advantages", A_tokens, "", "Equation 11", ""),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
