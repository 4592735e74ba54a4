"""Adam by Algorithm 1, with the size of its steps (section 2.1) and the correction (section 3)."""

import numpy as np


def step(theta, m, v, g, t, alpha=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8, correct=True):
    """Step t (from 1) of Algorithm 1; theta, m, v and the gradient g have one shape."""
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = (m / (1 - beta1**t), v / (1 - beta2**t)) if correct else (m, v)
    delta = alpha * m_hat / (np.sqrt(v_hat) + epsilon)
    return theta - delta, m, v, m_hat, v_hat, delta


def path(gradients, alpha=1.0, **settings):
    """A row of g, m, v, m_hat, v_hat and the step for each of the given gradients; shape (T, 6)."""
    theta, m, v, rows = 0.0, 0.0, 0.0, []
    for t, g in enumerate(gradients, start=1):
        theta, m, v, m_hat, v_hat, delta = step(theta, m, v, g, t, alpha, **settings)
        rows.append([g, m, v, m_hat, v_hat, delta])
    return np.array(rows)


def descend(gradient, theta, steps, **settings):
    """The places that Adam visits on the loss with this gradient; shape (steps + 1, d)."""
    places = [np.array(theta, dtype=float)]
    m = v = np.zeros_like(places[0])
    for t in range(1, steps + 1):
        theta, m, v, *_ = step(places[-1], m, v, gradient(places[-1]), t, **settings)
        places.append(theta)
    return np.array(places)


def plain_descend(gradient, theta, steps, eta):
    """The places that plain gradient descent visits with step size eta; shape (steps + 1, d)."""
    places = [np.array(theta, dtype=float)]
    for _ in range(steps):
        places.append(places[-1] - eta * gradient(places[-1]))
    return np.array(places)


def valley(theta):
    """The gradient of 50 x^2 + y^2 / 2, which is steep in x and flat in y."""
    return np.array([100.0, 1.0]) * theta


def second_average(gradients, beta2=0.999):
    """Equation 1: v_t as one sum over all gradients so far."""
    g = np.asarray(gradients, dtype=float)
    return (1 - beta2) * np.sum(beta2 ** np.arange(len(g))[::-1] * g**2)


def after_silence(steps, silence=20_000, **settings):
    """The steps, in units of alpha, when equal gradients follow a long run of zeros."""
    return path([0.0] * silence + [1.0] * steps, **settings)[silence:, 5]


def longest_step(beta1=0.9, beta2=0.999):
    """The least bound, in units of alpha, that holds after any gradients (arXiv 1810.06801)."""
    return (1 - beta1) / np.sqrt((1 - beta2) * (1 - beta1**2 / beta2))


def adamax(gradients, alpha=1.0, beta1=0.9, beta2=0.999):
    """The steps of AdaMax (Algorithm 2) for the given gradients, the first of which is not 0."""
    m, u, steps = 0.0, 0.0, []
    for t, g in enumerate(gradients, start=1):
        m = beta1 * m + (1 - beta1) * g
        u = max(beta2 * u, abs(g))
        steps.append(alpha / (1 - beta1**t) * m / u)
    return np.array(steps)


def counterexample(steps, C=3.0, alpha=0.5):
    """Adam on [-1, 1] with slopes C, -1, -1 in turn, where -1 is best (arXiv 1904.09237)."""
    theta, m, v, places = 1.0, 0.0, 0.0, []
    settings = {"beta1": 0.0, "beta2": 1 / (1 + C**2), "correct": False}
    for t in range(1, steps + 1):
        g = C if t % 3 == 1 else -1.0
        theta, m, v, *_ = step(theta, m, v, g, t, alpha / np.sqrt(t), **settings)
        theta = float(np.clip(theta, -1, 1))
        places.append(theta)
    return np.array(places)


def reproduced():
    """Each quantity: computed here, printed in the paper, where it is, and why they differ."""
    first = path([123.0])[0, 5]
    steps = after_silence(40)
    largest = adamax(0.999 ** np.arange(300)).max()
    bound = "α(1 − β₁)/√(1 − β₂)"
    same = "The same number, at the default settings."
    none = "The printed bound holds for the first step after the zeros, not for the next ones."
    slip = "Gradients that shrink by β₂ from step to step pass the printed bound a little."
    final = counterexample(3000)[-1]
    return [
        ("First step, whatever the gradient", f"{first:.2f} α", "", "Algorithm 1", ""),
        ("First step after a long run of zeros", f"{steps[0]:.2f} α", bound, "Section 2.1", same),
        ("Longest step after any gradients", f"{longest_step():.2f} α", bound, "Section 2.1", none),
        ("Longest, if equal gradients follow the zeros", f"{steps.max():.2f} α", "", "Ours", ""),
        ("Longest step of AdaMax", f"{largest:.3f} α", "≤ α", "Section 7.1", slip),
        ("End of the counterexample; best is −1", f"{final:+.0f}", "", "arXiv 1904.09237", ""),
    ]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
