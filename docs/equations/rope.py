"""RoPE's rotations and what they promise: sections 3.2 to 3.4 of RoFormer."""

import numpy as np


def speeds(d, base=10000.0):
    """Section 3.2.2: the angle per position of each pair, d/2 of them, from fast to slow."""
    return base ** (-2 * np.arange(d // 2) / d)


def rotation_matrix(m, d):
    """Equation 15: the (d, d) matrix that turns pair i by m times its speed."""
    R = np.zeros((d, d))
    for i, angle in enumerate(m * speeds(d)):
        turn = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
        R[2 * i : 2 * i + 2, 2 * i : 2 * i + 2] = turn
    return R


def rotate(x, m, base=10000.0):
    """Equation 34: the same for a vector x (d), with no matrix."""
    angle = m * np.repeat(speeds(len(x), base), 2)
    neighbour = np.stack([-x[1::2], x[0::2]], axis=1).reshape(len(x))
    return x * np.cos(angle) + neighbour * np.sin(angle)


def rotate_halves(x, m):
    """The other common layout: coordinate i is paired with coordinate i + d/2 of x (d)."""
    first, second = np.split(x, 2)
    c, s = np.cos(m * speeds(len(x))), np.sin(m * speeds(len(x)))
    return np.concatenate([first * c - second * s, second * c + first * s])


def score(q, k, m, n):
    """Equation 16: the product of q (d), turned for position m, and k (d), turned for n."""
    return rotate(q, m) @ rotate(k, n)


def output(q, K, V, m, start=0, turn_values=False):
    """Output (d) at position m of keys and values (n, d); start shifts the whole text."""
    scores = np.array([score(q, k, start + m, start + n) for n, k in enumerate(K)])
    weights = np.exp(scores - scores.max())
    values = [rotate(v, start + n) for n, v in enumerate(V)] if turn_values else V
    return weights / weights.sum() @ np.array(values)


def tokens_per_turn(d, base=10000.0):
    """How many tokens each of the d/2 pairs needs for one full turn."""
    return 2 * np.pi / speeds(d, base)


def partial_sums(distance, d):
    """Section 3.4.3: the complex numbers S_1 to S_(d/2) for a distance between two tokens."""
    return np.cumsum(np.exp(1j * distance * speeds(d)))


def bound(q, k, distance):
    """Equation 37: the upper bound of the score of q (d) and k (d) at a distance."""
    h = (q[0::2] + 1j * q[1::2]) * (k[0::2] - 1j * k[1::2])
    return np.abs(np.diff(np.append(h, 0))).max() * np.abs(partial_sums(distance, len(q))).sum()


def reproduced():
    """Each quantity as computed here and as the paper prints it, where, and why they differ."""
    arrow, theta = np.array([1.0, 0.0]), np.pi / 6  # two coordinates, 30 degrees a position
    here, later = (score(arrow, arrow, m * theta, (m - 2) * theta) for m in (4, 104))
    fast, *_, slow = tokens_per_turn(64)
    near, far = (np.abs(partial_sums(distance, 64)).mean() for distance in (0, 250))
    why = "1.5 is the gain of 1,024 tokens over 512."
    return [
        ("The arrows at 4 and 2, 104 and 102", f"{here:.2f}, {later:.2f}", "", "Section 3.2.1", ""),
        ("Tokens for a turn, pairs 1 and 32", f"{fast:.1f}, {slow:,.0f}", "", "Section 3.2.2", ""),
        ("Mean of |S| at distances 0 and 250", f"{near:.1f}, {far:.1f}", "", "Section 3.4.3", ""),
        ("Gain over WoBERT, points", f"{69.79 - 68.10:.1f}", "1.5", "Section 4.5.4; Table 5", why),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
