"""ZeRO's memory per device (sections 3.1, 5 and 7) and its stages on a few simulated devices."""

import numpy as np


def memory(Psi, N_d, K=12):
    """Bytes of weights, gradients, optimizer states on each device; shape (4 stages, 3 parts)."""
    parts = np.array([2.0, 2.0, K]) * Psi
    divided = np.array([[0, 0, 0], [0, 0, 1], [0, 1, 1], [1, 1, 1]])
    return np.where(divided, parts / N_d, parts)


def largest_model(space, N_d, K=12, N_m=1):
    """Parameters whose model states fill this many bytes on each device, for the four stages."""
    return N_m * space / memory(1, N_d, K).sum(axis=1)


def reduce_scatter(arrays):
    """The others send device i their part i, and it adds them up; also numbers each sent."""
    parts = np.split(np.sum(arrays, axis=0), len(arrays))
    return parts, (len(parts) - 1) * parts[0].size


def all_gather(parts):
    """Each device sends its part to all, so that each has the whole; also numbers each sent."""
    return [np.concatenate(parts)] * len(parts), (len(parts) - 1) * len(parts[0])


def train(stage, X, y, steps=20):
    """Fits X w to y by Adam, X: (N_d, examples, Psi); the weights, and numbers each sent a step."""
    N_d, examples, Psi = X.shape
    own = Psi if stage == "plain" else Psi // N_d  # how many weights a device updates
    parts, m, v = np.zeros((3, N_d, own))
    whole = np.zeros((N_d, Psi))
    for t in range(1, steps + 1):
        sent = [0, 0]
        if stage == "os+g+p":  # the weights come for the forward pass, and again for the backward
            (whole, sent[0]), (whole, sent[1]) = all_gather(parts), all_gather(parts)
        gradients = [X[i].T @ (X[i] @ whole[i] - y[i]) / (N_d * examples) for i in range(N_d)]
        g, more = reduce_scatter(gradients)
        if stage == "plain":
            g, sent[0] = all_gather(g)
        m, v = 0.9 * m + 0.1 * np.array(g), 0.999 * v + 0.001 * np.square(g)
        parts = parts - 0.01 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        whole = parts if stage == "plain" else whole
        if stage in ("os", "os+g"):
            whole, sent[0] = all_gather(parts)
    return parts[0] if stage == "plain" else np.concatenate(parts), more + sum(sent)


def gigabytes(Psi, N_d):
    """The three stages of Table 1 in GB, with as many digits as the paper prints."""
    sizes = memory(Psi, N_d).sum(axis=1)[1:] / 1e9
    digits = [2 if size < 10 else 1 if size < 100 else 0 for size in sizes]
    return " / ".join(f"{round(s + 1e-9, d):g}" for s, d in zip(sizes, digits, strict=True))


def reproduced():
    """Each quantity: computed here, printed in the paper, where it is, and why they differ."""
    cut = "The paper cuts the decimals off instead of rounding."
    kept = "A device need not send one of the 64 parts; the paper counts all."
    states, X = memory(1.5e9, 1)[0].sum() / 1e9, np.ones((64, 1, 64))
    rows = [("States of 1.5 billion parameters, GB", f"{states:.0f}", "24", "Section 3.1", "")]
    for name, Psi, printed, why in [
        ("7.5B on 64 devices, stages 1 / 2 / 3, GB", 7.5e9, "31.4 / 16.6 / 1.88", ""),
        ("128B on 64 devices, GB", 128e9, "536 / 284 / 32", ""),
        ("1T on 64 devices, GB", 1e12, "4187 / 2218 / 250", cut),
    ]:
        rows.append((name, gigabytes(Psi, 64), printed, "Table 1", why))
    fit = " / ".join(f"{round(size, 1):g}B" for size in largest_model(32, 64))
    rows.append(("Largest on 64 × 32 GB", fit, "2B / 7.6B / 14.4B / 128B", "Table 2", ""))
    for stage, volume, where in [("plain", 2, "7.1"), ("os+g", 2, "7.2.1"), ("os+g+p", 3, "7.2.2")]:
        sent = f"{train(stage, X, X[:, :, 0], steps=1)[1] / 64:.2f}Ψ"
        rows.append((f"Each sends, {stage}", sent, f"{volume}Ψ", f"Section {where}", kept))
    return rows


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
