"""ZeRO's memory per device (sections 3.1, 5 and 7) and its stages on a few simulated devices."""

import numpy as np

STAGES = ("plain", "os", "os+g", "os+g+p")


def memory(Psi, N_d, K=12):
    """Bytes of weights, gradients, optimizer states on each device; shape (4 stages, 3 parts)."""
    parts = np.array([2.0, 2.0, K]) * Psi
    divided = np.array([[0, 0, 0], [0, 0, 1], [0, 1, 1], [1, 1, 1]])
    return np.where(divided, parts / N_d, parts)


def largest_model(space, N_d, K=12, N_m=1):
    """Parameters whose model states fill this many bytes on each device, for the four stages."""
    return N_m * space / memory(1, N_d, K).sum(axis=1)


def reduce_scatter(arrays):
    """Passes sums round a ring until device i has part i of the total; also numbers each sent."""
    N_d = len(arrays)
    parts = [np.split(array.copy(), N_d) for array in arrays]
    for turn in range(N_d - 1):
        for i in range(N_d):
            c = (i - turn - 1) % N_d
            parts[(i + 1) % N_d][c] += parts[i][c]
    return [parts[i][i] for i in range(N_d)], (N_d - 1) * parts[0][0].size


def all_gather(parts):
    """Passes the parts round a ring until each device has them all; also numbers each sent."""
    N_d = len(parts)
    held = [{i: part} for i, part in enumerate(parts)]
    for turn in range(N_d - 1):
        for i in range(N_d):
            c = (i - turn) % N_d
            held[(i + 1) % N_d][c] = held[i][c]
    whole = [np.concatenate([h[c] for c in range(N_d)]) for h in held]
    return whole, (N_d - 1) * parts[0].size


def adam(w, state, g, t):
    """One step of Adam for a part of the weights and the part's own two averages."""
    state[0] += 0.1 * (g - state[0])
    state[1] += 0.001 * (g**2 - state[1])
    return w - 0.01 * (state[0] / (1 - 0.9**t)) / (np.sqrt(state[1] / (1 - 0.999**t)) + 1e-8)


def train(stage, X, y, steps=20):
    """Fits y = X w on N_d devices, a batch each; the weights, and numbers sent by each in a step.

    X has shape (N_d, examples, Psi) and y (N_d, examples); N_d divides Psi.
    """
    N_d, examples, Psi = X.shape
    whole = [np.zeros(Psi)] * N_d
    parts = np.split(np.zeros(Psi), N_d)
    states = [np.zeros((2, Psi if stage == "plain" else Psi // N_d)) for _ in range(N_d)]
    for t in range(1, steps + 1):
        sent = []
        if stage == "os+g+p":  # the weights arrive for the forward pass, and are dropped after it
            whole, more = all_gather(parts)
            sent.append(more)
        errors = [X[i] @ whole[i] - y[i] for i in range(N_d)]
        if stage == "os+g+p":  # and arrive again for the backward pass
            whole, more = all_gather(parts)
            sent.append(more)
        gradients = [X[i].T @ errors[i] / (N_d * examples) for i in range(N_d)]
        sums, more = reduce_scatter(gradients)
        sent.append(more)
        if stage == "plain":
            gradients, more = all_gather(sums)
            whole = [adam(whole[i], states[i], gradients[i], t) for i in range(N_d)]
            sent.append(more)
        else:
            parts = [adam(parts[i], states[i], sums[i], t) for i in range(N_d)]
        if stage in ("os", "os+g"):
            whole, more = all_gather(parts)
            sent.append(more)
    return np.concatenate(parts) if stage == "os+g+p" else whole[0], sum(sent)


def gigabytes(Psi, N_d):
    """The three stages of Table 1 in GB, with as many digits as the paper prints."""
    shown = []
    for size in memory(Psi, N_d).sum(axis=1)[1:] / 1e9:
        digits = 2 if size < 10 else 1 if size < 100 else 0
        shown.append(f"{np.floor(size * 10**digits + 0.5) / 10**digits:.{digits}f}")
    return " / ".join(text.rstrip("0").rstrip(".") if "." in text else text for text in shown)


def reproduced():
    """Each quantity: computed here, printed in the paper, where it is, and why they differ."""
    cut = "The paper cuts the decimals off instead of rounding."
    kept = "A device need not send one of the 64 parts; the paper counts all."
    sizes = "2B / 7.6B / 14.4B / 128B"
    whole = memory(1.5e9, 1)[0].sum() / 1e9
    fit = [f"{size / 1e9:.1f}B".replace(".0B", "B") for size in largest_model(32e9, 64)]
    X = np.random.default_rng(0).normal(size=(64, 2, 64))
    sent = {stage: train(stage, X, X.sum(axis=2), steps=1)[1] / 64 for stage in STAGES}
    ratio = sent["os+g+p"] / sent["plain"]
    rows = [
        ("7.5B on 64 devices, stages 1 / 2 / 3, GB", 7.5e9, 64, "31.4 / 16.6 / 1.88", ""),
        ("7.5B on 1,024 devices, GB", 7.5e9, 1024, "30.1 / 15.1 / 0.12", ""),
        ("128B on 64 devices, GB", 128e9, 64, "536 / 284 / 32", ""),
        ("128B on 1,024 devices, GB", 128e9, 1024, "513 / 257 / 2", cut),
        ("1T on 64 devices, GB", 1e12, 64, "4187 / 2218 / 250", cut),
        ("1T on 1,024 devices, GB", 1e12, 1024, "4011 / 2013 / 15.6", cut),
    ]
    return [
        ("Model states of 1.5 billion parameters, GB", f"{whole:.0f}", "24", "Section 3.1", ""),
        *((name, gigabytes(Psi, N_d), text, "Table 1", why) for name, Psi, N_d, text, why in rows),
        ("Largest on 64 × 32 GB, from plain", " / ".join(fit), sizes, "Table 2", ""),
        ("Sent by each of 64, plain", f"{sent['plain']:.2f}Ψ", "2Ψ", "Section 7.1", kept),
        ("Sent by each of 64, stage 2", f"{sent['os+g']:.2f}Ψ", "2Ψ", "Section 7.2.1", kept),
        ("Sent by each of 64, stage 3", f"{sent['os+g+p']:.2f}Ψ", "3Ψ", "Section 7.2.2", kept),
        ("Stage 3 against plain", f"{ratio:.1f}x", "1.5x", "Section 7.2.2", ""),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
